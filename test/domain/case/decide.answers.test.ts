import { describe, expect, it } from 'vitest';
import { findRunningClock } from '../../../domain/case/state.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { actor } from './commands.ts';
import { calendarWithDay, policyWith } from './facts.ts';
import { answered, confirmed, proposed, verifying } from './roads.ts';

const dueInstant = '2026-11-09T17:30:00.000+08:00';

describe('an answer', () => {
  it('stops the 5 days and gives the accepting station two working days to issue and notify', () => {
    const { state } = answered();
    expect(state).toMatchObject({
      status: 'answered',
      answer: { result: 'consistent', timeliness: 'in_time' },
    });
    expect(findRunningClock(state, 'verification')).toBeUndefined();
    expect(findRunningClock(state, 'issue')?.deadline.dueAt).toBe('2026-11-04T17:30:00.000+08:00');
    expect(state.custody.at(-1)?.holder).toBe('accepting_station');
  });

  it.each([
    ['office_hours', dueInstant, 'in_time'],
    ['office_hours', '2026-11-09T17:30:00.001+08:00', 'late'],
    ['day', '2026-11-09T23:59:59.999+08:00', 'in_time'],
    ['day', '2026-11-10T00:00:00.000+08:00', 'late'],
  ] as const)('is accepted all the same: to the end of the %s, at %s %s', (dueAtEndOf, at, timeliness) => {
    const ledger = verifying({ policy: policyWith('own', { dueAtEndOf }) })
      .goTo(at)
      .do('answer');
    expect(ledger.state.answer).toMatchObject({ timeliness, answeredAt: ledger.events.at(-1)?.occurredAt });
  });

  it.each([
    ['2026-11-09T17:30:00+08:00', 0, '反馈：查证一致'],
    ['2026-11-09T17:31:00+08:00', 0, '反馈：查证一致（逾期不足1个工作日）'],
    ['2026-11-10T08:31:00+08:00', 1, '反馈：查证一致（逾期1个工作日）'],
    // A weekend lies between.
    ['2026-11-16T09:00:00+08:00', 5, '反馈：查证一致（逾期5个工作日）'],
  ])('at %s is late by %i working days', (at, workingDaysLate, sentence) => {
    const ledger = verifying().goTo(at).do('answer');
    expect(ledger.state.answer?.workingDaysLate).toBe(workingDaysLate);
    const [event] = ledger.eventsOf('answer_recorded');
    expect(event && describeEvent(event)).toBe(`户籍地派出所${sentence}`);
  });

  it('is late by as many as lie behind the date that stands, not behind what the calendar says', () => {
    const ledger = verifying().revise({ calendar: calendarWithDay('2026-11-07', 'work') });
    expect(ledger.dueAt).toBe(dueInstant);
    ledger.goTo('2026-11-11T09:00:00+08:00').do('answer');
    expect(ledger.state.answer).toMatchObject({ workingDays: 8, workingDaysLate: 2 });
  });

  it('stops the ladder and settles what it urged', () => {
    const ledger = verifying().passUntil('2026-11-12T10:00:00+08:00').do('answer');
    expect(ledger.fired()).toEqual([
      'verification/1/R2 2026-11-06T08:30',
      'verification/1/R3 2026-11-09T08:30',
      'verification/1/R4 2026-11-09T17:30',
      'reply/1/reply_overdue 2026-11-10T17:30',
      'verification/1/R5 2026-11-11T17:30',
    ]);
    expect(ledger.ahead()).toEqual([
      'issue/1/issue_overdue 2026-11-16T17:30',
      'issue/1/issue_long_overdue 2026-11-18T17:30',
    ]);
    const open = Object.values(ledger.state.escalations).filter(({ settlement }) => settlement === null);
    expect(open).toEqual([]);
  });
});

