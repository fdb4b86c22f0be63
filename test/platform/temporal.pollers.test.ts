import { hostname } from 'node:os';
import { Worker } from '@temporalio/worker';
import { expect, inject, it, onTestFinished } from 'vitest';
import { isPolled } from '../../platform/temporal/pollers.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { waitFor } from '../../platform/wait-for.ts';

it('tells whether a worker of this host takes work from a queue', async () => {
  const namespace = inject('temporalNamespace');
  const { connection, client, close } = await connectTemporal({
    ...{ namespace, address: inject('temporalAddress'), tls: 'off' },
  });
  onTestFinished(close);
  const queue = 'pollers-test';
  expect(await isPolled(client, { queue, hostname: hostname() })).toBe(false);
  const activities = { nothing: () => Promise.resolve() };
  const worker = await Worker.create({ connection, namespace, taskQueue: queue, activities });
  await worker.runUntil(async () => {
    const isOurs = () => isPolled(client, { queue, hostname: hostname() });
    await waitFor(isOurs, { timeoutMs: 30_000, what: 'the first poll' });
    expect(await isPolled(client, { queue, hostname: 'another' })).toBe(false);
  });
});
