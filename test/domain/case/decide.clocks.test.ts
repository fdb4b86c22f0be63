import { describe, expect, it } from 'vitest';
import { dueDateText } from '../../../domain/case/projection.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { actor } from './commands.ts';
import { calendar, calendarUntil2026, calendarWithDay, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';
import { answered, inTransit, issuedOnTheSpot, verifying } from './roads.ts';

const friday = calendarWithDay('2026-11-06', 'off');
const saturday = calendarWithDay('2026-11-07', 'work');
const texts = (ledger: Ledger) => ledger.notices.map(({ text }) => text);
/** Who was told that a calendar moved a term. */
const calendarAudiences = ({ notices }: Ledger) =>
  notices.flatMap(({ kind, audience }) =>
    kind === 'calendar' && audience.kind === 'post' ? `${audience.unit} ${audience.post}` : [],
  );
const inDecember = (options = {}) => {
  const ledger = new Ledger(options).goTo('2026-12-28T10:00:00+08:00');
  return ledger.accept().do('transmit').handOver();
};

describe('a calendar that is revised under a running case', () => {
  it('moves the due date later, names the notice, and tells both stations and the applicant', () => {
    const ledger = inTransit().revise({ calendar: friday });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(ledger.state.calendarVersion).toBe('off-2026-11-06');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([
      {
        clockKey: 'verification/1',
        cause: 'calendar_revised',
        previousDueAt: '2026-11-09T17:30:00.000+08:00',
        calendarDueAt: '2026-11-10T17:30:00.000+08:00',
        notice: { id: 'CN-2026' },
      },
    ]);
    expect(ledger.notices.slice(-3)).toMatchObject([
      { audience: { post: 'window_officer' }, kind: 'calendar' },
      { audience: { post: 'liaison_officer' }, kind: 'calendar' },
      { audience: { kind: 'applicant' }, kind: 'due_date' },
    ]);
    expect(texts(ledger).at(-1)).toContain('2026-11-10');
    expect(ledger.ahead()[1]).toBe('verification/1/R2 2026-11-09T08:30');
  });

  it('keeps to the end of the day where the policy does', () => {
    const policy = policyWith('to-midnight', { dueAtEndOf: 'day' });
    const ledger = inTransit({ policy }).revise({ calendar: friday });
    expect(ledger.dueAt).toBe('2026-11-10T23:59:59.999+08:00');
  });

  it('lets the later date stand where it would be earlier, and says both', () => {
    const ledger = inTransit().revise({ calendar: saturday });
    expect(ledger.dueAt).toBe('2026-11-09T17:30:00.000+08:00');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([
      { previousDueAt: ledger.dueAt, calendarDueAt: '2026-11-07T17:30:00.000+08:00' },
    ]);
    expect(texts(ledger).slice(-2)).toEqual(
      Array(2).fill('工作日历调整：查证反馈期限按新规定应为2026-11-07，原定2026-11-09，现按2026-11-09执行。'),
    );
  });

  it('lets the rungs of the last days stand with it', () => {
    const ledger = inTransit().revise({ calendar: saturday });
    expect(ledger.ahead()).toContain('verification/1/R3 2026-11-09T08:30');
  });

  it('tells of a standing date once, not again with every later revision', () => {
    const ledger = inTransit().revise({ calendar: saturday });
    const before = ledger.notices.length;
    ledger.revise({ calendar: { ...saturday, version: 'unrelated' } });
    expect(ledger.notices.slice(before)).toEqual([]);
  });

  it('moves it earlier where the policy of the station that has to act says so', () => {
    const strict = policyWith('strict', { onEarlierDueDate: 'calendar_stands' });
    const ledger = inTransit({ homePolicy: strict }).revise({ calendar: saturday });
    expect(ledger.dueAt).toBe('2026-11-07T17:30:00.000+08:00');
    const told = ledger.notices.filter(({ kind }) => kind === 'calendar');
    expect(told.map(({ audience, text }) => [audience.kind, text])).toEqual(
      Array(2).fill([
        'post',
        '工作日历调整：查证反馈期限按新规定应为2026-11-07，原定2026-11-09，现按2026-11-07执行。',
      ]),
    );
    expect(new Set(told.map(({ audience }) => JSON.stringify(audience))).size).toBe(2);
    const mild = inTransit({ policy: strict, homePolicy: policyWith('mild') });
    expect(mild.revise({ calendar: saturday }).dueAt).toBe('2026-11-09T17:30:00.000+08:00');
  });

  it('is noted in every open case, and moves nothing where it changes nothing', () => {
    const ledger = inTransit().revise({ calendar: calendarWithDay('2026-12-24', 'off') });
    const previousVersion = inTransit().state.calendarVersion;
    expect(ledger.events.at(-1)?.event).toEqual({
      type: 'calendar_revised',
      previousVersion,
      version: 'off-2026-12-24',
    });
    expect(ledger.notices.filter(({ kind }) => kind === 'calendar')).toEqual([]);
  });

  it('moves every running clock of the case, and no stopped one', () => {
    const ledger = answered().revise({ calendar: calendarWithDay('2026-11-03', 'off') });
    expect(ledger.eventsOf('clock_moved').map(({ clockKey }) => clockKey)).toEqual(['issue/1']);
  });

  it('tells both stations of the term to acknowledge a filing once it was sent, before that only who owes it', () => {
    const due = issuedOnTheSpot().revise({ calendar: calendarWithDay('2026-11-03', 'off') });
    expect(due.eventsOf('clock_moved').map(({ clockKey }) => clockKey)).toEqual(['filing_dispatch/1']);
    expect(calendarAudiences(due)).toEqual(['accepting_station window_officer']);
    const sent = issuedOnTheSpot().do('send_filing').sendFiling().revise({ calendar: friday });
    expect(sent.eventsOf('clock_moved').map(({ clockKey }) => clockKey)).toEqual([
      'filing_acknowledgement/1',
    ]);
    expect(calendarAudiences(sent)).toEqual([
      'accepting_station window_officer',
      'home_station liaison_officer',
    ]);
  });

  it('never moves the half year for the collection, which counts no working days', () => {
    const ledger = issuedOnTheSpot().revise({ calendar: friday });
    expect(ledger.eventsOf('clock_moved').map(({ clockKey }) => clockKey)).not.toContain('collection/1');
  });

  it('takes back what said too early that a station is late, and says it when the time has come', () => {
    const ledger = verifying().passUntil('2026-11-09T18:00:00+08:00');
    ledger.revise({ calendar: calendarWithDay('2026-11-06', 'off') });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R4': { settlement: { kind: 'obviated' } },
    });
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.ahead()).toEqual([
      'verification/1/R4+1 2026-11-10T17:30',
      'verification/1/R5 2026-11-12T17:30',
      'verification/1/R6 2026-11-17T17:30',
    ]);
    ledger.passUntil('2026-11-11T09:00:00+08:00');
    expect(ledger.running()).toEqual(['verification/1', 'reply/2']);
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R4+1': { settlement: null, replyClock: 'reply/2' },
    });
    expect(ledger.do('reply', { rungKey: 'verification/1/R4+1' as RungKey }).running()).toEqual([
      'verification/1',
    ]);
  });

  it('leaves a reminder that has fired fired', () => {
    const ledger = verifying().passUntil('2026-11-09T09:00:00+08:00');
    ledger.revise({ calendar: calendarWithDay('2026-11-09', 'off') });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(ledger.ahead()).toEqual([
      'verification/1/R4 2026-11-10T17:30',
      'verification/1/R5 2026-11-12T17:30',
      'verification/1/R6 2026-11-17T17:30',
    ]);
  });

  it('that lacks the year of the end leaves the date that people were told', () => {
    const ledger = inDecember();
    const before = ledger.dueAt;
    expect(before).toBe('2027-01-05T17:30:00.000+08:00');
    expect(ledger.revise({ calendar: calendarUntil2026 }).dueAt).toBe(before);
    expect(ledger.eventsOf('clock_moved')).toEqual([]);
  });
});

