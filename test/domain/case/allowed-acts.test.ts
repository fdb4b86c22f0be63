import { describe, expect, it } from 'vitest';
import type { Act } from '../../../domain/case/acts.ts';
import { allowedActs } from '../../../domain/case/allowed-acts.ts';
import type { Actor } from '../../../domain/case/command.ts';
import type { ObstacleCode } from '../../../domain/case/refusals.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import type { ParametersOf } from './commands.ts';
import { actor } from './commands.ts';
import { homeStation } from './facts.ts';
import type { Ledger } from './ledger.ts';
import {
  accepted,
  answered,
  atTheCounty,
  collected,
  confirmed,
  escalated,
  faxed,
  inTransit,
  issued,
  issuedOnTheSpot,
  proposed,
  verifying,
} from './roads.ts';

/** How an obstacle is met, and what takes it away so that the same act passes. */
interface Meeting {
  readonly at: () => Ledger;
  readonly does: (ledger: Ledger) => string | null;
  /** A case in which it does not stand in the way, or what was done to the first. */
  readonly liftedBy: (ledger: Ledger) => Ledger;
  /** The same act, said otherwise, where that is what helps. */
  readonly again?: (ledger: Ledger) => string | null;
}

function doing<A extends Act>(act: A, parameters: Partial<ParametersOf<A>> = {}, by?: Actor) {
  return (ledger: Ledger) => ledger.refusalOf(act, parameters, by);
}

const same = (ledger: Ledger) => ledger;
const twiceRerouted = () => accepted().do('reroute').handOver().do('reroute').handOver();
const onceAsked = () => accepted().do('request_completion').do('complete_materials');
const issuing = () => answered().do('issue');

