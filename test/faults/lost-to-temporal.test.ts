import { afterAll, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { caseStart, caseWorkflowId, caseWorkflowName } from '../../workflows/contract.ts';
import { longUnanswered } from '../house/long-unanswered.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { storeApplication } from '../house/stored-application.ts';
import { sweep } from '../house/sweep.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const { client } = temporal;
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());

/** The sweep looks for what has waited for a minute. */
const longEnoughMs = 120_000;

/** Takes a workflow away for good, as if Temporal's store had been lost. */
async function lose(caseNo: CaseNo): Promise<void> {
  const workflowId = caseWorkflowId(caseNo);
  const { namespace } = temporal;
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  await client.workflowService.deleteWorkflowExecution({
    namespace,
    workflowExecution: { workflowId, runId },
  });
  const isGone = () =>
    client.workflow
      .getHandle(workflowId)
      .describe()
      .then(
        () => false,
        () => true,
      );
  await waitFor(isGone, { timeoutMs: 30_000, what: 'the workflow to be gone' });
}

/** Sweeps until Temporal's list, which lags behind, shows that the case is gone. */
async function sweepUntilTakenUp(): Promise<void> {
  await waitFor(async () => (await sweep(client)) === 1, {
    timeoutMs: 30_000,
    what: 'a case to be taken up',
  });
}

describe('an open case that Temporal has lost', () => {
  it.each([
    ['terminated', (caseNo: CaseNo) => client.workflow.getHandle(caseWorkflowId(caseNo)).terminate('lost')],
    ['deleted', lose],
  ])('%s: is taken up from its ledger by the sweep, and goes on', async (_how, takeAway) => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    const before = await driver.events();
    await takeAway(driver.caseNo);
    await sweepUntilTakenUp();
    expect((await driver.events()).slice(0, before.length)).toEqual(before);
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    expect(await driver.certificateCount()).toBe(1);
    expect(await sweep(client)).toBe(0);
  });

  it('fires every rung that is left once, also when it is lost a second time', async () => {
    const caseNo = await storeApplication(house.owner, longEnoughMs);
    const { events, state } = longUnanswered();
    const units = createUnitDirectory(house.owner, systemClock);
    await createLedgerActivities({ database: house.owner, units }).record({ caseNo, events, next: state });
    await sweepUntilTakenUp();
    const driver = CaseDriver.of(house, caseNo);
    await driver.waitUntil('R6', ({ escalations }) => 'verification/1/R6' in escalations);
    await lose(caseNo);
    await sweepUntilTakenUp();
    await driver.receive();

    const rungs = (await driver.eventsOf('rung_fired')).map(({ clockKey, rung }) => `${clockKey}/${rung}`);
    expect(new Set(rungs).size).toBe(rungs.length);
    expect(rungs.filter((key) => key.startsWith('verification/1/'))).toEqual(
      ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'].map((rung) => `verification/1/${rung}`),
    );
  });
});

it('an application whose workflow was terminated before it wrote anything is started again', async () => {
  const caseNo = await storeApplication(house.owner, longEnoughMs);
  const handle = await client.workflow.start(caseWorkflowName, { ...caseStart(caseNo), taskQueue: 'nobody' });
  await handle.terminate('lost');
  expect(await sweep(client)).toBe(1);
  await CaseDriver.of(house, caseNo).waitUntil('accepted', ({ status }) => status === 'accepted');
});

it('a case that is carried, or has ended, is left alone', async () => {
  const running = await CaseDriver.accept(house);
  const ended = await CaseDriver.accept(house);
  await ended.act('withdraw');
  const { runId } = await running.handle.describe();
  expect(await sweep(client)).toBe(0);
  expect((await running.handle.describe()).runId).toBe(runId);
  expect((await ended.handle.describe()).status.name).toBe('COMPLETED');
});