describe('a provisional date', () => {
  it('says so until the notice is out, which explains it anew without moving it', () => {
    const ledger = inDecember();
    expect(dueDateText(ledger.state)).toBe('2027-01-05（暂定）');
    const years = calendar.years.map((year) => ({ ...year, status: 'official' as const }));
    ledger.revise({ calendar: { ...calendar, version: 'notice-2027', years } });
    expect(dueDateText(ledger.state)).toBe('2027-01-05');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([{ notice: null }]);
    // The date is the same: nobody is disturbed.
    expect(ledger.notices.filter(({ kind }) => kind === 'calendar')).toEqual([]);
  });
});

describe('a policy', () => {
  const longer = policyWith('longer', {
    terms: { ...defaultPolicy.terms, verification: { unit: 'working_days', count: 7 } },
    cases: { ...defaultPolicy.cases, reroutesWithoutSupervisor: 0, answerFreshDays: 1 },
  });

  it('holds for the case from its acceptance on, whatever the stations have since', () => {
    expect(inTransit({ policy: longer }).state).toMatchObject({
      policyVersions: { accepting: 'longer', home: 'longer' },
      terms: { reroutesWithoutSupervisor: 0 },
    });
    expect(inTransit({ policy: longer }).dueAt).toBe('2026-11-11T17:30:00.000+08:00');
  });

  it('is changed by migration on purpose, with every running clock from its own start', () => {
    const ledger = inTransit().goTo('2026-11-05T09:00:00+08:00').migrate({ policy: longer });
    expect(ledger.state).toMatchObject({
      policyVersions: { accepting: 'longer', home: 'longer' },
      terms: { reroutesWithoutSupervisor: 0, answerFreshDays: 1 },
    });
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
    expect(texts(ledger).slice(-3)).toEqual([
      '政策调整：查证反馈期限由2026-11-09改为2026-11-11。',
      '政策调整：查证反馈期限由2026-11-09改为2026-11-11。',
      '因政策调整，您的申请预计2026-11-11前查证完毕。',
    ]);
    expect(ledger.eventsOf('policy_migrated')).toMatchObject([{ by: actor('system_administrator') }]);
    expect(ledger.eventsOf('clock_moved')).toMatchObject([
      {
        clockKey: 'verification/1',
        cause: 'policy_migrated',
        deadline: { startedAt: ledger.state.transmissions[0]?.deliveredAt },
      },
    ]);
    expect(ledger.state.clocks).toMatchObject({ 'transmission/1': { deadline: { termWorkingDays: 1 } } });
  });

  it('that ends the last day at 24:00 tells the hours, for the date is the same; back to office hours, the later stands', () => {
    const ledger = inTransit().migrate({ policy: policyWith('to-midnight', { dueAtEndOf: 'day' }) });
    expect(ledger.dueAt).toBe('2026-11-09T23:59:59.999+08:00');
    const [there] = ledger.eventsOf('clock_moved');
    expect(there && describeEvent(there)).toBe('查证反馈期限由2026-11-09 17:30改为2026-11-09 24:00');
    expect(texts(ledger).at(-1)).toBe('政策调整：查证反馈期限由2026-11-09 17:30改为2026-11-09 24:00。');
    expect(ledger.ahead()).toContain('verification/1/R4 2026-11-10T00:00');
    ledger.migrate({ policy: policyWith('next') });
    expect(ledger.dueAt).toBe('2026-11-09T23:59:59.999+08:00');
    const back = ledger.eventsOf('clock_moved').at(-1);
    expect(back && describeEvent(back)).toBe(
      '查证反馈期限按新规定应为2026-11-09 17:30，仍按2026-11-09 24:00执行',
    );
  });

  it('that a case is migrated to takes back no later date that stood after a revision', () => {
    const ledger = inTransit()
      .revise({ calendar: saturday })
      .migrate({ policy: policyWith('next') });
    expect(ledger.dueAt).toBe('2026-11-09T17:30:00.000+08:00');
  });

  it('of the home province counts the 5 days, that of the accepting province its own terms', () => {
    const ledger = inTransit({ homePolicy: longer }).do('receive').do('answer');
    expect(ledger.state.policyVersions).toEqual({ accepting: 'default', home: 'longer' });
    expect(ledger.state.clocks).toMatchObject({
      'verification/1': { deadline: { termWorkingDays: 7 } },
      'issue/1': { deadline: { termWorkingDays: 2 } },
    });
    expect(ledger.state.terms.answerFreshDays).toBe(30);
  });
});
