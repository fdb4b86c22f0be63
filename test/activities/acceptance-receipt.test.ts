import { expect, it } from 'vitest';
import { acceptanceReceiptOf } from '../../activities/papers/applicant-papers.ts';
import type { CaseRecord } from '../../activities/papers/case-record.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import type { CaseEventType } from '../../domain/case/event.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { buildUnitTree } from '../../domain/units/unit-tree.ts';
import { newPrintedCode } from '../../platform/printed-secrets.ts';
import { calendarWithDay } from '../domain/case/facts.ts';
import type { Ledger } from '../domain/case/ledger.ts';
import { inTransit, verifying } from '../domain/case/roads.ts';
import { sampleApplication } from '../house/case-driver.ts';

function receiptAfter(ledger: Ledger, type: CaseEventType) {
  const occasion = ledger.events.findLast(({ event }) => event.type === type);
  if (occasion === undefined) throw new Error(`the case has no ${type}`);
  const record: CaseRecord = {
    caseNo: '44010699000020261102000015' as CaseNo,
    application: sampleApplication,
    events: ledger.events,
    state: ledger.state,
    occasion,
    words: new Map(),
    tree: buildUnitTree(sampleUnits),
    contactsOf: () => undefined,
    policies: { accepting: defaultPolicy, home: defaultPolicy },
  };
  return acceptanceReceiptOf(record, { code: newPrintedCode(), address: null });
}

it('a receipt that is printed anew knows by which earlier date the calendar would end the term', () => {
  const stands = verifying().revise({ calendar: calendarWithDay('2026-11-07', 'work') });
  expect(receiptAfter(stands, 'clock_moved')).toMatchObject({
    deadline: { dueDate: '2026-11-09' },
    calendarDueAt: '2026-11-07T17:30:00.000+08:00',
  });
  const moved = verifying().revise({ calendar: calendarWithDay('2026-11-06', 'off') });
  expect(receiptAfter(moved, 'clock_moved')).toMatchObject({
    deadline: { dueDate: '2026-11-10' },
    calendarDueAt: '2026-11-10T17:30:00.000+08:00',
  });
  expect(receiptAfter(verifying(), 'case_accepted')).toMatchObject({ deadline: null, calendarDueAt: null });
});

it.each([
  ['REGISTRATION', 'case_accepted', 'possible'],
  // The officer has sent it to the home station all the same.
  ['REGISTRATION', 'clock_started', 'impossible'],
  ['NAME_CHANGE', 'case_accepted', 'impossible'],
] as const)('a receipt for %s after %s says that an Annex 2 is %s', (matter, type, onTheSpot) => {
  expect(receiptAfter(inTransit({}, matter), type)).toMatchObject({ onTheSpot });
});

it('nothing but matters that the population system shows can be certified on the spot', () => {
  expect(receiptAfter(inTransit({}, 'REGISTRATION', 'KINSHIP'), 'case_accepted')).toMatchObject({
    onTheSpot: 'impossible',
  });
});
