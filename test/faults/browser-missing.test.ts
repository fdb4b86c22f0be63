import { afterAll, afterEach, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { taskQueues } from '../../workflows/contract.ts';
import { browserToCome } from '../documents/browser-to-come.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import type { WorkerProcess } from '../house/worker-process.ts';
import { startWorkerProcess } from '../house/worker-process.ts';

const url = await createHouseDatabase();
const { client, namespace } = await connectOwnNamespace();
const owner = connectOwner(url);
let worker: WorkerProcess | undefined;
afterEach(() => worker?.kill());
afterAll(() => owner.close());

it(
  'a worker whose browser is missing takes cases on, and makes their certificates once it is there',
  { timeout: 300_000 },
  async () => {
    const { chromiumPath, install } = await browserToCome();
    worker = startWorkerProcess(url, namespace, { TONGBAN_CHROMIUM_PATH: chromiumPath });
    const driver = await CaseDriver.accept({ client, owner, clock: systemClock });
    await driver.toAnswered();
    await driver.request('issue');
    await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
    expect(Object.values((await driver.state()).pending)[0]?.progress).toMatchObject({
      kind: 'failed',
      failure: { failureClass: 'service_unavailable' },
    });

    await install();
    await driver.request('issue');
    await driver.waitUntil('the certificate', ({ status }) => status === 'issued');
    expect(await driver.certificateCount()).toBe(1);
  },
);

it(
  'a worker of documents alone ends and says what is missing, so that whoever supervises it starts it anew',
  { timeout: 300_000 },
  async () => {
    const { chromiumPath } = await browserToCome();
    const settings = { TONGBAN_CHROMIUM_PATH: chromiumPath, TONGBAN_LOG_LEVEL: 'info' };
    worker = startWorkerProcess(url, namespace, settings, taskQueues.documents);
    const { exitCode, output } = await worker.ended;
    expect(exitCode).toBe(1);
    expect(output).toContain('no documents are made here until the browser starts');
    expect(output).toContain(`${chromiumPath} 不是可执行文件`);
    expect(output).not.toContain('worker is ready');
  },
);
