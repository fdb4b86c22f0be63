import type { Act } from '../acts.ts';
import type { CaseAct } from '../command.ts';
import type { CaseState } from '../state.ts';
import { answer, confirmAnswer, reply } from './answers.ts';
import { issue, issueAnnex2, reissue, reprint, sendFiling, voidCertificate } from './certificates.ts';
import { answerComplaint, complain } from './complaints.ts';
import type { Decision, DecisionContext } from './context.ts';
import {
  answerFurtherVerification,
  cancelFurtherVerification,
  requestFurtherVerification,
} from './further-verification.ts';
import { correctReceipt, receive, reroute, returnDossier, transmit } from './transit.ts';

type Decide<A extends Act> = (
  state: CaseState,
  act: Extract<CaseAct, { type: A }>,
  context: DecisionContext,
) => Decision<A>;

/** What each act brings about, once nothing stands in its way. */
export const actDecisions: { readonly [A in Act]: Decide<A> } = {
  refuse: (_, { by }) => [{ type: 'case_refused', by }],
  withdraw: (_, { by }) => [{ type: 'case_withdrawn', by }],
  refer: (_, { by }) => [{ type: 'applicant_referred', by, cause: 'wish' }],
  // 一次性告知: whoever asks a second time says why.
  request_completion: ({ completion }, { by, commandId, reason }) =>
    completion !== null && reason === null
      ? 'completion_reason_needed'
      : [{ type: 'completion_requested', by, requestId: commandId }],
  complete_materials: (_, { by }) => [{ type: 'materials_completed', by }],
  transmit,
  reroute,
  assign: reroute,
  receive,
  correct_receipt: correctReceipt,
  report_defect: (_, { by, defect }) => [{ type: 'defect_reported', by, defect }],
  return_dossier: returnDossier,
  answer,
  confirm_answer: confirmAnswer,
  request_further_verification: requestFurtherVerification,
  cancel_further_verification: cancelFurtherVerification,
  answer_further_verification: answerFurtherVerification,
  issue,
  issue_annex_2: issueAnnex2,
  send_filing: sendFiling,
  acknowledge_filing: (_, { by }) => [{ type: 'filing_acknowledged', by }],
  // After a negative answer the notice is the referral home and ends the case [§3].
  notify: ({ status }, { by }) =>
    status === 'issued'
      ? [{ type: 'applicant_notified', by }]
      : [{ type: 'applicant_referred', by, cause: 'answer' }],
  collect: (_, { by }) => [{ type: 'certificate_collected', by }],
  void_certificate: voidCertificate,
  reissue,
  reprint,
  log_call: (_, { by, commandId, outcome, called }) => [
    { type: 'call_logged', by, callId: commandId, outcome, called },
  ],
  reply,
  complain,
  answer_complaint: answerComplaint,
};
