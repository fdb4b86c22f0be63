import { describe, expect, it } from 'vitest';
import { agenda } from '../../../domain/case/agenda.ts';
import type { Ledger } from './ledger.ts';
import { accepted, answered, collected, escalated, inTransit, issued, verifying } from './roads.ts';

/** Whom the last act was told to. */
function toldBy(ledger: Ledger, act: (ledger: Ledger) => Ledger): string[] {
  const before = ledger.notices.length;
  return act(ledger)
    .notices.slice(before)
    .map(({ audience }) => {
      if (audience.kind === 'applicant') return 'applicant';
      return audience.kind === 'mender' ? audience.seat.post : audience.post;
    });
}

describe.each([
  { act: 'refuse', outcome: 'refused', told: ['applicant', 'liaison_officer', 'county_supervisor'] },
  { act: 'withdraw', outcome: 'withdrawn', told: ['liaison_officer'] },
  { act: 'refer', outcome: 'referred', told: ['applicant', 'liaison_officer'] },
] as const)('$act', ({ act, outcome, told }) => {
  it('ends the case at once, with every clock', () => {
    const ledger = escalated().do(act);
    expect(ledger.state).toMatchObject({ status: 'closed', outcome, pending: {} });
    expect(ledger.state.closedAt).toBe(ledger.events.at(-1)?.occurredAt);
    expect(agenda(ledger.state)).toEqual([]);
    expect(Object.values(ledger.state.clocks).filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R4': { settlement: { kind: 'obviated' } },
    });
  });

  it('is told to whoever has to know', () => {
    expect(toldBy(verifying(), (ledger) => ledger.do(act))).toEqual(told);
  });

  it('is not told to a home station that never heard of the case', () => {
    const ofAccepted = toldBy(accepted(), (ledger) => ledger.do(act));
    expect(ofAccepted).toEqual(told.filter((post) => post !== 'liaison_officer'));
    expect(toldBy(accepted().do('transmit'), (ledger) => ledger.do(act))).toEqual(ofAccepted);
  });

  it('lets go of the dossier that is just being sent', () => {
    const ledger = accepted().do('transmit');
    const effect = ledger.pending('transmit_dossier');
    ledger.do(act);
    const { now } = ledger;
    const verdict = ledger.settle({
      type: 'effect_succeeded',
      effect,
      result: {
        type: 'transmit_dossier',
        handedOverAt: now,
        deliveredAt: now,
        pages: 3,
        told: [],
        gaps: [],
      },
    });
    expect(verdict).toEqual({ ok: true, events: [] });
  });

  it('leaves the delay where it was: the 5 days that had passed stay passed', () => {
    const ledger = escalated().goTo('2026-11-11T09:00:00+08:00').do(act);
    const clock = ledger.state.clocks['verification/1' as never];
    expect(clock).toMatchObject({
      fired: ['R2', 'R3', 'R4'],
      deadline: { dueAt: '2026-11-09T17:30:00.000+08:00' },
      stoppedAt: '2026-11-11T09:00:00.000+08:00',
    });
  });
});

describe('the end after an answer', () => {
  it.each(['inconsistent', 'identity_not_verifiable', 'partly_consistent'] as const)(
    'of %s is the referral notice, given by the accepting station',
    (result) => {
      const ledger = answered(result).do('notify');
      expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'referred' });
      expect(ledger.eventsOf('applicant_referred')).toMatchObject([{ cause: 'answer' }]);
    },
  );

  it('withdrawal is possible until the certificate is issued', () => {
    expect(answered().do('withdraw').state).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    expect(issued().refusalOf('withdraw')).toBe('act_not_allowed');
  });
});

describe('a closed case', () => {
  it('keeps a late answer and does nothing with it', () => {
    const ledger = inTransit().do('receive').do('withdraw');
    const { status, outcome, clocks, custody, answer } = ledger.state;
    ledger.do('answer').do('answer', { result: 'inconsistent' });
    expect(ledger.eventsOf('answer_filed')).toHaveLength(2);
    expect(ledger.state).toMatchObject({ status, outcome, clocks, custody, answer });
    expect(ledger.state.answer).toBeNull();
  });

  it('hears of no calendar, no policy and no result any more', () => {
    const ledger = collected();
    const before = ledger.state;
    ledger.revise({}).migrate({});
    expect(ledger.state).toBe(before);
  });
});

describe('a telephone call', () => {
  it('is logged with its outcome and changes nothing', () => {
    const ledger = verifying();
    const { clocks, status } = ledger.state;
    ledger.do('log_call', { outcome: 'not_answered' });
    expect(ledger.state).toMatchObject({ clocks, status });
    expect(ledger.eventsOf('call_logged')).toMatchObject([{ outcome: 'not_answered' }]);
  });
});
