import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { mainRoad } from '../house/main-road.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import type { WorkerProcess } from '../house/worker-process.ts';
import { startWorkerProcess } from '../house/worker-process.ts';

const url = await createHouseDatabase();
const { client, namespace } = await connectOwnNamespace();
const owner = connectOwner(url);
let worker: WorkerProcess | undefined;
afterAll(async () => {
  await worker?.kill();
  await owner.close();
});

/** Puts a new worker process in the place of one that is killed without warning. */
async function replaceWorker(): Promise<void> {
  await worker?.kill();
  worker = startWorkerProcess(url, namespace);
}

const timeoutMs = 300_000;

it(
  'a case survives its worker killed with -9 again and again, with one certificate and no repeated entry',
  { timeout: timeoutMs },
  async () => {
    await replaceWorker();
    const driver = await CaseDriver.accept({ client, owner, clock: systemClock });

    const transmitting = driver.request('transmit');
    await replaceWorker();
    await transmitting;
    await driver.waitUntil('delivered', ({ clocks }) => 'verification/1' in clocks);

    await driver.receive();
    await driver.answer();

    // The certificate is being made when the worker and its browser's master die.
    await driver.request('issue');
    await replaceWorker();
    await driver.waitUntil('issued', ({ status }) => status === 'issued');

    const collecting = driver.act('collect');
    await replaceWorker();
    await collecting;

    expect(await driver.certificateCount()).toBe(1);
    const events = await driver.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect((await driver.course()).filter((type) => !type.startsWith('effect_'))).toEqual(
      mainRoad.filter((type) => type !== 'applicant_notified'),
    );
  },
);