describe('an answer corrected before the issue', () => {
  it('replaces the first, keeps its time and timeliness, and starts no second term', () => {
    const ledger = answered().goTo('2026-11-12T09:00:00+08:00');
    const first = ledger.state.answer;
    ledger.do('answer', { result: 'inconsistent', confirmedMatters: [] });
    expect(ledger.state.answer).toMatchObject({
      result: 'inconsistent',
      confirmedMatters: [],
      answeredAt: first?.answeredAt,
      timeliness: 'in_time',
    });
    expect(ledger.eventsOf('answer_recorded').at(-1)).toMatchObject({ replaces: first?.answerId });
    expect(Object.keys(ledger.state.clocks)).not.toContain('issue/2');
  });

  it('stays late when the first was late, in the ledger and in what people read', () => {
    const ledger = verifying().goTo('2026-11-10T09:00:00+08:00').do('answer').do('answer');
    expect(ledger.state.answer?.timeliness).toBe('late');
    const correction = ledger.eventsOf('answer_recorded').at(-1);
    expect(correction?.timeliness).toBe('late');
    expect(correction && describeEvent(correction)).toContain('更正反馈：查证一致（逾期1个工作日）');
  });
});

describe('a matter that needs two persons', () => {
  it('is answered when the second has confirmed the first, and by the time of that', () => {
    const ledger = proposed();
    expect(ledger.state).toMatchObject({ status: 'verifying', answer: null });
    expect(findRunningClock(ledger.state, 'verification')).toBeDefined();
    ledger.goTo('2026-11-09T17:31:00+08:00').do('confirm_answer');
    expect(ledger.state).toMatchObject({
      status: 'answered',
      proposedAnswer: null,
      answer: { timeliness: 'late' },
    });
    expect(ledger.eventsOf('answer_recorded')).toMatchObject([
      { by: actor('liaison_officer'), confirmedBy: actor('station_leader') },
    ]);
  });

  it('goes by the last proposal, whose maker may be the other person', () => {
    const ledger = proposed().do('answer', { result: 'inconsistent' }, actor('station_leader'));
    expect(ledger.refusalOf('confirm_answer', {}, actor('station_leader'))).toBe('second_person_needed');
    ledger.do('confirm_answer', {}, actor('liaison_officer'));
    expect(ledger.state.answer?.result).toBe('inconsistent');
  });

  it('is corrected by two persons too; until then the first answer holds', () => {
    const ledger = confirmed().do('answer', { result: 'inconsistent' });
    expect(ledger.state.answer?.result).toBe('consistent');
    expect(ledger.do('confirm_answer').state.answer?.result).toBe('inconsistent');
  });

  it('forgets a proposal with the return of the dossier', () => {
    const ledger = proposed().do('return_dossier').do('transmit').handOver().do('receive');
    expect(ledger.refusalOf('confirm_answer')).toBe('no_answer_to_confirm');
  });
});

describe('a correction that waits for its second person', () => {
  const corrected = (ledger = confirmed()) =>
    ledger.do('answer', { result: 'inconsistent', confirmedMatters: [] });

  it('is told to the accepting officer, who waits for it; a leader need not', () => {
    const ledger = corrected();
    expect(ledger.notices.at(-1)).toMatchObject({
      audience: { unit: 'accepting_station', post: 'window_officer' },
    });
    for (const act of ['issue', 'notify'] as const) {
      expect(ledger.refusalOf(act, {}, actor('window_officer'))).toBe('answer_being_corrected');
    }
    ledger.do('issue', {}, actor('station_leader')).makeCertificate();
    expect(ledger.state).toMatchObject({ status: 'issued', proposedAnswer: null });
  });

  it('asks the liaison officer where the leader proposes: nobody confirms himself', () => {
    const byLeader = verifying({}, 'KINSHIP').do(
      'answer',
      { confirmedMatters: ['KINSHIP'] },
      actor('station_leader'),
    );
    expect(byLeader.notices.at(-1)).toMatchObject({ audience: { post: 'liaison_officer' } });
  });
});
