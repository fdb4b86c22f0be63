import type { CaseAct } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import type { CaseState } from '../state.ts';
import { effectsUnderWay, findPending, findValidCertificate } from '../state.ts';
import type { CertificateKind } from '../status.ts';
import { startClock } from './clocks.ts';
import type { Decision, DecisionContext } from './context.ts';
import { nextEffect, retried } from './effects.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

/**
 * 附件1, first from the home station's text [§4]; words of the officer's own only correct one that was voided. What was not confirmed is left out only with the applicant's consent; without it the case is referred.
 */
export function issue(state: CaseState, act: ActOf<'issue'>): Decision<'issue'> {
  const isFirst = state.certificates.every(({ kind }) => kind !== 'annex_1');
  if (isFirst && act.certificateText === 'given') return 'no_certificate_to_correct';
  if (state.answer?.result === 'partly_consistent' && act.consent === null) return 'consent_needed';
  return requestCertificate(state, act, 'annex_1');
}

/** 附件2, on the spot [§5]. */
export function issueAnnex2(state: CaseState, act: ActOf<'issue_annex_2'>): Decision<'issue_annex_2'> {
  return requestCertificate(state, act, 'annex_2');
}

/** The same certificate again for one that was lost; the new number takes the old one's place. */
export function reissue(
  state: CaseState,
  act: ActOf<'reissue'>,
  { now, facts }: DecisionContext,
): Decision<'reissue'> {
  const valid = findValidCertificate(state);
  if (valid === undefined) return 'no_valid_certificate';
  const requested = requestCertificate(state, act, valid.kind);
  if (state.status !== 'closed') return requested;
  // The clocks of a closed case have ended: it is open again, so somebody has a term again.
  const owed = state.collectedAt === null ? (['issue', 'collection'] as const) : (['issue'] as const);
  return [...requested, ...owed.map((clock) => startClock(state, clock, now, facts))];
}

function requestCertificate(
  state: CaseState,
  { by, commandId }: Pick<CaseAct, 'by' | 'commandId'>,
  kind: CertificateKind,
): CaseEvent[] {
  const failed = findPending(state, 'issue_certificate');
  // Pressing the button again after a failure tries the same effect: one certificate, not two.
  if (failed !== undefined) return [retried(failed.effect, commandId)];
  return [
    { type: 'issue_requested', by, effect: { ...nextEffect(state, 'issue_certificate', commandId), kind } },
  ];
}

/** 作废. The case stands where it stood before the issue, and so does its term. */
export function voidCertificate(
  state: CaseState,
  { by }: ActOf<'void_certificate'>,
  { now, facts }: DecisionContext,
): Decision<'void_certificate'> {
  const valid = findValidCertificate(state);
  if (valid === undefined) return 'no_valid_certificate';
  // A report that is just being sent may arrive all the same.
  const filing = effectsUnderWay(state).some(({ type }) => type === 'send_filing') ? 'sent' : state.filing;
  return [
    { type: 'certificate_voided', by, certificateNo: valid.certificateNo, filing },
    startClock(state, state.answer === null ? 'transmission' : 'issue', now, facts),
  ];
}

export function reprint(state: CaseState, { by }: ActOf<'reprint'>): Decision<'reprint'> {
  const valid = findValidCertificate(state);
  if (valid === undefined) return 'no_valid_certificate';
  return [{ type: 'certificate_reprinted', by, certificateNo: valid.certificateNo }];
}

export function sendFiling(
  state: CaseState,
  { by, commandId }: ActOf<'send_filing'>,
): Decision<'send_filing'> {
  const failed = findPending(state, 'send_filing');
  if (failed !== undefined) return [retried(failed.effect, commandId)];
  return [{ type: 'filing_requested', by, effect: nextEffect(state, 'send_filing', commandId) }];
}
