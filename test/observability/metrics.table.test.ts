import { readFileSync } from 'node:fs';
import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { counter, exposition } from '../../platform/metrics/metrics.ts';
import { serveMetrics } from '../../platform/metrics/serve.ts';
import type { MetricRow } from '../../platform/metrics/table.ts';
import { metricNames, metricTable } from '../../platform/metrics/table.ts';

const rows: readonly (readonly [string, MetricRow])[] = Object.entries(metricTable);
const log = pino({ level: 'silent' });

describe('the table of metrics', () => {
  it.each(rows)('%s is named as Prometheus wants it', (name, { type, unit, buckets }) => {
    expect(name).toMatch(/^tongban_[a-z_]+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(name.endsWith('_seconds')).toBe(unit === 'seconds');
    expect(buckets !== undefined).toBe(type === 'histogram');
  });

  it('has no label by which a case, a unit or a person could be told from others', () => {
    const labels = new Set(rows.flatMap(([, row]) => row.labels));
    expect([...labels].toSorted()).toEqual([
      'channel',
      'class',
      'method',
      'outcome',
      'route',
      'rung',
      'status',
    ]);
  });

  it('stands in docs/observability.md as it is in the code', () => {
    const text = readFileSync(new URL('../../docs/observability.md', import.meta.url), 'utf8');
    const written = [...text.matchAll(/^\| `tongban_.*$/gm)].map(([line]) => line.replaceAll(/ +/g, ' '));
    const inCode = rows.map(
      ([name, { type, labels, help }]) => `| \`${name}\` | ${type} | ${labels.join(', ')} | ${help} |`,
    );
    expect(written).toEqual(inCode.map((line) => line.replaceAll(/ +/g, ' ')));
  });

  it('is shown whole', async () => {
    const text = await exposition();
    for (const name of metricNames) expect(text).toContain(`# TYPE ${name} ${metricTable[name].type}`);
  });

  it('shows no figure of a gauge that nobody has set', async () => {
    expect(await exposition()).not.toMatch(/^tongban_overdue_cases /m);
  });
});

describe('the door for metrics', async () => {
  const port = await findFreePort();
  const address = `127.0.0.1:${port}`;
  let refreshed = 0;
  const refresh = () => {
    refreshed += 1;
    return Promise.resolve();
  };
  const door = await serveMetrics({ address, log, refresh });
  afterAll(() => door.close());

  it('shows counters, with gauges brought up to date before', async () => {
    counter('tongban_browser_starts_total').inc();
    const answer = await fetch(`http://${address}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toMatch(/^tongban_browser_starts_total [1-9]/m);
    expect(refreshed).toBe(1);
  });

  it('shows nothing else', async () => {
    expect((await fetch(`http://${address}/`)).status).toBe(404);
    expect((await fetch(`http://${address}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('says which setting to change where its port is taken', async () => {
    await expect(serveMetrics({ address, log })).rejects.toThrow('TONGBAN_METRICS_ADDRESS');
  });

  it('is not there unless it is asked for', async () => {
    await expect(serveMetrics({ address: undefined, log })).resolves.toBeDefined();
  });

  it('goes without the SDK’s metrics where those are away, and says so', async () => {
    const lines: string[] = [];
    const [own, sdkPort] = [await findFreePort(), await findFreePort()];
    const talking = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const alone = await serveMetrics({ address: `127.0.0.1:${own}`, log: talking, sdkPort });
    expect((await fetch(`http://127.0.0.1:${own}/metrics`)).status).toBe(200);
    expect(lines.join('')).toContain('SDK');
    await alone.close();
  });
});
