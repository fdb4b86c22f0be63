import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { taskQueues } from '../../workflows/contract.ts';
import type { ApiProcess } from '../house/api-process.ts';
import { startApiProcess } from '../house/api-process.ts';
import { acceptingStation, CaseDriver } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import type { WorkerProcess } from '../house/worker-process.ts';
import { startWorkerProcess } from '../house/worker-process.ts';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import { openReadyBalancer } from './rolling/ready-balancer.ts';

const url = await createHouseDatabase();
const { client, namespace } = await connectOwnNamespace();
const owner = connectOwner(url);
const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-rolling-'));
const keyRingFile = writeTestKeyRing(dataDir);
const balancer = await openReadyBalancer();
const apis: ApiProcess[] = [];
const workers: WorkerProcess[] = [];
afterAll(async () => {
  await balancer.close();
  for (const { child } of apis) child.kill('SIGKILL');
  await Promise.all(workers.map((worker) => worker.kill()));
  await owner.close();
  await rm(dataDir, { recursive: true });
});

// Six processes start, each with all the others at work: on a busy machine that takes minutes.
const timeoutMs = 600_000;

async function startApi(): Promise<ApiProcess> {
  const api = await startApiProcess(url, dataDir, {
    TONGBAN_TEMPORAL_NAMESPACE: namespace,
    TONGBAN_KEY_RING_FILE: keyRingFile,
    TONGBAN_LEAVE_S: '3',
    TONGBAN_RATE_LIMIT_PERSON: '0',
    TONGBAN_RATE_LIMIT_CLIENT: '0',
    TONGBAN_LOG_LEVEL: 'silent',
  });
  apis.push(api);
  balancer.add(api.port);
  await waitFor(() => balancer.isReady(api.port), { timeoutMs, what: 'the balancer to know of it' });
  return api;
}

function startWorker(): WorkerProcess {
  const worker = startWorkerProcess(url, namespace, { TONGBAN_LOG_LEVEL: 'info' }, taskQueues.cases);
  workers.push(worker);
  return worker;
}

const isAtWork = (worker: WorkerProcess) =>
  waitFor(() => worker.output().includes('worker is ready'), { timeoutMs, what: 'a worker' });

/** Somebody who acts and reads without end, each act once; a 503 is asked again, as its Retry-After says. */
function keepBusy(driver: CaseDriver, headers: Record<string, string>) {
  const done: string[] = [];
  const failed: string[] = [];
  const stopped = new AbortController();
  const ask = async (address: string, init: RequestInit): Promise<'answered' | 'failed'> => {
    for (;;) {
      const status = await fetch(`${balancer.address}${address}`, { ...init, headers }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        (error: unknown) => String(error instanceof Error ? error.cause : error),
      );
      if (status === 200 || status === 202) return 'answered';
      if (status !== 503) {
        failed.push(`${address}: ${String(status)}`);
        return 'failed';
      }
      await sleep(100);
    }
  };
  const work = async () => {
    while (!stopped.signal.aborted) {
      const key = randomUUID();
      const act = { method: 'POST', body: JSON.stringify({ outcome: 'answered', number: '0852-1234567' }) };
      headers = { ...headers, 'idempotency-key': key };
      if ((await ask(`/v1/cases/${driver.caseNo}/log_call`, act)) === 'answered') done.push(key);
      await ask(`/v1/cases/${driver.caseNo}`, {});
    }
  };
  const working = work();
  return {
    failed,
    done,
    async end() {
      stopped.abort();
      await working;
    },
  };
}

it(
  'two APIs and two workers are replaced one after the other, and no request fails and no act is lost or done twice',
  { timeout: timeoutMs },
  async () => {
    const [one, other] = [startWorker(), startWorker()];
    const [first, second] = await Promise.all([startApi(), startApi()]);
    await Promise.all([isAtWork(one), isAtWork(other)]);
    const drivers = [
      await CaseDriver.accept({ client, owner, clock: systemClock }),
      await CaseDriver.accept({ client, owner, clock: systemClock }),
    ];
    const token = await first.issuer.sign({
      ...{ officerId: 'officer-1', roles: ['window_officer'], unitCode: acceptingStation },
    });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const busy = drivers.map((driver) => keepBusy(driver, headers));
    const hasFailed = () => busy.some(({ failed }) => failed.length > 0);
    const goesOn = async () => {
      const before = busy.map(({ done }) => done.length);
      const isSo = () =>
        busy.every(({ done }, index) => done.length > (before[index] ?? 0) + 2) || hasFailed();
      await waitFor(isSo, { timeoutMs, what: 'acts to be done' });
    };
    await goesOn();

    for (const [api, worker] of [
      [first, one],
      [second, other],
    ] as const) {
      const nextWorker = startWorker();
      const [next] = await Promise.all([startApi(), isAtWork(nextWorker)]);
      api.child.kill('SIGTERM');
      process.kill(worker.pid, 'SIGTERM');
      expect(await api.exit).toEqual([0, null]);
      balancer.remove(api.port);
      // 143: on a busy machine the stop may take longer than it is given.
      expect([0, 143]).toContain((await worker.ended).exitCode);
      expect(balancer.isReady(next.port)).toBe(true);
      await goesOn();
    }

    await Promise.all(busy.map((each) => each.end()));
    expect(busy.flatMap(({ failed }) => failed)).toEqual([]);
    for (const [index, driver] of drivers.entries()) {
      const done = busy[index]?.done ?? [];
      const isAll = async () => (await driver.eventsOf('call_logged')).length >= done.length;
      await waitFor(isAll, { timeoutMs, what: 'acts that were put off' });
      expect(await driver.eventsOf('call_logged')).toHaveLength(done.length);
    }
  },
);
