import { randomUUID } from 'node:crypto';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());

type HistoryEvent = NonNullable<History['events']>[number];

/** Every workflow task of the history that a reset can go back to. */
async function resetPoints(driver: CaseDriver): Promise<HistoryEvent[]> {
  const { events } = await driver.handle.fetchHistory();
  return (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
}

/** Goes back to a task of the given run; its events count, whatever runs came after it. */
async function reset(driver: CaseDriver, runId: string, to: HistoryEvent): Promise<void> {
  await house.client.workflowService.resetWorkflowExecution({
    namespace: temporal.namespace,
    workflowExecution: { workflowId: caseWorkflowId(driver.caseNo), runId },
    reason: 'test',
    workflowTaskFinishEventId: to.eventId ?? null,
    requestId: randomUUID(),
  });
}

async function issuedCase(): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house);
  await driver.transmit();
  await driver.receive();
  await driver.answer();
  await driver.issue();
  return driver;
}

describe('a reset', () => {
  it('to the first task repeats nothing, and the case goes on', async () => {
    const driver = await issuedCase();
    const before = await driver.events();
    const [first] = await resetPoints(driver);
    if (first === undefined) throw new Error('a history begins with a workflow task');
    const { runId } = await driver.handle.describe();
    await reset(driver, runId, first);

    await driver.act('notify');
    await driver.act('collect');
    expect(await driver.handle.result()).toBe('collected');
    expect(await driver.certificateCount()).toBe(1);
    const after = await driver.events();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ event }) => event.type)).toEqual([
      'applicant_notified',
      'certificate_collected',
    ]);
  });

  it('to any task at all repeats nothing', async () => {
    const driver = await issuedCase();
    const before = await driver.events();
    const { runId } = await driver.handle.describe();
    const points = await resetPoints(driver);
    expect(points.length).toBeGreaterThan(5);
    for (const point of points) await reset(driver, runId, point);
    await driver.act('collect');
    expect(await driver.handle.result()).toBe('collected');
    expect(await driver.certificateCount()).toBe(1);
    expect((await driver.events()).slice(0, before.length)).toEqual(before);
  });

  it('of a case that is lost to Temporal: a new workflow takes up the ledger', async () => {
    const driver = await issuedCase();
    await driver.handle.terminate('lost');
    await driver.restart('from_ledger');
    await driver.act('collect');
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    expect(await driver.certificateCount()).toBe(1);
  });
});
