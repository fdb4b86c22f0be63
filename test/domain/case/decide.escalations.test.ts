import { describe, expect, it } from 'vitest';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import type { AgendaItem } from '../../../domain/case/agenda-item.ts';
import { audienceOf } from '../../../domain/case/rung-audience.ts';
import { defaultLadders } from '../../../domain/escalation/default-ladders.ts';
import { standingOf } from '../../../domain/escalation/standing.ts';
import type { RungKey, RungRule } from '../../../domain/escalation/rung.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { parseTimeOfDay } from '../../../domain/time/plain-date.ts';
import { actor, nextCommandId } from './commands.ts';
import { calendar, calendarUntil2026, calendarWithDay, homeStation, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';
import { accepted, answered, escalated, faxed, inTransit, issuedOnTheSpot, verifying } from './roads.ts';

const nothing = { ok: true, events: [] };
const r4 = 'verification/1/R4' as RungKey;
const overdueReply = 'reply/1/reply_overdue' as RungKey;

function firstOf(ledger: Ledger): AgendaItem {
  const [item] = agenda(ledger.state);
  if (item === undefined) throw new Error('something lies ahead');
  return item;
}

describe('the ladder of the 5 days', () => {
  it('is seen before it fires, in the home station’s working time', () => {
    expect(inTransit().ahead()).toEqual([
      'verification/1/R1 2026-11-03T17:30',
      'verification/1/R2 2026-11-06T08:30',
      'verification/1/R3 2026-11-09T08:30',
      'verification/1/R4 2026-11-09T17:30',
      'verification/1/R5 2026-11-11T17:30',
      'verification/1/R6 2026-11-16T17:30',
    ]);
  });

  it('does not ask for a receipt that is there', () => {
    expect(verifying().ahead()[0]).toBe('verification/1/R2 2026-11-06T08:30');
  });

  it('fires while nobody acts, each rung once, the overdue replies in between', () => {
    const ledger = inTransit().passUntil('2026-12-01T09:00:00+08:00');
    expect(ledger.fired()).toEqual([
      'verification/1/R1 2026-11-03T17:30',
      'verification/1/R2 2026-11-06T08:30',
      'verification/1/R3 2026-11-09T08:30',
      'verification/1/R4 2026-11-09T17:30',
      'reply/1/reply_overdue 2026-11-10T17:30',
      'verification/1/R5 2026-11-11T17:30',
      'reply/2/reply_overdue 2026-11-12T17:30',
      'verification/1/R6 2026-11-16T17:30',
      'reply/3/reply_overdue 2026-11-17T17:30',
    ]);
    expect(ledger.ahead()).toEqual([]);
  });
});

describe('a rung', () => {
  it('says who was told and where nobody could be, and tells each inbox once', () => {
    const ledger = inTransit().goTo('2026-11-03T17:30:00+08:00');
    const told = (['liaison_officer', 'deputy_liaison_officer'] as const).map((post) => {
      return { unitCode: homeStation, post, personId: null };
    });
    const gaps = [{ unitCode: homeStation, post: 'station_leader', reason: 'on_leave' }] as const;
    const before = ledger.notices.length;
    ledger.settle({ type: 'come_due', item: firstOf(ledger), told, gaps });
    expect(ledger.eventsOf('rung_fired')).toEqual([
      { type: 'rung_fired', clockKey: 'verification/1', rung: 'R1', colour: 'blue', told, gaps },
    ]);
    expect(ledger.state.escalations).toMatchObject({ 'verification/1/R1': { told, replyDueAt: null } });
    expect(ledger.notices.slice(before)).toMatchObject([
      { audience: { kind: 'seat', post: 'deputy_liaison_officer' }, kind: 'escalation', urgency: 'normal' },
      { audience: { kind: 'mender' }, kind: 'directory' },
    ]);
  });

  it('that is red is urgent', () => {
    const ledger = verifying().passUntil('2026-11-09T17:00:00+08:00').goTo('2026-11-09T17:30:00+08:00');
    const told = [{ unitCode: homeStation, post: 'county_supervisor', personId: null }] as const;
    ledger.settle({ type: 'come_due', item: firstOf(ledger), told, gaps: [] });
    expect(ledger.notices.at(-1)).toMatchObject({ urgency: 'urgent', kind: 'escalation' });
    expect(ledger.notices.at(-1)?.text).toContain('红色');
  });

  it('tells besides those whom it is for the station that owes a reply, where it demands one', () => {
    const ahead = agenda(verifying().state).flatMap((item) => (item.kind === 'rung' ? [item] : []));
    const toldOf = (rung: string) =>
      ahead
        .filter((item) => item.rung.rung === rung)
        .flatMap((item) => audienceOf(item, verifying().state))
        .map((audience) => (audience.kind === 'post' ? `${audience.unit} ${audience.post}` : audience.kind));
    expect(toldOf('R2')).toEqual(['home_station liaison_officer', 'home_station deputy_liaison_officer']);
    expect(toldOf('R5')).toEqual([
      'home_city city_supervisor',
      'home_station liaison_officer',
      'home_station deputy_liaison_officer',
      'home_station station_leader',
    ]);
  });

  it('reminds the applicant where it is he who has to come', () => {
    const ledger = issuedOnTheSpot().passUntil('2026-11-17T08:30:00+08:00');
    expect(ledger.notices.filter(({ kind }) => kind === 'collection_reminder')).toMatchObject([
      { audience: { kind: 'applicant' } },
    ]);
  });

  it('does not fire before its instant', () => {
    const ledger = inTransit();
    const item = firstOf(ledger);
    ledger.now = addMs(item.at, -1);
    expect(ledger.comeDue(item)).toEqual(nothing);
    ledger.now = item.at;
    expect(ledger.comeDue(item)).not.toEqual(nothing);
  });

  it('does not fire twice', () => {
    const ledger = inTransit();
    const item = firstOf(ledger);
    ledger.now = item.at;
    ledger.comeDue(item);
    expect(ledger.comeDue(item)).toEqual(nothing);
  });

  it('does not fire once its clock has stopped or what it asks for has come', () => {
    const ledger = inTransit();
    const [r1, r2] = agenda(ledger.state);
    ledger.goTo('2026-11-06T08:30:00+08:00').do('receive');
    expect(r1 && ledger.comeDue(r1)).toEqual(nothing);
    ledger.do('answer');
    expect(r2 && ledger.comeDue(r2)).toEqual(nothing);
  });

  it('of the accepting station’s own terms fires too', () => {
    expect(accepted().passUntil('2026-11-05T09:00:00+08:00').fired()).toEqual([
      'transmission/1/transmission_overdue 2026-11-03T17:30',
    ]);
    expect(answered().passUntil('2026-11-06T09:00:00+08:00').fired()).toEqual([
      'issue/1/issue_overdue 2026-11-04T17:30',
    ]);
    expect(issuedOnTheSpot().passUntil('2026-11-06T09:00:00+08:00').fired()).toEqual([
      'filing_dispatch/1/filing_reminder 2026-11-03T08:30',
      'filing_dispatch/1/filing_overdue 2026-11-03T17:30',
    ]);
  });
});

describe('a reply that a rung demands', () => {
  it('has a clock of its own', () => {
    const { escalations, clocks } = escalated().state;
    expect(escalations[r4]).toMatchObject({
      colour: 'red',
      settlement: null,
      replyDueAt: '2026-11-10T17:30:00.000+08:00',
      replyClock: 'reply/1',
    });
    expect(clocks).toMatchObject({ 'reply/1': { deadline: { termWorkingDays: 1 }, stoppedAt: null } });
  });

  it('that is given stops its clock and not the ladder', () => {
    const ledger = escalated();
    const reply = { type: 'reply', commandId: nextCommandId(), by: actor('county_supervisor') } as const;
    ledger.settle({ ...reply, rungKey: r4 });
    expect(ledger.state.escalations[r4]?.settlement).toMatchObject({
      kind: 'replied',
      by: reply.by,
      replyId: reply.commandId,
    });
    expect(ledger.ahead()).toEqual([
      'verification/1/R5 2026-11-11T17:30',
      'verification/1/R6 2026-11-16T17:30',
    ]);
  });

  it('that is missing goes to those whom the rung names, and may still be given', () => {
    const ledger = escalated();
    const { ladder } = ledger.state.clocks['reply/1' as never] ?? {};
    expect(ladder).toMatchObject([{ rung: 'reply_overdue', to: [{ post: 'city_supervisor' }] }]);
    ledger.passUntil('2026-11-10T17:30:00+08:00').do('reply', { rungKey: r4 });
    expect(ledger.state.escalations).toMatchObject({
      [r4]: { settlement: { kind: 'replied' } },
      [overdueReply]: { settlement: { kind: 'obviated' } },
    });
  });

  it('is owed to each rung by itself', () => {
    const ledger = escalated().passUntil('2026-11-11T18:00:00+08:00');
    ledger.do('reply', { rungKey: 'verification/1/R5' as RungKey });
    expect(ledger.state.escalations[r4]?.settlement).toBeNull();
    expect(ledger.refusalOf('reply', { rungKey: r4 }, actor('liaison_officer'))).toBeNull();
  });

  it('stays given when the answer comes', () => {
    const ledger = escalated().do('reply', { rungKey: r4 }).do('answer');
    expect(ledger.state.escalations[r4]?.settlement?.kind).toBe('replied');
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R3': { settlement: { kind: 'obviated' } },
    });
  });
});

