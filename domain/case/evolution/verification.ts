import { close, unchanged } from './evolution.ts';
import type { Evolution } from './evolution.ts';
import { withoutType } from './pending.ts';

type VerificationEvent =
  | 'answer_proposed'
  | 'answer_recorded'
  | 'answer_filed'
  | 'applicant_notified'
  | 'applicant_referred'
  | 'escalation_replied';

/** What the home station found out, and what the applicant is told of it. */
export const verificationEvolution = {
  answer_proposed: (state, { answerId, result, confirmedMatters, by }) => ({
    ...state,
    proposedAnswer: { answerId, result, confirmedMatters, by },
  }),
  answer_recorded: (
    state,
    { answerId, result, confirmedMatters, timeliness, workingDays, workingDaysLate },
    at,
  ) => ({
    ...state,
    status: 'answered',
    // A certificate that failed was of the answer before; what was still being sent is needed no more.
    pending: withoutType({ pending: withoutType(state, 'issue_certificate') }, 'transmit_dossier'),
    proposedAnswer: null,
    answer: {
      answerId,
      result,
      confirmedMatters,
      // A corrected answer was given when the first one was: the correction is no delay.
      answeredAt: state.answer?.answeredAt ?? at,
      timeliness,
      workingDays,
      workingDaysLate,
    },
  }),
  answer_filed: unchanged,
  applicant_notified: (state, _, at) => ({ ...state, notifiedAt: at }),
  applicant_referred: (state, _, at) => close(state, 'referred', at),
  escalation_replied: (state, { rungKey, replyId, by }, at) => {
    const escalation = state.escalations[rungKey];
    if (escalation === undefined) return state;
    const settlement = { kind: 'replied', at, by, replyId } as const;
    return { ...state, escalations: { ...state.escalations, [rungKey]: { ...escalation, settlement } } };
  },
} as const satisfies Evolution<VerificationEvent>;
