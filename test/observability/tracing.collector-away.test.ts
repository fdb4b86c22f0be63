import { context, trace } from '@opentelemetry/api';
import { afterAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { openTracing } from '../../platform/tracing/open-tracing.ts';
import { inSpan, isTraced } from '../../platform/tracing/spans.ts';
import { startTracing } from '../../platform/tracing/start-tracing.ts';

afterAll(() => {
  trace.disable();
  context.disable();
});

describe('tracing', () => {
  it('is off where no collector is named', async () => {
    await (await startTracing({ percent: 100 }, 'api')).close();
    await inSpan('work', {}, () => {
      expect(isTraced()).toBe(false);
      return Promise.resolve();
    });
  });

  it('disturbs neither work nor its end when the collector is away', async () => {
    const otlpUrl = `http://127.0.0.1:${await findFreePort()}`;
    const tracing = openTracing({ otlpUrl, percent: 100, service: 'api' });
    await expect(inSpan('work', {}, () => Promise.resolve(isTraced()))).resolves.toBe(true);
    await expect(inSpan('work', {}, () => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
    await expect(tracing.close()).resolves.toBeUndefined();
  });
});