const meetings: Record<ObstacleCode, Meeting> = {
  act_not_allowed: { at: accepted, does: doing('collect'), liftedBy: () => issued() },
  case_paused: {
    at: () => accepted().administer({ type: 'pause_case' }),
    does: doing('transmit'),
    liftedBy: (ledger) => ledger.administer({ type: 'resume_case' }),
  },
  dossier_not_delivered: {
    at: () => accepted().do('transmit'),
    does: doing('receive'),
    liftedBy: (ledger) => ledger.handOver(),
  },
  transmission_in_progress: {
    at: () => accepted().do('transmit'),
    does: doing('transmit'),
    liftedBy: (ledger) => ledger.fail('transmit_dossier'),
  },
  already_received: {
    at: verifying,
    does: doing('receive'),
    liftedBy: (ledger) => ledger.do('report_defect').do('transmit').handOver(),
  },
  pages_not_counted: {
    at: faxed,
    does: doing('receive', { pagesReceived: null }),
    liftedBy: same,
    again: doing('receive'),
  },
  nothing_to_supplement: {
    at: verifying,
    does: doing('transmit'),
    liftedBy: (ledger) => ledger.do('report_defect'),
  },
  station_not_assigned: {
    at: atTheCounty,
    does: doing('receive'),
    liftedBy: (ledger) => ledger.do('assign').handOver(),
  },
  station_already_assigned: { at: inTransit, does: doing('assign'), liftedBy: () => atTheCounty() },
  reroute_needs_supervisor: {
    at: twiceRerouted,
    does: doing('reroute'),
    liftedBy: same,
    again: doing('reroute', {}, actor('county_supervisor')),
  },
  receipt_time_implausible: {
    at: faxed,
    does: doing('receive', { receivedAt: parseInstant('2026-11-01T12:00:00+08:00') }),
    liftedBy: same,
    again: doing('receive'),
  },
  completion_already_requested: {
    at: onceAsked,
    does: doing('request_completion'),
    liftedBy: same,
    again: doing('request_completion', { reason: 'given' }, actor('station_leader')),
  },
  completion_reason_needed: {
    at: onceAsked,
    does: doing('request_completion', {}, actor('station_leader')),
    liftedBy: same,
    again: doing('request_completion', { reason: 'given' }, actor('station_leader')),
  },
  no_completion_requested: {
    at: onceAsked,
    does: doing('complete_materials'),
    liftedBy: (ledger) => ledger.do('request_completion', { reason: 'given' }, actor('station_leader')),
  },
  no_answer_to_confirm: {
    at: verifying,
    does: doing('confirm_answer'),
    liftedBy: () => proposed(),
  },
  second_person_needed: {
    at: proposed,
    does: doing('confirm_answer', {}, actor('liaison_officer')),
    liftedBy: same,
    again: doing('confirm_answer', {}, actor('liaison_officer', 'another')),
  },
  further_verification_not_possible: {
    at: verifying,
    does: doing('request_further_verification'),
    liftedBy: () => verifying({}, 'KINSHIP'),
  },
  further_verification_open: {
    at: () => verifying({}, 'KINSHIP').do('request_further_verification'),
    does: doing('request_further_verification'),
    liftedBy: (ledger) => ledger.do('cancel_further_verification'),
  },
  no_further_verification: {
    at: () => verifying({}, 'KINSHIP'),
    does: doing('answer_further_verification'),
    liftedBy: (ledger) => ledger.do('request_further_verification'),
  },
  answer_is_negative: {
    at: () => answered('inconsistent'),
    does: doing('issue'),
    liftedBy: (ledger) => ledger.do('answer'),
  },
  answer_being_corrected: {
    at: () => confirmed().do('answer', { result: 'inconsistent', confirmedMatters: [] }),
    does: doing('issue', {}, actor('window_officer')),
    liftedBy: (ledger) =>
      ledger
        .do('confirm_answer', {}, actor('station_leader'))
        .do('answer')
        .do('confirm_answer', {}, actor('station_leader')),
  },
  answer_is_consistent: {
    at: answered,
    does: doing('notify'),
    liftedBy: (ledger) => ledger.do('answer', { result: 'identity_not_verifiable' }),
  },
  consent_needed: {
    at: () => answered('partly_consistent'),
    does: doing('issue'),
    liftedBy: same,
    again: doing('issue', { consent: 'given' }),
  },
  no_certificate_to_correct: {
    at: answered,
    does: doing('issue', { certificateText: 'given' }),
    liftedBy: (ledger) => ledger.do('issue').makeCertificate().do('void_certificate'),
  },
  issue_in_progress: {
    at: issuing,
    does: doing('withdraw'),
    liftedBy: (ledger) => ledger.fail('issue_certificate'),
  },
  annex_2_not_possible: {
    at: () => accepted({}, 'REGISTRATION', 'NAME_CHANGE'),
    does: doing('issue_annex_2'),
    liftedBy: () => accepted({}, 'REGISTRATION'),
  },
  no_valid_certificate: {
    at: () => collected().do('void_certificate').do('withdraw'),
    does: doing('reprint'),
    liftedBy: () => collected(),
  },
  answer_not_fresh: {
    at: () => issued().goTo('2026-12-03T00:00:00+08:00'),
    does: doing('reissue'),
    liftedBy: () => issued().goTo('2026-12-02T23:59:59+08:00'),
  },
  already_collected: {
    at: () => issuedOnTheSpot().do('collect'),
    does: doing('collect'),
    liftedBy: (ledger) => ledger.do('reissue').makeCertificate(),
  },
  filing_not_due: { at: issued, does: doing('send_filing'), liftedBy: () => issuedOnTheSpot() },
  filing_not_sent: {
    at: () => issuedOnTheSpot().do('send_filing'),
    does: doing('acknowledge_filing'),
    liftedBy: (ledger) => ledger.sendFiling(),
  },
  no_reply_demanded: {
    at: verifying,
    does: doing('reply', { rungKey: 'verification/1/R4' as RungKey }),
    liftedBy: () => escalated(),
  },
  no_complaint_to_answer: {
    at: () => verifying().do('complain').do('answer_complaint'),
    does: doing('answer_complaint', { n: 2 }),
    liftedBy: (ledger) => ledger.do('complain'),
  },
};

