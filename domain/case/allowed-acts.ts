import { isAnnex2Possible } from '../matters/catalogue.ts';
import type { Role } from '../roles.ts';
import { isSupervisor } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import { addDays, localDateOf } from '../time/plain-date.ts';
import type { Act } from './acts.ts';
import { acts, actTable, rolesOf } from './acts.ts';
import { openComplaints } from './complaints.ts';
import { findOpenFurtherVerification } from './further-verification.ts';
import type { ObstacleCode, ObstacleOf } from './refusals.ts';
import { actRefusals } from './refusals.ts';
import type { Rejection } from './rejection.ts';
import type { CaseState } from './state.ts';
import { findPending, findValidCertificate, handedOverTransmissions } from './state.ts';

/** Who asks, and when. */
export interface Asking {
  readonly role: Role;
  readonly now: Instant;
}

type Condition<A extends Act> = (state: CaseState, asking: Asking) => ObstacleOf<A> | null;

const none = () => null;

/** What stands in the way of an act beside its status and role. */
const conditions = {
  refuse: none,
  withdraw: none,
  refer: none,
  request_completion: ({ completion }, { role }) =>
    // One list, once (一次性告知); a second one is a leader's decision with a reason.
    completion === null || role === 'station_leader' ? null : 'completion_already_requested',
  complete_materials: ({ completion }) => (completion?.open === 'open' ? null : 'no_completion_requested'),
  transmit: (state) => {
    if (isRunning(state, 'transmit_dossier')) return 'transmission_in_progress';
    // What was sent last and may be lost is sent again.
    const isUnconfirmed = handedOverTransmissions(state).at(-1)?.deliveredAt === null;
    const hasMore = state.defect !== null || state.completion?.open === 'done' || isUnconfirmed;
    return state.status === 'verifying' && !hasMore ? 'nothing_to_supplement' : null;
  },
  reroute: (state, { role }) => {
    if (isRunning(state, 'transmit_dossier')) return 'transmission_in_progress';
    const isOfficersLimit = state.reroutes >= state.terms.reroutesWithoutSupervisor;
    return isOfficersLimit && !isSupervisor(role) ? 'reroute_needs_supervisor' : null;
  },
  assign: (state) => (state.homeLevel === 'county' ? handedOver(state) : 'station_already_assigned'),
  receive: (state) =>
    stationHasIt(state) ??
    (handedOverTransmissions(state).every(({ receipt }) => receipt !== null) ? 'already_received' : null),
  correct_receipt: none,
  report_defect: stationHasIt,
  return_dossier: handedOver,
  answer: (state) => {
    // After an end with an answer there is nothing left to say; after one without it is kept.
    if (state.status === 'closed') return state.answer === null ? null : 'act_not_allowed';
    return null;
  },
  confirm_answer: ({ proposedAnswer }) => (proposedAnswer === null ? 'no_answer_to_confirm' : null),
  request_further_verification: (state) => {
    if (findOpenFurtherVerification(state) !== undefined) return 'further_verification_open';
    const { furtherVerificationMatters: possible } = state.terms;
    return state.matters.some((code) => possible.includes(code)) ? null : 'further_verification_not_possible';
  },
  cancel_further_verification: beingAsked,
  answer_further_verification: beingAsked,
  issue: (state, asking) =>
    beingCorrected(state, asking) ?? (hasConfirmed(state) ? null : 'answer_is_negative'),
  issue_annex_2: ({ matters }) => (isAnnex2Possible(matters) ? null : 'annex_2_not_possible'),
  send_filing: ({ filing, pending }) =>
    filing === 'due' && !isRunning({ pending }, 'send_filing') ? null : 'filing_not_due',
  acknowledge_filing: ({ filing }) => (filing === 'sent' ? null : 'filing_not_sent'),
  notify: (state, asking) => {
    const { status, answer, collectedAt } = state;
    if (collectedAt !== null) return 'already_collected';
    if (status !== 'answered') return null;
    return beingCorrected(state, asking) ?? (answer?.result === 'consistent' ? 'answer_is_consistent' : null);
  },
  collect: (state) => {
    if (state.collectedAt !== null) return 'already_collected';
    // Whoever comes after half a year is given the paper that was kept for him.
    if (state.status === 'closed' && state.outcome !== 'uncollected') return 'act_not_allowed';
    return withValidCertificate(state);
  },
  void_certificate: withValidCertificate,
  reissue: (state, { now }) => {
    const obstacle = withValidCertificate(state);
    if (obstacle !== null) return obstacle;
    // One that was asked for in time and failed may be tried again.
    const isAsked = findPending(state, 'issue_certificate') !== undefined;
    return isAsked || isFresh(state, now) ? null : 'answer_not_fresh';
  },
  reprint: withValidCertificate,
  log_call: none,
  reply: ({ escalations }) =>
    Object.values(escalations).some(
      ({ replyClock, settlement }) => replyClock !== null && settlement === null,
    )
      ? null
      : 'no_reply_demanded',
  complain: none,
  answer_complaint: (state) => (openComplaints(state, null).length > 0 ? null : 'no_complaint_to_answer'),
} as const satisfies { readonly [A in Act]: Condition<A> };

