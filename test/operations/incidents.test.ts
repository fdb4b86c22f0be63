import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { effectFailure } from '../../activities/failures.ts';
import { cases } from '../../db/schema/index.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { storeApplication } from '../house/stored-application.ts';
import { openOperationsHouse } from './operations-house.ts';

let hasFont = true;
const stage = await openOperationsHouse({
  renderer: {
    render: () =>
      hasFont
        ? Promise.resolve(new TextEncoder().encode('%PDF-'))
        : Promise.reject(effectFailure('unprintable_text', '无法打印字符 U+323B0。')),
  },
});
const { house, door, look, list, untilSeen, untilEnded, remedy } = stage;

/** A case whose certificate was asked for and cannot be printed. */
async function unprintable(): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house);
  await driver.toAnswered();
  hasFont = false;
  await driver.request('issue');
  await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
  return driver;
}

describe('a house in which everything moves', () => {
  it('has no incident', async () => {
    await CaseDriver.accept(house);
    await look();
    expect(await list()).toEqual({ groups: [], items: [], nextCursor: null });
  });
});

describe('a certificate that cannot be printed', () => {
  it('is an incident with its class, attempts and remedies; a retry helps when the font is there, and not before', async () => {
    const driver = await unprintable();
    const incident = await untilSeen('effect_retrying');
    expect(incident).toMatchObject({
      caseNo: driver.caseNo,
      part: 'issue_certificate/1',
      reason: 'unprintable_text',
      attempts: 1,
      endedAt: null,
    });
    expect(incident.message).toContain('U+323B0');
    expect(incident.remedies.map((each) => each.remedy)).toContain('retry_effect');

    const choice = { remedy: 'retry_effect', effectKey: incident.part };
    const inVain = await remedy(choice, driver.caseNo);
    expect(inVain.standing).toBe('not_moved');
    expect(inVain.finding).toContain('U+323B0');

    hasFont = true;
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    await driver.waitUntil('the certificate', ({ status }) => status === 'issued');
    await untilEnded('effect_retrying');
    expect((await list('?standing=ended')).items).toMatchObject([{ id: incident.id }]);
    expect(await driver.certificateCount()).toBe(1);
    // What has happened is not done again.
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'not_applicable' });
  });
});

describe('an open case that Temporal has lost', () => {
  it('is an incident, is taken up, and ends as it should', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    await driver.handle.terminate('lost');
    const incident = await untilSeen('workflow_missing', caseWorkflowId(driver.caseNo));
    expect(incident).toMatchObject({ caseNo: driver.caseNo, reason: 'terminated' });
    expect(await remedy({ remedy: 'take_up' }, driver.caseNo)).toMatchObject({ standing: 'moved' });
    await untilEnded('workflow_missing');
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('an application that was stored and not started is one too, and is started', async () => {
    const caseNo = await storeApplication(house.owner, 60_000);
    const incident = await untilSeen('workflow_missing', caseWorkflowId(caseNo));
    expect(incident).toMatchObject({ caseNo: null, reason: 'not_started' });
    expect(await remedy({ remedy: 'start', caseNo })).toMatchObject({ standing: 'moved' });
    await untilEnded('workflow_missing');
  });
});

describe('a read model that does not say what the ledger says', () => {
  it('is an incident, and is written anew', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    const before = await driver.state();
    await house.owner
      .update(cases)
      .set({ status: 'answered', state: sql`jsonb_set(state, '{status}', '"answered"')` })
      .where(eq(cases.caseNo, driver.caseNo));
    const incident = await untilSeen('state_disagreement', caseWorkflowId(driver.caseNo));
    expect(incident).toMatchObject({ part: 'read_model' });
    expect(await remedy({ remedy: 'reproject' }, driver.caseNo)).toMatchObject({ standing: 'moved' });
    expect(await driver.state()).toEqual(before);
    await untilEnded('state_disagreement');
  });
});

describe('a case explained', () => {
  it('is told by ledger and workflow, in words, with what it waits for', async () => {
    const driver = await unprintable();
    const told = await door.call('administrator', 'GET', `/v1/operations/cases/${driver.caseNo}`);
    expect(told.json()).toMatchObject({
      ledger: { status: 'answered' },
      workflow: { known: true, status: 'RUNNING' },
      agreement: 'agrees',
    });
    const { history, waitsFor } = told.json<{
      history: { sentence: string }[];
      waitsFor: string[];
    }>();
    expect(history.map(({ sentence }) => sentence)).toContain('收到操作“反馈”');
    expect(waitsFor[0]).toBe('出具证明：已失败 1 次。');
    const options = await door.call('administrator', 'GET', `/v1/operations/cases/${driver.caseNo}/remedies`);
    const { items } = options.json<{ items: { remedy: string }[] }>();
    expect(new Set(items.map((item) => item.remedy))).toEqual(
      new Set(['retry_effect', 'reset', 'pause', 'terminate', 'reproject']),
    );
    hasFont = true;
  });

  it('whose workflow is gone is told by its ledger', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.handle.terminate('lost');
    const told = await door.call('administrator', 'GET', `/v1/operations/cases/${driver.caseNo}`);
    expect(told.json()).toMatchObject({
      ledger: { status: 'accepted' },
      workflow: { status: 'TERMINATED' },
      agreement: 'differs',
    });
  });
});
