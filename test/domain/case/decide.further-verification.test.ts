import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/case/event.ts';
import { dutyTelephoneNotices } from '../../../domain/case/notices/duty-telephone.ts';
import type { ClockKey } from '../../../domain/clocks/clock-id.ts';
import type { RungId } from '../../../domain/escalation/rung.ts';
import { buildUnitTree } from '../../../domain/units/unit-tree.ts';
import { unitCode, units } from '../units/units.ts';
import { furtherStationsOf, stationsOf } from '../../../domain/case/further-verification.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { replayLedger } from '../../../domain/case/evolve.ts';
import type { CaseTerms, ProvincePolicy } from '../../../domain/policy.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { actor } from './commands.ts';
import { calendarWithDay, calendarWithDays, homeStation, otherStation, policyWith } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { inTransit, verifying } from './roads.ts';

const asked = () => verifying({}, 'KINSHIP').do('request_further_verification');

function outcomes({ state }: Ledger) {
  return state.furtherVerifications.map(({ outcome }) => outcome?.kind ?? 'open');
}

/** The texts that a further station was told, oldest first. */
function toldThere({ notices }: Ledger): string[] {
  return notices.flatMap(({ audience, text }) =>
    audience.kind === 'seat' && audience.unitCode === otherStation ? [`${audience.post} ${text}`] : [],
  );
}

