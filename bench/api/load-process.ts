import autocannon from 'autocannon';
import { dealOut, latencyOf } from './latency.ts';
import type { LoadOrder, LoadResult } from './load.ts';

const timeoutS = 60;

process.once('message', (order: LoadOrder) => {
  const portions = dealOut(order.requests, order.connections);
  const timesMs: number[] = [];
  const statuses: Record<string, number> = {};
  let begun = 0;
  const instance = autocannon(
    {
      url: order.url,
      connections: order.connections,
      ...(order.repeat === 'each_once' ? { amount: order.requests.length } : { duration: order.seconds }),
      timeout: timeoutS,
      setupClient: (client) => {
        const portion = portions[begun % portions.length] ?? [];
        begun += 1;
        client.setRequests(portion.map((request) => ({ ...request })));
      },
    },
    (error: unknown, result) => {
      if (error !== null && error !== undefined) throw error as Error;
      const { latency, errors, timeouts, duration } = result;
      const answer: LoadResult = {
        latency: latencyOf(timesMs, duration * 1000),
        autocannon: { p50Ms: latency.p50, p97_5Ms: latency.p97_5, p99Ms: latency.p99 },
        statuses,
        errors: errors + timeouts,
      };
      process.send?.(answer);
    },
  );
  instance.on('response', (_client, statusCode, _bytes, responseTime) => {
    timesMs.push(responseTime);
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
  });
});
