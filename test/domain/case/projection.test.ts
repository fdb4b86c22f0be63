import { describe, expect, it } from 'vitest';
import type { Holder } from '../../../domain/case/holder.ts';
import { isOverdue, projectCase } from '../../../domain/case/projection.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { homeStation, otherStation } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { accepted, answered, collected, inTransit, issued, issuedOnTheSpot, verifying } from './roads.ts';

const late = parseInstant('2026-11-09T17:30:01+08:00');

describe('the row by which lists find a case', () => {
  it('shows the 5 days of the station that has the case, from delivery to answer', () => {
    expect(projectCase(accepted().state)).toMatchObject({ deliveredAt: null, dueAt: null, homeStation });
    const ledger = inTransit();
    const clock = {
      deliveredAt: ledger.state.transmissions[0]?.deliveredAt,
      dueAt: '2026-11-09T17:30:00.000+08:00',
    };
    expect(projectCase(ledger.state)).toMatchObject(clock);
    ledger.do('receive').do('answer');
    expect(projectCase(ledger.state)).toMatchObject({
      ...clock,
      answeredAt: ledger.events.at(-1)?.occurredAt,
    });
  });

  it('shows none of the station that gave the case back', () => {
    const ledger = verifying().do('return_dossier');
    expect(projectCase(ledger.state)).toMatchObject({ deliveredAt: null, dueAt: null });
    ledger.do('reroute').handOver();
    expect(projectCase(ledger.state)).toMatchObject({ homeStation: otherStation });
    expect(projectCase(ledger.state).dueAt).not.toBeNull();
  });

  it('keeps the end of a closed case', () => {
    const { state } = collected();
    expect(projectCase(state)).toMatchObject({
      status: 'closed',
      outcome: 'collected',
      closedAt: state.closedAt,
      holder: 'applicant',
      seq: state.seq,
    });
  });

  it('is overdue while the 5 days have passed without an answer', () => {
    expect(isOverdue(verifying().state, parseInstant('2026-11-09T17:30:00+08:00'))).toBe(false);
    expect(isOverdue(verifying().state, late)).toBe(true);
    expect(isOverdue(answered().state, late)).toBe(false);
    expect(isOverdue(verifying().do('withdraw').state, late)).toBe(false);
  });
});

describe('custody', () => {
  it.each<[Holder, string, () => Ledger]>([
    ['accepting_station', 'has accepted and not sent', accepted],
    ['applicant', 'has to complete the materials', () => accepted().do('request_completion')],
    ['system', 'sends the dossier', () => accepted().do('transmit')],
    ['system', 'will try again', () => accepted().do('transmit').fail('transmit_dossier')],
    ['home_station', 'has to sign and verify', inTransit],
    ['home_station', 'verifies', verifying],
    ['accepting_station', 'has to send the missing pages', () => verifying().do('report_defect')],
    ['accepting_station', 'has to issue or refer', answered],
    ['system', 'makes the certificate', () => answered().do('issue')],
    ['accepting_station', 'has to notify', issued],
    ['applicant', 'has to collect', () => issued().do('notify')],
    [
      'home_station',
      'has to acknowledge the filing, though the applicant came unasked',
      () => issuedOnTheSpot().do('collect').do('send_filing').sendFiling(),
    ],
    ['accepting_station', 'has to file', () => issuedOnTheSpot().do('notify').do('collect')],
    [
      'home_station',
      'has to acknowledge the filing',
      () => issuedOnTheSpot().do('notify').do('collect').do('send_filing').sendFiling(),
    ],
  ])('is the %s’s who %s', (holder, _, at) => {
    expect(at().state.custody.at(-1)).toMatchObject({ holder, to: null });
  });

  it('ends with the case; the time until it is taken up again is the applicant’s', () => {
    const ledger = collected();
    const { closedAt } = ledger.state;
    expect(ledger.state.custody.at(-1)?.to).toBe(closedAt);
    ledger.goTo('2026-11-20T09:00:00+08:00').do('void_certificate');
    expect(ledger.state.custody.slice(-2)).toEqual([
      { holder: 'applicant', from: closedAt, to: '2026-11-20T09:00:00.000+08:00' },
      { holder: 'accepting_station', from: '2026-11-20T09:00:00.000+08:00', to: null },
    ]);
  });
});