describe('what stands in the way of an act', () => {
  it.each(Object.entries(meetings))('%s', (code, { at, does, liftedBy, again = does }) => {
    const ledger = at();
    const before = ledger.state;
    expect(does(ledger)).toBe(code);
    // Nothing of a refused act is recorded.
    expect(ledger.state).toBe(before);
    expect(again(liftedBy(ledger))).toBeNull();
  });

  it('says what the same person may do instead', () => {
    const ledger = answered('inconsistent');
    const verdict = ledger.settle({
      type: 'issue',
      commandId: 'x' as never,
      by: actor('window_officer'),
      consent: null,
      certificateText: null,
    });
    expect(verdict).toEqual({
      ok: false,
      rejection: {
        code: 'answer_is_negative',
        act: 'issue',
        status: 'answered',
        allowed: ['withdraw', 'notify', 'log_call', 'complain'],
      },
    });
  });
});

describe('the conditions of one kind', () => {
  it.each([
    ['transmit', doing('transmit')],
    ['reroute', doing('reroute')],
  ])('%s waits for the handing over that is under way', (_, does) => {
    expect(does(accepted().do('transmit'))).toBe('transmission_in_progress');
  });

  it.each([
    ['receive', doing('receive'), 'station_not_assigned'],
    ['report_defect', doing('report_defect'), 'station_not_assigned'],
    ['return_dossier', doing('return_dossier'), null],
  ])('%s at a county that has to assign a station: %3$s', (_, does, code) => {
    expect(does(atTheCounty())).toBe(code);
  });

  it.each([
    ['report_defect', doing('report_defect')],
    ['return_dossier', doing('return_dossier')],
  ])('%s is for a dossier that is there', (_, does) => {
    expect(does(accepted().do('transmit'))).toBe('dossier_not_delivered');
    expect(does(inTransit())).toBeNull();
  });

  it('assigning waits until the county has the dossier', () => {
    const ledger = atTheCounty().do('return_dossier').do('transmit');
    const first = accepted().do('reroute', { homeStation: 'X'.repeat(12) as never, homeLevel: 'county' });
    expect(first.refusalOf('assign')).toBe('dossier_not_delivered');
    expect(ledger.handOver().refusalOf('assign', { homeStation })).toBeNull();
  });

  it.each([
    ['collect', doing('collect')],
    ['void_certificate', doing('void_certificate')],
    ['reissue', doing('reissue')],
    ['reprint', doing('reprint')],
  ])('%s takes a certificate that holds', (act, does) => {
    const referred = answered('inconsistent').do('notify');
    expect(does(referred)).toBe(act === 'collect' ? 'act_not_allowed' : 'no_valid_certificate');
    expect(does(issued())).toBeNull();
  });

  it('an answer after the end is kept when there is none yet', () => {
    expect(verifying().do('withdraw').refusalOf('answer')).toBeNull();
    expect(collected().refusalOf('answer')).toBe('act_not_allowed');
  });

  it('notice and collection are over once the paper is in the applicant’s hand', () => {
    expect(issuedOnTheSpot().do('collect').refusalOf('notify')).toBe('already_collected');
    expect(issuedOnTheSpot().do('notify').do('notify').refusalOf('collect')).toBeNull();
  });

  it('a supervisor decides from the third reroute on, however the first two ended', () => {
    const ledger = twiceRerouted().do('return_dossier');
    const { state, now } = ledger;
    expect(allowedActs(state, { role: 'station_leader', now })).not.toContain('reroute');
    expect(allowedActs(state, { role: 'city_supervisor', now })).toContain('reroute');
  });

  it('a filing is not sent twice at once, and is sent again after a failure', () => {
    const ledger = issuedOnTheSpot().do('send_filing');
    expect(ledger.refusalOf('send_filing')).toBe('filing_not_due');
    expect(ledger.fail('send_filing').refusalOf('send_filing')).toBeNull();
  });

  it('a settled escalation takes no second reply', () => {
    const rungKey = 'verification/1/R4' as RungKey;
    const ledger = escalated();
    expect(ledger.refusalOf('reply', { rungKey: 'verification/1/R3' as RungKey })).toBe('no_reply_demanded');
    expect(ledger.do('reply', { rungKey }).refusalOf('reply', { rungKey })).toBe('no_reply_demanded');
    expect(confirmed().refusalOf('reply', { rungKey })).toBe('no_reply_demanded');
  });
});
