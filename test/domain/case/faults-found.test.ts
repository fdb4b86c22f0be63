import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPending } from '../../../domain/case/state.ts';
import type { ClockKey } from '../../../domain/clocks/clock-id.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { anyCourse } from './any-course.ts';
import { calendar, calendarUntil2026, homeStation } from './facts.ts';
import { Ledger } from './ledger.ts';
import { issued, issuedOnTheSpot, verifying } from './roads.ts';

// Each test here says what the rules demand; it turns green when the fault is mended, and then belongs to its subject.

describe('a dossier that was returned is no longer at the station', () => {
  const sentAgain = () =>
    verifying()
      .goTo('2026-11-04T09:00:00+08:00')
      .do('return_dossier')
      .goTo('2026-11-12T09:00:00+08:00')
      .do('transmit');

  it('F25 it is not signed for before it is there again', () => {
    expect(sentAgain().refusalOf('receive')).toBe('dossier_not_delivered');
  });

  it('F25 nor returned again', () => {
    expect(sentAgain().refusalOf('return_dossier')).toBe('dossier_not_delivered');
  });

  it('F25 its second term never begins before its second arrival', () => {
    const ledger = sentAgain();
    ledger.refusalOf('receive');
    expect(ledger.running('verification')).toEqual([]);
  });

  it('F25 a sending that fails for good leaves the case with the accepting station', () => {
    expect(sentAgain().failForGood('transmit_dossier').holder).toBe('accepting_station');
  });

  it('F25 a fax that follows the platform’s first delivery is dated by its receipt', () => {
    const ledger = verifying().do('return_dossier').goTo('2026-11-04T09:00:00+08:00');
    ledger.do('transmit', { channel: 'fax' }).handOver().goTo('2026-11-05T09:00:00+08:00');
    ledger.do('receive', { receivedAt: parseInstant('2026-11-05T08:30:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-12T17:30:00.000+08:00');
  });

  it('F25 nor is it there after a way over another station', () => {
    const ledger = verifying().do('return_dossier').do('reroute').handOver().do('return_dossier');
    ledger.do('reroute', { homeStation });
    expect(ledger.refusalOf('receive')).toBe('dossier_not_delivered');
  });
});

describe('pages sent after the dossier', () => {
  const supplementing = () => verifying().do('report_defect').do('transmit');

  it('F29 that are still on their way at the answer start no second 5 days', () => {
    const ledger = supplementing();
    const effect = ledger.pending('transmit_dossier');
    ledger.do('answer');
    const [handedOverAt, deliveredAt] = [ledger.now, ledger.now];
    const result = {
      type: 'transmit_dossier',
      handedOverAt,
      deliveredAt,
      pages: 1,
      told: [],
      gaps: [],
    } as const;
    ledger.settle({ type: 'effect_succeeded', effect, result });
    expect(ledger.running('verification')).toEqual([]);
  });

  it('F29 that failed are not sent again after the answer', () => {
    const ledger = supplementing().fail('transmit_dossier').do('answer');
    expect(ledger.ahead().filter((line) => line.startsWith('transmit_dossier'))).toEqual([]);
    expect(ledger.holder).toBe('accepting_station');
  });
});

describe('a certificate made anew', () => {
  it('F26 is not lost when the home station acknowledges the filing meanwhile', () => {
    const ledger = issuedOnTheSpot().do('collect').do('send_filing').sendFiling().do('reissue');
    ledger.refusalOf('acknowledge_filing');
    expect(ledger.makeCertificate().state.certificates).toHaveLength(2);
  });

  it('F27 that failed is not tried again by itself once the one before it was voided', () => {
    const ledger = issued().do('reissue').fail('issue_certificate').do('void_certificate');
    expect(ledger.ahead().filter((line) => line.startsWith('issue_certificate'))).toEqual([]);
  });
});

describe('any course', () => {
  it('F26 never ends while a certificate is being made', () => {
    fc.assert(
      fc.property(anyCourse, ({ moments }) => {
        for (const { before, after } of moments) {
          const isBeingMade = findPending(before, 'issue_certificate')?.progress.kind === 'running';
          if (isBeingMade && before.status !== 'closed') expect(after.status).not.toBe('closed');
        }
      }),
    );
  });

  it('F28 never gives a clock key twice, but to a clock that has come to wait for a calendar', () => {
    fc.assert(
      fc.property(anyCourse, ({ ledger }) => {
        const given = new Set<ClockKey>();
        for (const { event } of ledger.events) {
          if (event.type === 'clock_not_started' && event.previously.kind !== 'off')
            given.delete(event.clockKey);
          if (event.type !== 'clock_started' && event.type !== 'clock_not_started') continue;
          expect(given).not.toContain(event.clockKey);
          if (event.type === 'clock_started') given.add(event.clockKey);
        }
      }),
    );
  });
});

describe('a clock that waits for a calendar', () => {
  it('F30 lets none of its kind run on beside it', () => {
    const ledger = issued().goTo('2026-12-30T09:00:00+08:00').revise({ calendar: calendarUntil2026 });
    ledger.do('void_certificate');
    expect(Object.keys(ledger.state.unstartedClocks)).toEqual(['issue/2']);
    expect(ledger.running('issue')).toEqual([]);
  });
});

describe('clock keys', () => {
  it('F28 are never given twice: a reply that was given stops no later reply', () => {
    const ledger = new Ledger().goTo('2026-12-24T10:00:00+08:00').accept().do('transmit').handOver();
    ledger.do('receive').revise({ calendar: calendarUntil2026 }).passUntil('2026-12-31T17:30:00+08:00');
    ledger.do('reply', { rungKey: 'verification/1/R4' as RungKey }).revise({ calendar });
    ledger.passUntil('2027-01-05T17:30:00+08:00').do('log_call');
    expect(ledger.fired().at(-1)).toBe('verification/1/R5 2027-01-05T17:30');
    expect(ledger.running('reply')).toHaveLength(1);
  });
});
