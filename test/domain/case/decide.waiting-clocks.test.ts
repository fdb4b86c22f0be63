import { describe, expect, it } from 'vitest';
import { dueDateText, projectCase } from '../../../domain/case/projection.ts';
import { findRunningClock } from '../../../domain/case/state.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { calendar, calendarUntil2026 } from './facts.ts';
import { Ledger } from './ledger.ts';

const r4 = 'verification/1/R4' as RungKey;
const withoutNextYear = () => new Ledger({ calendar: calendarUntil2026 });
const waiting = () => withoutNextYear().goTo('2026-12-28T10:00:00+08:00').accept().do('transmit').handOver();
const texts = (ledger: Ledger) => ledger.notices.map(({ text }) => text);

describe('a term that ends in a year without a calendar', () => {
  it('is not guessed: the clock waits, somebody is told, and the case goes on', () => {
    const ledger = waiting();
    expect(ledger.state.unstartedClocks).toMatchObject({
      'verification/1': { clock: 'verification', startedAt: ledger.state.transmissions[0]?.deliveredAt },
    });
    expect(ledger.ahead()).toEqual([]);
    expect(dueDateText(ledger.state)).toBeNull();
    expect(projectCase(ledger.state).dueAt).toBeNull();
    expect(texts(ledger)).toContain('相应年度的工作日历尚未发布，期限待日历发布后起算。');
  });

  it('begins with the calendar, from the instant at which it should have begun', () => {
    const ledger = waiting().goTo('2027-01-04T09:00:00+08:00');
    ledger.revise({ calendar });
    expect(ledger.state.unstartedClocks).toEqual({});
    const { deliveredAt } = ledger.state.transmissions[0] ?? {};
    expect(findRunningClock(ledger.state, 'verification')?.deadline).toMatchObject({
      startedAt: deliveredAt,
      dueDate: '2027-01-05',
      provisional: true,
    });
    expect(ledger.ahead()[0]).toBe('verification/1/R1 2026-12-29T17:30');
  });

  it('is told where the end itself is known; the rungs beyond follow with the calendar', () => {
    const ledger = withoutNextYear().goTo('2026-12-21T10:00:00+08:00').accept().do('transmit').handOver();
    expect(ledger.dueAt).toBe('2026-12-28T17:30:00.000+08:00');
    expect(ledger.ahead().at(-1)).toBe('verification/1/R5 2026-12-30T17:30');
    expect(ledger.revise({ calendar }).ahead().at(-1)).toBe('verification/1/R6 2027-01-05T17:30');
  });

  it('waits on while a revision brings the year no nearer', () => {
    const ledger = waiting().revise({ calendar: calendarUntil2026 });
    expect(Object.keys(ledger.state.unstartedClocks)).toEqual(['verification/1']);
  });
});

describe('a clock that waits for a calendar', () => {
  it('never begins after the answer', () => {
    const ledger = waiting().do('receive').do('answer').revise({ calendar });
    expect(ledger.running('verification')).toEqual([]);
  });

  it('never begins for a station that the case has left', () => {
    const ledger = waiting().do('reroute').handOver().revise({ calendar });
    expect(ledger.running('verification')).toHaveLength(1);
  });

  it('is not begun a second time by the signature', () => {
    const ledger = waiting().do('receive').revise({ calendar });
    expect(ledger.running('verification')).toHaveLength(1);
  });

  it('begins where the receipt says that the dossier arrived, with the calendar', () => {
    const ledger = faxedAtYearEnd().goTo('2026-12-30T09:00:00+08:00');
    ledger.do('receive', { receivedAt: parseInstant('2026-12-29T09:00:00+08:00') });
    ledger.revise({ calendar });
    expect(running(ledger)).toMatchObject({
      startedAt: '2026-12-29T09:00:00.000+08:00',
      dueDate: '2027-01-06',
    });
  });

  it('begins where a receipt is corrected to', () => {
    const ledger = faxedAtYearEnd().goTo('2026-12-30T09:00:00+08:00');
    ledger.do('receive', { receivedAt: parseInstant('2026-12-30T08:00:00+08:00') });
    ledger.do('correct_receipt', { receivedAt: parseInstant('2026-12-29T09:00:00+08:00') });
    expect(running(ledger.revise({ calendar }))?.startedAt).toBe('2026-12-29T09:00:00.000+08:00');
  });

  it('begins at once where the corrected term ends in a known year', () => {
    const ledger = withoutNextYear().goTo('2026-12-23T10:00:00+08:00').accept();
    ledger.do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null });
    ledger.goTo('2026-12-28T09:00:00+08:00').do('receive');
    ledger.do('correct_receipt', { receivedAt: parseInstant('2026-12-23T11:00:00+08:00') });
    expect(ledger.state.unstartedClocks).toEqual({});
    expect(ledger.dueAt).toBe('2026-12-30T17:30:00.000+08:00');
  });

  it('keeps what a rung demanded: the reply can be given at once, and has its people later', () => {
    const ledger = escalatedWithoutCalendar();
    expect(ledger.state.unstartedClocks).toMatchObject({ 'reply/1': { clock: 'reply' } });
    expect(ledger.refusalOf('reply', { rungKey: r4 })).toBeNull();
  });

  it('and it is the reply to that rung when it begins', () => {
    const ledger = escalatedWithoutCalendar().revise({ calendar });
    expect(ledger.state.clocks).toMatchObject({
      'reply/1': { ladder: [{ rung: 'reply_overdue', to: [{ post: 'city_supervisor' }] }] },
    });
    expect(ledger.state.escalations[r4]?.replyDueAt).not.toBeNull();
  });

  const running = (ledger: Ledger) => findRunningClock(ledger.state, 'verification')?.deadline;

  /** By a fax whose end was confirmed on 2026-12-28, before its receipt. */
  function faxedAtYearEnd(): Ledger {
    const ledger = withoutNextYear().goTo('2026-12-28T10:00:00+08:00').accept();
    return ledger.do('transmit', { channel: 'fax' }).handOver();
  }

  /** R4 fires on 2026-12-31, while no calendar says when its reply is due. */
  function escalatedWithoutCalendar(): Ledger {
    const ledger = new Ledger().goTo('2026-12-24T10:00:00+08:00').accept().do('transmit').handOver();
    ledger.do('receive').revise({ calendar: calendarUntil2026 });
    return ledger.passUntil('2026-12-31T17:30:00+08:00');
  }
});
