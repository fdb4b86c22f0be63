import { describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { systemClock } from '../../platform/clock.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { caseTakingUp, caseWorkflowId, caseWorkflowName } from '../../workflows/contract.ts';
import { policyWith } from '../domain/case/facts.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { longUnanswered } from '../house/long-unanswered.ts';
import { storeApplication } from '../house/stored-application.ts';
import { openOperationsHouse } from './operations-house.ts';

const { house, door, temporal, look, list, remedy } = await openOperationsHouse();
const homeCounty = parseUnitCode('520302000000');
const homeStation = parseUnitCode('520302990000');
const otherStation = parseUnitCode('520302980000');

interface Told {
  readonly ledger: { readonly paused: { readonly by: string } | null };
  readonly agreement: string;
  readonly waitsFor: readonly string[];
}

async function explain({ caseNo }: CaseDriver): Promise<Told> {
  return (await door.call('administrator', 'GET', `/v1/operations/cases/${caseNo}`)).json<Told>();
}

async function offered({ caseNo }: CaseDriver): Promise<string[]> {
  const answer = await door.call('administrator', 'GET', `/v1/operations/cases/${caseNo}/remedies`);
  return answer.json<{ items: { remedy: string }[] }>().items.map((item) => item.remedy);
}

describe('a case that is paused', () => {
  it('refuses acts with a code of its own, says since when and by whom, and goes on when it is resumed', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    expect(await remedy({ remedy: 'pause' }, driver.caseNo)).toMatchObject({ standing: 'moved' });
    const refused = await door.call('liaison', 'POST', `/v1/cases/${driver.caseNo}/receive`, { body: {} });
    expect(refused.json()).toMatchObject({ status: 409, code: 'case_paused', allowed: [] });
    const told = await explain(driver);
    expect(told).toMatchObject({ ledger: { paused: { by: 'officer-9' } }, agreement: 'agrees' });
    expect(told.waitsFor[0]).toContain('暂停办理');
    expect(await remedy({ remedy: 'pause' }, driver.caseNo)).toMatchObject({
      ...{ standing: 'not_applicable', finding: '案件已暂停办理。' },
    });
    expect(await offered(driver)).toEqual(expect.arrayContaining(['resume', 'terminate']));
    expect(await remedy({ remedy: 'resume' }, driver.caseNo)).toMatchObject({ standing: 'moved' });
    await driver.receive();
    await driver.answer();
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('stays so without its workflow; what came due meanwhile is no incident and happens when it is resumed', async () => {
    const caseNo = await storeApplication(house.owner, 120_000);
    const { events, state } = longUnanswered();
    const units = createUnitDirectory(house.owner, systemClock);
    await createLedgerActivities({ database: house.owner, units }).record({ caseNo, events, next: state });
    const driver = CaseDriver.of(house, caseNo);
    // Its workflow begins with it: nothing of what is long due happens before.
    expect(await remedy({ remedy: 'pause' }, caseNo)).toMatchObject({ standing: 'moved' });
    await driver.handle.terminate('lost');
    await temporal.client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
    await look();
    const { items } = await list(`?caseNo=${caseNo}&class=timer_overdue`);
    expect(items).toEqual([]);
    expect(await driver.eventsOf('rung_fired')).toEqual([]);
    expect(await remedy({ remedy: 'resume' }, caseNo)).toMatchObject({ standing: 'moved' });
    expect((await driver.eventsOf('rung_fired')).map(({ rung }) => rung)).toContain('R6');
    await driver.receive();
    await driver.answer();
    await driver.finish();
  });
});

describe('a case that is terminated', () => {
  it('is closed with its outcome before its workflow is, and nothing of it is left', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    const choice = { remedy: 'terminate', cause: 'duplicate' };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'terminated', pending: {} });
    expect((await driver.handle.describe()).status.name).toBe('TERMINATED');
    expect((await driver.noticesTo('applicant')).at(-1)).toContain('终止办理');
    expect(await driver.noticesTo('liaison_officer')).toContain('一件申请已终止办理，无需继续查证。');
    expect(await driver.eventsOf('case_terminated')).toMatchObject([
      { cause: 'duplicate', by: { officerId: 'officer-9' } },
    ]);
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'not_applicable' });
  });

  it('is one also where Temporal has lost its workflow', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.handle.terminate('lost');
    const choice = { remedy: 'terminate', cause: 'other' };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    await look();
    expect((await list(`?caseNo=${driver.caseNo}&class=workflow_missing`)).items).toEqual([]);
  });
});

describe('a case that is restarted', () => {
  it('stands where it stood before its end, is carried by a workflow, and ends as it should', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    await remedy({ remedy: 'terminate', cause: 'accepted_in_error' }, driver.caseNo);
    expect(await offered(driver)).toContain('restart');
    expect(await remedy({ remedy: 'restart' }, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect(await driver.state()).toMatchObject({ status: 'answered', outcome: null });
    expect(await explain(driver)).toMatchObject({ agreement: 'agrees' });
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('is none whose certificate was collected', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    await driver.finish();
    const outcome = await remedy({ remedy: 'restart' }, driver.caseNo);
    expect(outcome).toMatchObject({ standing: 'not_applicable' });
    expect(outcome.finding).toContain('证明已领取');
  });
});

describe('a dossier whose station cannot act', () => {
  it('goes to another one, by the rules of the act and in the name of the administrator', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    const choice = { remedy: 'reroute', homeStation: otherStation };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect(await driver.state()).toMatchObject({ status: 'in_transit', homeStation: otherStation });
    expect(await driver.eventsOf('case_rerouted')).toMatchObject([
      { cause: 'rerouted', by: { officerId: 'officer-9', role: 'system_administrator' } },
    ]);
    const again = await remedy(choice, driver.caseNo);
    expect(again).toMatchObject({ standing: 'not_applicable' });
    expect(again.finding).toContain('已是该派出所');
  });

  it('is under the policy of the province to which it goes', async () => {
    const document = policyWith('of-the-west');
    const province = parseUnitCode('650000000000');
    await enactPolicy(house.owner, { province, document, by: 'test', at: house.clock.now() });
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    const choice = { remedy: 'reroute', homeStation: parseUnitCode('650102990000') };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect((await driver.state()).policyVersions.home).toBe('of-the-west');
  });

  it('stays where the act would be refused, and says why', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    await driver.receive();
    const choice = { remedy: 'reroute', homeStation: otherStation };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({
      ...{ standing: 'not_applicable', finding: '申请件当前状态不允许此项操作。' },
    });
    expect((await findCase(house.owner, driver.caseNo))?.homeStation).toBe(homeStation);
  });

  it('is assigned for a county that does not', async () => {
    const driver = await CaseDriver.accept(house, { homeStation: homeCounty });
    await driver.transmit();
    const choice = { remedy: 'reassign', homeStation };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect(await driver.eventsOf('case_rerouted')).toMatchObject([{ cause: 'assigned', homeStation }]);
    await driver.receive();
    await driver.answer();
    await driver.finish();
    expect((await driver.handle.describe()).workflowId).toBe(caseWorkflowId(driver.caseNo));
  });
});