function isRunning(state: Pick<CaseState, 'pending'>, type: Parameters<typeof findPending>[1]): boolean {
  return findPending(state, type)?.progress.kind === 'running';
}

function issueUnderWay(state: CaseState): 'issue_in_progress' | null {
  return isRunning(state, 'issue_certificate') ? 'issue_in_progress' : null;
}

function handedOver(state: CaseState): 'dossier_not_delivered' | null {
  return handedOverTransmissions(state).length > 0 ? null : 'dossier_not_delivered';
}

function stationHasIt(state: CaseState): 'station_not_assigned' | 'dossier_not_delivered' | null {
  return state.homeLevel === 'county' ? 'station_not_assigned' : handedOver(state);
}

function beingAsked(state: CaseState): 'no_further_verification' | null {
  return findOpenFurtherVerification(state) === undefined ? 'no_further_verification' : null;
}

/** A correction that waits for its second person; the home station may be slow, so a leader need not wait for it. */
function beingCorrected(
  { status, proposedAnswer }: CaseState,
  { role }: Asking,
): 'answer_being_corrected' | null {
  const waits = status === 'answered' && proposedAnswer !== null && role !== 'station_leader';
  return waits ? 'answer_being_corrected' : null;
}

function hasConfirmed({ answer }: CaseState): boolean {
  return answer?.result === 'consistent' || answer?.result === 'partly_consistent';
}

function withValidCertificate(state: CaseState): 'no_valid_certificate' | null {
  return findValidCertificate(state) === undefined ? 'no_valid_certificate' : null;
}

/** An old answer may no longer be what the register says: then it takes a new case [policy]. */
function isFresh({ answer, terms, certificates }: CaseState, now: Instant): boolean {
  const basisAt = answer?.answeredAt ?? certificates[0]?.issuedAt;
  return basisAt !== undefined && localDateOf(now) <= addDays(localDateOf(basisAt), terms.answerFreshDays);
}

/** Why this role may not do this act now, or null when it may. */
export function findObstacle(state: CaseState, act: Act, asking: Asking): Rejection | null {
  if (!rolesOf(act).includes(asking.role)) return { code: 'role_not_allowed', act };
  const code = obstacleCode(state, act, asking);
  return code === null ? null : rejectionOf(state, act, asking, code);
}

/** A refusal that says what may be done instead. */
export function rejectionOf(state: CaseState, act: Act, asking: Asking, code: ObstacleCode): Rejection {
  return { code, act, status: state.status, allowed: allowedActs(state, asking) };
}

/** What this role may do to the case now, at whichever of its stations. */
export function allowedActs(state: CaseState, asking: Asking): Act[] {
  return acts.filter((act) => obstacleCode(state, act, asking) === null);
}

function obstacleCode(state: CaseState, act: Act, asking: Asking): ObstacleCode | null {
  const allowedRoles: readonly Role[] = actTable[act][state.status];
  if (!allowedRoles.includes(asking.role)) return 'act_not_allowed';
  if (state.paused !== undefined) return 'case_paused';
  const refusals: readonly ObstacleCode[] = actRefusals[act];
  return (
    (refusals.includes('issue_in_progress') ? issueUnderWay(state) : null) ?? conditions[act](state, asking)
  );
}