describe('how an escalation stands', () => {
  it.each([
    ['open until its reply is due', (ledger: Ledger) => ledger, '2026-11-10T17:30:00+08:00', 'open'],
    ['overdue after that', (ledger: Ledger) => ledger, '2026-11-10T17:30:01+08:00', 'reply_overdue'],
    [
      'acknowledged',
      (ledger: Ledger) => ledger.do('reply', { rungKey: r4 }),
      '2026-12-01T09:00:00+08:00',
      'acknowledged',
    ],
    ['obviated', (ledger: Ledger) => ledger.do('answer'), '2026-12-01T09:00:00+08:00', 'obviated'],
  ])('%s', (_, then, at, standing) => {
    const ledger = then(escalated());
    const escalation = ledger.state.escalations[r4];
    if (escalation === undefined) throw new Error('R4 has fired');
    const settlement = escalation.settlement?.kind ?? null;
    expect(standingOf({ ...escalation, settlement }, ledger.goTo(at).now)).toBe(standing);
  });

  it('informed where nothing is demanded', () => {
    const escalation = escalated().state.escalations['verification/1/R3' as RungKey];
    expect(escalation && standingOf({ ...escalation, settlement: null }, escalated().now)).toBe('informed');
  });
});

describe('a running reply', () => {
  it('keeps its term and its people when the policy is migrated', () => {
    const ledger = escalated().migrate({ policy: policyWith('next') });
    expect(ledger.state.clocks).toMatchObject({
      'reply/1': { ladder: [{ rung: 'reply_overdue', to: [{ post: 'city_supervisor' }] }] },
    });
  });

  it('is due on the escalation when its clock says, also after a calendar moved it', () => {
    const ledger = escalated().revise({ calendar: calendarWithDay('2026-11-10', 'off') });
    const { deadline } = ledger.state.clocks['reply/1' as never] ?? {};
    expect(deadline).toMatchObject({ dueDate: '2026-11-11' });
    expect(ledger.state.escalations[r4]?.replyDueAt).toBe('2026-11-11T17:30:00.000+08:00');
  });
});

