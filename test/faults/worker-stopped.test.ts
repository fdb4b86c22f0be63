import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { descendantsOf, runningOf } from '../house/descendants.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { mainRoad } from '../house/main-road.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import type { WorkerProcess } from '../house/worker-process.ts';
import { startWorkerProcess } from '../house/worker-process.ts';

const url = await createHouseDatabase();
const { client, namespace } = await connectOwnNamespace();
const [owner, holder] = [connectOwner(url), connectOwner(url)];
const workers: WorkerProcess[] = [];
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all([owner.close(), holder.close()]);
});

function startWorker(): WorkerProcess {
  const worker = startWorkerProcess(url, namespace, { TONGBAN_LOG_LEVEL: 'info' });
  workers.push(worker);
  return worker;
}

const timeoutMs = 180_000;

/** Nobody writes a certificate until it is let go. */
async function holdCertificates() {
  const [held, letGo] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const holding = holder.transaction(async (transaction) => {
    await transaction.execute(sql`lock table certificates in share mode`);
    held.resolve(undefined);
    await letGo.promise;
  });
  await held.promise;
  return async () => {
    letGo.resolve(undefined);
    await holding;
  };
}

async function isHeld(): Promise<boolean> {
  const rows = await owner.execute(sql`
    select 1 from pg_locks where relation = 'certificates'::regclass and not granted`);
  return rows.length > 0;
}

it(
  'a worker that is told to stop ends the activity under way, its browser and itself; the next one goes on',
  {
    timeout: timeoutMs,
  },
  async () => {
    const first = startWorker();
    const driver = await CaseDriver.accept({ client, owner, clock: systemClock });
    await driver.toAnswered();
    const release = await holdCertificates();
    const issuing = driver.request('issue');
    await waitFor(isHeld, { timeoutMs, what: 'the certificate to be written' });
    const started = descendantsOf(first.pid);
    expect(started.length).toBeGreaterThan(0);

    process.kill(first.pid, 'SIGTERM');
    await waitFor(() => first.output().includes('DRAINING'), { timeoutMs, what: 'the worker to stop' });
    await release();
    expect((await first.ended).exitCode).toBe(0);
    expect(runningOf(started)).toEqual([]);
    expect(await driver.certificateCount()).toBe(1);

    startWorker();
    await issuing;
    await driver.waitUntil('issued', ({ status }) => status === 'issued');
    await driver.act('notify');
    await driver.act('collect');
    expect(await driver.certificateCount()).toBe(1);
    expect(await driver.course()).toEqual(mainRoad);
    // It was not begun a second time.
    const { events } = await client.workflow.getHandle(caseWorkflowId(driver.caseNo)).fetchHistory();
    const attempts = (events ?? []).flatMap(
      ({ activityTaskStartedEventAttributes: begun }) => begun?.attempt ?? [],
    );
    expect(attempts.length).toBeGreaterThan(0);
    expect(new Set(attempts)).toEqual(new Set([1]));
  },
);