describe('a register that is needed beside the home station’s', () => {
  it('is asked within the home station’s term, which runs on', () => {
    const ledger = verifying({}, 'KINSHIP');
    const { dueAt, holder } = ledger;
    ledger.do('request_further_verification');
    expect(ledger.state).toMatchObject({
      status: 'verifying',
      homeStation,
      furtherVerifications: [
        { n: 1, station: otherStation, askedBy: actor('liaison_officer'), outcome: null },
      ],
    });
    expect([ledger.dueAt, ledger.holder]).toEqual([dueAt, holder]);
    expect(ledger.running()).toEqual(['verification/1', 'further_verification/1']);
    expect(ledger.state.clocks['further_verification/1' as never]).toMatchObject({
      station: otherStation,
      deadline: { termWorkingDays: 2, dueAt: '2026-11-04T17:30:00.000+08:00' },
    });
    expect(toldThere(ledger)).toEqual([
      'liaison_officer 户籍地派出所请你所协助查证一件“跨省通办”申请，请查看所问事项，并于2026-11-04前反馈。',
    ]);
  });

  it('urges the further station alone, and whoever stands above it when it is late', () => {
    const ledger = asked().passUntil('2026-11-05T09:00:00+08:00');
    expect(ledger.fired().filter((rung) => rung.startsWith('further'))).toEqual([
      'further_verification/1/further_verification_reminder 2026-11-04T08:30',
      'further_verification/1/further_verification_overdue 2026-11-04T17:30',
    ]);
    const rungs = Object.values(ledger.state.escalations).filter(
      ({ clock }) => clock === 'further_verification',
    );
    expect(rungs.map(({ station, colour }) => [station, colour])).toEqual([
      [otherStation, 'blue'],
      [otherStation, 'yellow'],
    ]);
    expect(ledger.dueAt).toBe('2026-11-09T17:30:00.000+08:00');
  });

  it('answers, and the home station hears of it and answers for the whole', () => {
    const ledger = asked();
    const before = ledger.notices.length;
    ledger.do('answer_further_verification', { result: 'no_record' });
    expect(outcomes(ledger)).toEqual(['answered']);
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.notices.slice(before)).toMatchObject([
      { audience: { unit: 'home_station', post: 'liaison_officer' } },
    ]);
    expect(ledger.notices.at(-1)?.text).toBe('协助查证已反馈：无登记，请据此完成查证。');
    ledger.do('answer', { confirmedMatters: ['KINSHIP'] }).do('confirm_answer');
    expect(ledger.state.status).toBe('answered');
    expect(outcomes(ledger)).toEqual(['answered']);
    expect(furtherStationsOf(ledger.state)).toEqual([otherStation]);
  });

  it('may be another than was thought: it says so, and the next one is asked', () => {
    const ledger = asked()
      .do('answer_further_verification', { result: 'not_our_register' })
      .do('request_further_verification', { station: homeStation });
    expect(outcomes(ledger)).toEqual(['answered', 'open']);
    expect(stationsOf(ledger.state).furtherStation).toBe(homeStation);
    // Like a home station that sent a dossier back: it is none of its affair.
    expect(furtherStationsOf(ledger.state)).toEqual([homeStation]);
    expect(ledger.running('further_verification')).toEqual(['further_verification/2']);
  });

  it('is asked no more once the asking is taken back', () => {
    const ledger = asked().do('cancel_further_verification');
    expect(outcomes(ledger)).toEqual(['cancelled']);
    expect(ledger.running('further_verification')).toEqual([]);
    expect(toldThere(ledger).at(-1)).toBe('liaison_officer 户籍地派出所已撤销协助查证的请求，无需再查。');
    expect(ledger.refusalOf('answer_further_verification')).toBe('no_further_verification');
    // Whoever was asked by mistake handles nothing.
    expect(furtherStationsOf(ledger.state)).toEqual([]);
  });

  it('hears like the two stations when a revised calendar moves its term', () => {
    const ledger = asked().revise({ calendar: calendarWithDay('2026-11-03', 'off') });
    expect(toldThere(ledger).slice(1)).toEqual([
      'liaison_officer 工作日历调整：协助查证期限由2026-11-04改为2026-11-05。',
    ]);
    // Nobody else's term is its affair.
    ledger.do('answer_further_verification');
    ledger.revise({ calendar: calendarWithDays(['2026-11-03', '2026-11-05'], 'off', 'two-days') });
    expect(ledger.eventsOf('clock_moved').length).toBeGreaterThan(2);
    expect(toldThere(ledger)).toHaveLength(2);
  });

  it('has its term and ladder in a case whose policy was read before there were any', () => {
    const { further_verification: _term, ...terms } = defaultPolicy.terms;
    const { further_verification: _ladder, ...ladders } = defaultPolicy.ladders;
    const older = { ...defaultPolicy, terms, ladders } as unknown as ProvincePolicy;
    const ledger = verifying({ policy: older }, 'KINSHIP').do('request_further_verification');
    expect(ledger.running('further_verification')).toEqual(['further_verification/1']);
    expect(ledger.ahead().filter((item) => item.startsWith('further'))).toHaveLength(2);
  });

  it('whose 专管员 is missing is called by the home station, which waits for it, too', () => {
    const told = [{ unitCode: unitCode('520103110002'), post: 'liaison_officer', personId: null }] as const;
    const fired = (clockKey: ClockKey, rung: RungId): CaseEvent => ({
      ...{ type: 'rung_fired', clockKey, rung, colour: 'yellow', told, gaps: [] },
    });
    const toldToCall = (event: CaseEvent) =>
      dutyTelephoneNotices(event, buildUnitTree(units)).map(
        ({ audience }) => 'unit' in audience && audience.unit,
      );
    expect(toldToCall(fired('further_verification/1' as ClockKey, 'further_verification_overdue'))).toEqual([
      'accepting_station',
      'home_station',
    ]);
    expect(toldToCall(fired('verification/1' as ClockKey, 'R3'))).toEqual(['accepting_station']);
  });

  it('is answered or taken back as it was asked, not as it stands when that is decided', () => {
    const ledger = asked()
      .do('cancel_further_verification')
      .do('request_further_verification', { station: homeStation });
    // The first station had its answer on the way; a colleague took the first asking back once more.
    expect(ledger.refusalOf('answer_further_verification', { n: 1 })).toBe('no_further_verification');
    expect(ledger.refusalOf('cancel_further_verification', { n: 1 })).toBe('no_further_verification');
    expect(outcomes(ledger)).toEqual(['cancelled', 'open']);
    expect(outcomes(ledger.do('answer_further_verification', { n: 2 }))).toEqual(['cancelled', 'answered']);
  });

  it.each([
    ['an answer', (ledger: Ledger) => ledger.do('answer').do('confirm_answer')],
    ['a return', (ledger: Ledger) => ledger.do('return_dossier')],
    ['a withdrawal', (ledger: Ledger) => ledger.do('withdraw')],
    ['a refusal', (ledger: Ledger) => ledger.do('refuse')],
    ['a referral', (ledger: Ledger) => ledger.do('refer')],
  ])('is waited for no longer after %s, which it is told once', (_, ends) => {
    const ledger = ends(asked());
    expect(outcomes(ledger)).toEqual(['lapsed']);
    expect(ledger.running('further_verification')).toEqual([]);
    expect(toldThere(ledger).slice(1)).toEqual([
      'liaison_officer 所请协助查证的申请已不在查证中，无需再查。',
    ]);
    expect(ledger.passUntil('2026-11-06T09:00:00+08:00').fired().join()).not.toContain('further');
  });

  it('is needed only for what may stand in two registers [policy]', () => {
    expect(inTransit({}, 'KINSHIP').refusalOf('request_further_verification')).toBe('act_not_allowed');
    expect(verifying().refusalOf('request_further_verification')).toBe('further_verification_not_possible');
    const none = { ...defaultPolicy.cases, furtherVerificationMatters: [] };
    const strict = { policy: policyWith('own-register', { cases: none }) };
    expect(verifying(strict, 'KINSHIP').refusalOf('request_further_verification')).toBe(
      'further_verification_not_possible',
    );
    const wide = { ...defaultPolicy.cases, furtherVerificationMatters: ['NAME_CHANGE'] as const };
    const generous = { policy: policyWith('wide', { cases: wide }) };
    expect(verifying(generous).refusalOf('request_further_verification')).toBeNull();
  });

  it('has the default where a case was accepted before there was the setting', () => {
    const { events } = verifying({}, 'KINSHIP');
    const older = events.map((recorded) => {
      const { event } = recorded;
      if (event.type !== 'case_accepted') return recorded;
      const { furtherVerificationMatters: _, ...terms } = event.terms;
      return { ...recorded, event: { ...event, terms: terms as CaseTerms } };
    });
    expect(replayLedger(older).terms).toEqual(defaultPolicy.cases);
  });

  it('is a sentence of the timeline', () => {
    const ledger = asked().do('answer_further_verification').do('request_further_verification');
    ledger.do('cancel_further_verification', { n: 2 });
    const sentences = ledger.events
      .filter(({ event }) => event.type.startsWith('further_'))
      .map(({ event }) => describeEvent(event));
    expect(sentences).toEqual([
      `户籍地派出所请${otherStation}协助查证`,
      `${homeStation}协助查证反馈：查证一致`,
      `户籍地派出所请${otherStation}协助查证`,
      '户籍地派出所撤销协助查证的请求',
    ]);
  });
});
