import { completedTerms } from '../../policy.ts';
import type { Instant } from '../../time/instant.ts';
import type { CaseState, Completion, Transmission } from '../state.ts';
import { bringsMaterials, bringsMending } from '../state.ts';
import { close, unchanged } from './evolution.ts';
import type { Evolution } from './evolution.ts';
import { begun, withoutType } from './pending.ts';

type TransitEvent =
  | 'completion_requested'
  | 'materials_completed'
  | 'transmission_requested'
  | 'case_rerouted'
  | 'dossier_handed_over'
  | 'dossier_received'
  | 'receipt_corrected'
  | 'defect_reported'
  | 'dossier_returned'
  | 'case_refused'
  | 'case_withdrawn'
  | 'call_logged'
  | 'policy_migrated';

/** From the counter to the home station's desk. */
export const transitEvolution = {
  completion_requested: (state) => ({
    ...state,
    completion: { round: (state.completion?.round ?? 0) + 1, open: 'open' },
  }),
  materials_completed: (state) => ({
    ...state,
    completion:
      state.completion === null
        ? null
        : { ...state.completion, open: 'done', afterTransmission: state.asked.transmit_dossier },
  }),
  transmission_requested: (state, { effect }, at) => ({
    ...state,
    // Pages that were missing go after a dossier that is being verified already.
    status: state.status === 'accepted' ? 'in_transit' : state.status,
    returned: null,
    transmissions: [
      ...state.transmissions,
      {
        n: effect.n,
        channel: effect.channel,
        addressee: effect.addressee,
        homeStation: state.homeStation,
        round: state.round,
        handedOverAt: null,
        deliveredAt: null,
        takenUpAt: null,
        pages: null,
        receipt: null,
      } satisfies Transmission,
    ],
    // Nothing is issued on the spot any more.
    ...begun({ ...state, pending: withoutType(state, 'issue_certificate') }, effect, at),
  }),
  case_rerouted: (state, { homeStation, homeLevel, homePolicyVersion, cause }, at) => ({
    ...state,
    status: 'accepted',
    round: state.round + 1,
    roundBeganAt: at,
    transmissions: cause === 'assigned' ? takenUp(state, at) : state.transmissions,
    homeStation,
    homeLevel,
    policyVersions: { ...state.policyVersions, home: homePolicyVersion },
    reroutes: cause === 'rerouted' ? state.reroutes + 1 : state.reroutes,
    returned: null,
    receivedAt: null,
    defect: null,
    unconfirmedMending: null,
    proposedAnswer: null,
  }),
  dossier_handed_over: (state, { n, channel, handedOverAt, deliveredAt, pages }) => ({
    ...state,
    // What was sent for a defect mends it, though only the home station can say that it now reads well.
    defect: null,
    unconfirmedMending: unconfirmedAfter(state, n, deliveredAt),
    completion: sentWith(n, state.completion),
    transmissions: state.transmissions.map((transmission) =>
      transmission.n === n ? { ...transmission, channel, handedOverAt, deliveredAt, pages } : transmission,
    ),
    pending: withoutType(state, 'transmit_dossier'),
  }),
  dossier_received: (state, { n, by, receivedAt, pagesReceived }, at) => ({
    ...state,
    status: 'verifying',
    receivedAt: state.receivedAt ?? at,
    unconfirmedMending: bringsMending(state, n) ? null : state.unconfirmedMending,
    // By now the dossier is there: a try that is still under way is let go, unless it brings more.
    pending: bringsMore(state) ? state.pending : withoutType(state, 'transmit_dossier'),
    transmissions: takenUp(state, at).map((transmission) =>
      transmission.n === n
        ? {
            ...transmission,
            deliveredAt: transmission.deliveredAt ?? receivedAt,
            receipt: { receivedAt, pagesReceived, by, recordedAt: at },
          }
        : transmission,
    ),
  }),
  receipt_corrected: unchanged,
  defect_reported: (state, { defect }) => ({ ...state, defect }),
  dossier_returned: (state, { reason, suggestedStation }, at) => ({
    ...state,
    status: 'accepted',
    round: state.round + 1,
    roundBeganAt: at,
    transmissions: takenUp(state, at),
    pending: withoutType(state, 'transmit_dossier'),
    returned: { reason, suggestedStation },
    receivedAt: null,
    defect: null,
    unconfirmedMending: null,
    proposedAnswer: null,
  }),
  case_refused: (state, _, at) => close(state, 'refused', at),
  case_withdrawn: (state, _, at) => close(state, 'withdrawn', at),
  call_logged: unchanged,
  policy_migrated: (state, { policyVersions, terms }) => ({
    ...state,
    policyVersions,
    terms: completedTerms(terms),
  }),
} as const satisfies Evolution<TransitEvent>;

/** What was handed over in the present stay, now that the home station has done something with it. */
function takenUp({ transmissions, round }: CaseState, at: Instant): Transmission[] {
  return transmissions.map((transmission) =>
    transmission.round === round && transmission.handedOverAt !== null && transmission.takenUpAt === null
      ? { ...transmission, takenUpAt: at }
      : transmission,
  );
}

/** Until its receipt nobody knows whether what was lacking has come by fax or letter. */
function unconfirmedAfter(state: CaseState, n: number, deliveredAt: Instant | null): number | null {
  if (deliveredAt !== null) return null;
  return bringsMaterials(state, n) ? n : state.unconfirmedMending;
}

/** What the applicant completed, once the first sending that was asked for after it has left. */
function sentWith(n: number, completion: Completion | null): Completion | null {
  return completion?.open === 'done' && n > completion.afterTransmission
    ? { round: completion.round, open: 'sent' }
    : completion;
}

/** Whether what is sent now is more than another try of the same dossier. */
function bringsMore({ status, defect, completion }: CaseState): boolean {
  return status === 'verifying' || defect !== null || completion?.open === 'done';
}
