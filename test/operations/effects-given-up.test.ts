import { describe, expect, it } from 'vitest';
import { effectFailure } from '../../activities/failures.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { systemClock } from '../../platform/clock.ts';
import { caseTakingUp, caseWorkflowId, caseWorkflowName } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { acceptedLongAgo } from '../house/long-unanswered.ts';
import { storeApplication } from '../house/stored-application.ts';
import type { Ledger } from '../domain/case/ledger.ts';
import { openOperationsHouse } from './operations-house.ts';

let hasFont = false;
const { house, temporal, untilSeen, untilEnded, remedy } = await openOperationsHouse({
  renderer: {
    render: () =>
      hasFont
        ? Promise.resolve(new TextEncoder().encode('%PDF-'))
        : Promise.reject(effectFailure('unprintable_text', '无法打印字符 U+323B0。')),
  },
});

/** A case with a past that the house did not live through, carried by a workflow from now on. */
async function takeUp(ledger: Ledger): Promise<CaseDriver> {
  const caseNo = await storeApplication(house.owner, 120_000);
  const { events, state } = ledger;
  const units = createUnitDirectory(house.owner, systemClock);
  for (const { event, occurredAt } of events) {
    if (event.type !== 'answer_recorded') continue;
    const { answerId, by } = event;
    await addActRecord(house.owner, {
      ...{ commandId: answerId, caseNo, officerId: by.officerId, submittedAt: occurredAt },
      content: {
        ...{ act: 'answer', result: 'consistent', source: 'population_system' },
        certificateText: '申请人曾用名李例，于2008年5月12日变更。',
      },
    });
  }
  await createLedgerActivities({ database: house.owner, units }).record({ caseNo, events, next: state });
  await temporal.client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
  return CaseDriver.of(house, caseNo);
}

describe('an effect that was tried for more than a week and is not tried any more', () => {
  it('is an incident; a retry helps when the cause was mended, and not before', async () => {
    const past = acceptedLongAgo().do('transmit').handOver().do('receive').do('answer').do('issue');
    const driver = await takeUp(past.failForGood('issue_certificate', 'unprintable_text'));
    const incident = await untilSeen('effect_given_up', caseWorkflowId(driver.caseNo));
    expect(incident).toMatchObject({ part: 'issue_certificate/1', reason: 'unprintable_text' });
    expect(incident.remedies.map((each) => each.remedy)).toContain('retry_effect');
    const choice = { remedy: 'retry_effect', effectKey: incident.part };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'not_moved' });
    expect(await untilSeen('effect_given_up')).toMatchObject({ id: incident.id });
    await remedy({ remedy: 'pause' }, driver.caseNo);
    expect((await untilSeen('effect_given_up')).message).toContain('暂停办理');
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'not_applicable' });
    await remedy({ remedy: 'resume' }, driver.caseNo);
    hasFont = true;
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    await untilEnded('effect_given_up');
    await driver.act('notify');
    await driver.act('collect');
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    expect(await driver.certificateCount()).toBe(1);
  });

  it('is one that a person did in its place, and another agreed to; the case goes on and ends', async () => {
    const past = acceptedLongAgo().do('transmit', { channel: 'fax' });
    const driver = await takeUp(past.failForGood('transmit_dossier', 'fax_failed'));
    const incident = await untilSeen('effect_given_up', caseWorkflowId(driver.caseNo));
    expect(incident.part).toBe('transmit_dossier/1');
    const retry = { remedy: 'retry_effect', effectKey: incident.part };
    const inVain = await remedy(retry, driver.caseNo);
    expect(inVain).toMatchObject({ standing: 'not_moved' });
    expect(inVain.finding).toContain('fax_not_configured');
    const doneAt = house.clock.now();
    const choice = { remedy: 'substitute_effect', effectKey: incident.part, doneAt, pages: 3 };
    const applied = await remedy(choice, driver.caseNo);
    expect(applied).toMatchObject({ standing: 'moved', decidedBy: 'officer-14' });
    await untilEnded('effect_given_up');
    expect(await driver.eventsOf('dossier_handed_over')).toMatchObject([{ channel: 'manual', pages: 3 }]);
    await driver.receive(house.clock.now(), 3);
    await driver.answer();
    hasFont = true;
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  });
});
