import { describe, expect, it } from 'vitest';
import { dueDateText, projectCase } from '../../../domain/case/projection.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { findRunningClock } from '../../../domain/case/state.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { figuresOf } from '../../../domain/statistics/station-figures.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { calendar, calendarUntil2026 } from './facts.ts';
import { Ledger } from './ledger.ts';

const r4 = 'verification/1/R4' as RungKey;
const withoutNextYear = () => new Ledger({ calendar: calendarUntil2026 });
const waiting = () => withoutNextYear().goTo('2026-12-28T10:00:00+08:00').accept().do('transmit').handOver();
const texts = (ledger: Ledger) => ledger.notices.map(({ text }) => text);
const waits = '相应年度的工作日历尚未发布，查证反馈期限待日历发布后起算。';

describe('a term that ends in a year without a calendar', () => {
  it('is not guessed: the clock waits, somebody is told, and the case goes on', () => {
    const ledger = waiting();
    expect(ledger.state.unstartedClocks).toMatchObject({
      'verification/1': { clock: 'verification', startedAt: ledger.state.transmissions[0]?.deliveredAt },
    });
    expect(ledger.ahead()).toEqual([]);
    expect(dueDateText(ledger.state)).toBeNull();
    expect(projectCase(ledger.state).dueAt).toBeNull();
    expect(texts(ledger)).toContain(waits);
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

describe('a clock that waits for a calendar is told of', () => {
  const told = (ledger: Ledger) => texts(ledger).filter((text) => text.includes('日历'));

  it('once, however often its start is corrected and calendars are revised without the year', () => {
    const ledger = withoutNextYear().goTo('2026-12-28T10:00:00+08:00').accept();
    ledger.do('transmit', { channel: 'fax' }).handOver().goTo('2026-12-30T09:00:00+08:00');
    ledger.do('receive', { receivedAt: parseInstant('2026-12-30T08:00:00+08:00') });
    ledger.do('correct_receipt', { receivedAt: parseInstant('2026-12-29T09:00:00+08:00') });
    ledger.revise({ calendar: { ...calendarUntil2026, version: 'again' } });
    expect(
      ledger.eventsOf('clock_not_started').map(({ clockKey, previously }) => [clockKey, previously]),
    ).toEqual([
      ['verification/1', { kind: 'off' }],
      ['verification/1', { kind: 'waiting' }],
      ['verification/1', { kind: 'waiting' }],
    ]);
    expect(told(ledger)).toEqual([waits]);
  });

  it('again when it waits again', () => {
    const ledger = waiting().revise({ calendar }).revise({ calendar: calendarUntil2026 });
    ledger.do('reroute').handOver();
    expect(told(ledger).filter((text) => text === waits)).toHaveLength(2);
  });
});

describe('a running clock whose corrected start makes it end in a year without a calendar', () => {
  const runningUntil30 = () => {
    const ledger = withoutNextYear().goTo('2026-12-23T10:00:00+08:00').accept();
    return ledger.do('transmit', { channel: 'fax' }).handOver();
  };
  const receivedOn28 = (ledger: Ledger) =>
    ledger.do('receive', { receivedAt: parseInstant('2026-12-28T09:00:00+08:00') });

  it('waits for the calendar, and whoever knew the date hears that it no longer stands', () => {
    const ledger = runningUntil30();
    expect(ledger.dueAt).toBe('2026-12-30T17:30:00.000+08:00');
    receivedOn28(ledger.goTo('2026-12-28T10:00:00+08:00'));
    expect(ledger.running()).toEqual([]);
    expect(ledger.state.unstartedClocks).toMatchObject({
      'verification/1': { startedAt: '2026-12-28T09:00:00.000+08:00' },
    });
    expect(projectCase(ledger.state).dueAt).toBeNull();
    expect(ledger.notices.slice(-2)).toMatchObject(
      ['window_officer', 'liaison_officer'].map((post) => ({
        audience: { post },
        text: '送达时间有变：查证反馈期限原定2026-12-30，相应年度的工作日历尚未发布，待日历发布后重新确定。',
      })),
    );
    expect(describeEvent({ ...ledger.eventsOf('clock_not_started')[0] } as never)).toBe(
      '查证反馈期限原定2026-12-30，待工作日历发布后重新确定',
    );
  });

  it('begins with it as the same clock: what it has reminded of is not said again, who was said to be late too early is', () => {
    const ledger = runningUntil30().passUntil('2026-12-30T17:30:00+08:00');
    expect(ledger.running()).toEqual(['verification/1', 'reply/1']);
    receivedOn28(ledger.goTo('2026-12-31T09:00:00+08:00'));
    expect(ledger.state.escalations[r4]).toMatchObject({
      settlement: { kind: 'obviated' },
      takenBackAt: ledger.events.at(-1)?.occurredAt,
    });
    ledger.revise({ calendar });
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.ahead().slice(0, 2)).toEqual([
      'verification/1/R4+1 2027-01-05T17:30',
      'verification/1/R5 2027-01-07T17:30',
    ]);
    expect(texts(ledger).at(-1)).toBe('申请材料已送达户籍地派出所，预计2027-01-05（暂定）前查证完毕。');
    expect(figuresOf(ledger.state).find(({ side }) => side === 'home')?.answeredInTime).toBeNull();
  });

  it('is over with the answer, reminders and all', () => {
    const ledger = receivedOn28(runningUntil30().passUntil('2026-12-30T09:00:00+08:00')).do('answer');
    expect(ledger.state.answer?.timeliness).toBe('in_time');
    const { escalations, unstartedClocks } = ledger.revise({ calendar }).state;
    expect(Object.keys(unstartedClocks)).toEqual([]);
    expect(Object.values(escalations).map(({ settlement }) => settlement?.kind)).toEqual(
      Object.keys(escalations).map(() => 'obviated'),
    );
    expect(projectCase(ledger.state).dueAt).toBeNull();
  });
});
