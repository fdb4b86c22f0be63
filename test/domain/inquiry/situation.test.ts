import { describe, expect, it } from 'vitest';
import { holderTitles } from '../../../domain/case/holder.ts';
import { caseOutcomes, caseStatuses } from '../../../domain/case/status.ts';
import { applicantStatusOf } from '../../../domain/inquiry/applicant-status.ts';
import type { SituationId } from '../../../domain/inquiry/situation.ts';
import { situationOf, situations } from '../../../domain/inquiry/situation.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { calendarWithDay } from '../case/facts.ts';
import type { Ledger } from '../case/ledger.ts';
import {
  accepted,
  answered,
  atTheCounty,
  collected,
  faxed,
  inTransit,
  issued,
  issuedOnTheSpot,
  proposed,
  reopened,
  roadTo,
  verifying,
} from '../case/roads.ts';

const courses: readonly (readonly [string, () => Ledger, SituationId])[] = [
  ['accepted', accepted, 'being_forwarded'],
  ['asked for papers', () => accepted().do('request_completion'), 'to_be_completed'],
  ['asked for papers while it is verified', () => verifying().do('request_completion'), 'to_be_completed'],
  ['being handed over', () => accepted().do('transmit'), 'being_forwarded'],
  ['delivered', inTransit, 'on_its_way'],
  ['faxed', faxed, 'on_its_way'],
  ['at the county', atTheCounty, 'on_its_way'],
  ['sent back', () => inTransit().do('return_dossier'), 'being_forwarded'],
  ['being verified', verifying, 'being_verified'],
  ['answered by one of two', proposed, 'being_verified'],
  ['answered', answered, 'answered'],
  ['being printed', () => answered().do('issue'), 'answered'],
  ['issued', issued, 'to_be_collected'],
  ['told', () => issued().do('notify'), 'to_be_collected'],
  ['issued on the spot', issuedOnTheSpot, 'to_be_collected'],
  [
    'collected, the filing under way',
    () => issuedOnTheSpot().do('send_filing').sendFiling().do('collect'),
    'collected',
  ],
  ['collected', collected, 'collected'],
  ['voided', reopened, 'being_reissued'],
  ['lost', () => collected().do('reissue'), 'being_reissued'],
  ['answered with no', () => answered('inconsistent').do('notify'), 'referred'],
  ['withdrawn', () => verifying().do('withdraw'), 'withdrawn'],
  ['terminated', () => verifying().administer({ type: 'terminate_case', cause: 'other' }), 'terminated'],
  ['refused', () => accepted().do('refuse'), 'refused'],
  ['never collected', () => issued().do('notify').passUntil('2027-06-30T17:30:00+08:00'), 'uncollected'],
];

describe('a case as its applicant is told of it', () => {
  it.each(courses)('%s', (_, course, expected) => {
    expect(situationOf(course().state)).toBe(expected);
  });

  it('has every situation on some course, and words for every status and outcome', () => {
    const states = courses.map(([, course]) => course().state);
    expect(new Set(courses.map(([, , situation]) => situation))).toEqual(new Set(Object.keys(situations)));
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(caseStatuses));
    expect(new Set(states.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(caseOutcomes));
  });

  it('says the same after every answer, before the station has told what it was', () => {
    const [yes, no] = (['consistent', 'inconsistent'] as const).map((result) => answered(result).state);
    expect([yes?.status, no?.status]).toEqual(['answered', 'answered']);
    const told = [yes, no].map((state) => state && situationOf(state));
    expect(told).toEqual(['answered', 'answered']);
  });

  it('speaks Chinese without our words', () => {
    const words = JSON.stringify(Object.values(situations).map(({ office: _, ...rest }) => rest));
    expect(words.replaceAll(/"(sentence|next|bring)"/g, '')).not.toMatch(/[a-z]/i);
  });
});

const at = (time: string) => parseInstant(time);

describe('who holds it, and until when', () => {
  it.each(caseStatuses)('%s: somebody since some time, or nobody at the end', (status) => {
    const { state } = roadTo[status]();
    const { heldBy } = applicantStatusOf(state, at('2026-11-03T09:00:00+08:00'));
    expect(heldBy === null).toBe(status === 'closed');
    if (heldBy === null) return;
    expect(Object.keys(holderTitles)).toContain(heldBy.holder);
    expect(heldBy).toEqual(state.custody.at(-1));
  });

  it('explains the 5 working days day by day, and says when they are over', () => {
    const { state } = verifying();
    const before = applicantStatusOf(state, at('2026-11-09T17:30:00+08:00')).due;
    expect(before).toMatchObject({
      title: '查证期限',
      dueAt: '2026-11-09T17:30:00.000+08:00',
      overdue: false,
    });
    expect(before?.explanation[0]).toBe('2026-11-02（周一）起算当日，不计入');
    expect(before?.explanation).toContain('2026-11-09（周一）第5个工作日');
    expect(applicantStatusOf(state, at('2026-11-09T17:31:00+08:00')).due?.overdue).toBe(true);
  });

  it('follows a revised calendar', () => {
    const { state } = verifying().revise({ calendar: calendarWithDay('2026-11-06', 'off') });
    const { due } = applicantStatusOf(state, at('2026-11-04T09:00:00+08:00'));
    expect(due?.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });

  it('says that no term has begun while nobody knows that the dossier is there', () => {
    const { due } = applicantStatusOf(faxed().state, at('2026-11-02T10:00:00+08:00'));
    expect(due).toMatchObject({ title: '查证期限', dueAt: null, overdue: false });
  });

  it('gives an applicant half a year to collect, and nothing after the end', () => {
    const { due } = applicantStatusOf(issued().do('notify').state, at('2026-11-03T10:00:00+08:00'));
    expect(due?.title).toBe('领取期限');
    expect(due?.explanation[0]).toMatch(/^自2026-11-\d\d起180日，至2027-0\d-\d\d$/);
    expect(applicantStatusOf(collected().state, at('2026-11-03T10:00:00+08:00')).due).toBeNull();
  });
});