describe('a reply that a province demands of another rung', () => {
  const demanding = (rung: RungRule): RungRule => ({
    ...rung,
    reply: { withinWorkingDays: 1, overdueTo: rung.to },
  });
  const { issue, receipt } = defaultLadders;
  const policy = policyWith('demanding', {
    ladders: { ...defaultLadders, issue: issue.map(demanding), receipt: receipt.map(demanding) },
  });
  const homeTimetable = { ...defaultTimetable, end: parseTimeOfDay('12:00') };
  const hoursDiffer = { policy, homeTimetable };
  const replyDues = (ledger: Ledger) =>
    Object.values(ledger.state.escalations).map(({ replyDueAt }) => replyDueAt?.slice(0, 16));

  it('is due by the working time of the station that owes it', () => {
    const unanswered = verifying(hoursDiffer).passUntil('2026-11-09T18:00:00+08:00');
    expect(replyDues(unanswered).at(-1)).toBe('2026-11-10T12:00');
    expect(replyDues(faxed(hoursDiffer).passUntil('2026-11-03T18:00:00+08:00'))).toEqual([
      '2026-11-04T17:30',
    ]);
    const unissued = answered('consistent', hoursDiffer).passUntil('2026-11-04T18:00:00+08:00');
    expect(replyDues(unissued)).toEqual(['2026-11-05T17:30']);
    expect(replyDues(unissued.migrate({ policy: policyWith('next') }))).toEqual(['2026-11-05T17:30']);
    expect(replyDues(unissued.revise({ calendar: calendarWithDay('2026-11-05', 'off') }))).toEqual([
      '2026-11-06T17:30',
    ]);
  });

  it('is due by that time also where it waits for a calendar', () => {
    const ledger = new Ledger(hoursDiffer).goTo('2026-12-22T10:00:00+08:00').accept();
    ledger.do('transmit').handOver().do('receive').goTo('2026-12-29T10:00:00+08:00').do('answer');
    ledger.revise({ calendar: calendarUntil2026 }).passUntil('2026-12-31T18:00:00+08:00');
    expect(Object.keys(ledger.state.unstartedClocks)).toEqual(['reply/1']);
    expect(replyDues(ledger.revise({ calendar }))).toEqual(['2027-01-04T17:30']);
  });

  it('is not asked for any more once what was urged has been done', () => {
    const ledger = answered('consistent', { policy }).passUntil('2026-11-04T18:00:00+08:00');
    expect(ledger.running()).toEqual(['issue/1', 'reply/1']);
    ledger.do('issue').makeCertificate().do('notify');
    expect(ledger.running()).toEqual(['collection/1']);
    expect(ledger.state.escalations).toMatchObject({
      'issue/1/issue_overdue': { settlement: { kind: 'obviated' } },
    });
  });
});
