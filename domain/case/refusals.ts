import type { ErrorCode } from '../errors.ts';
import type { Act } from './acts.ts';

/**
 * With what each act may be refused beside `act_not_allowed`, the code of its status, and `case_paused`, which stands in the way of every act. The rules are typed by it: one that
 * refuses with another code does not compile. An act with `issue_in_progress` waits while a certificate is being made,
 * because nobody can know then whether it exists.
 */
export const actRefusals = {
  refuse: ['issue_in_progress'],
  withdraw: ['issue_in_progress'],
  refer: ['issue_in_progress'],
  request_completion: ['completion_already_requested', 'completion_reason_needed'],
  complete_materials: ['no_completion_requested'],
  transmit: ['issue_in_progress', 'transmission_in_progress', 'nothing_to_supplement'],
  reroute: ['issue_in_progress', 'transmission_in_progress', 'reroute_needs_supervisor'],
  assign: ['station_already_assigned', 'dossier_not_delivered'],
  receive: [
    'station_not_assigned',
    'dossier_not_delivered',
    'already_received',
    'receipt_time_implausible',
    'pages_not_counted',
  ],
  correct_receipt: ['receipt_time_implausible'],
  report_defect: ['station_not_assigned', 'dossier_not_delivered'],
  return_dossier: ['dossier_not_delivered'],
  answer: ['issue_in_progress'],
  confirm_answer: ['issue_in_progress', 'no_answer_to_confirm', 'second_person_needed'],
  request_further_verification: ['further_verification_open', 'further_verification_not_possible'],
  cancel_further_verification: ['no_further_verification'],
  answer_further_verification: ['no_further_verification'],
  issue: [
    'issue_in_progress',
    'answer_being_corrected',
    'answer_is_negative',
    'no_certificate_to_correct',
    'consent_needed',
  ],
  issue_annex_2: ['issue_in_progress', 'annex_2_not_possible'],
  send_filing: ['issue_in_progress', 'filing_not_due'],
  acknowledge_filing: ['issue_in_progress', 'filing_not_sent'],
  notify: ['issue_in_progress', 'already_collected', 'answer_being_corrected', 'answer_is_consistent'],
  collect: ['issue_in_progress', 'already_collected', 'no_valid_certificate'],
  void_certificate: ['issue_in_progress', 'no_valid_certificate'],
  reissue: ['issue_in_progress', 'no_valid_certificate', 'answer_not_fresh'],
  reprint: ['no_valid_certificate'],
  log_call: [],
  reply: ['no_reply_demanded'],
  complain: [],
  answer_complaint: ['no_complaint_to_answer'],
} as const satisfies Record<Act, readonly ErrorCode[]>;

/** What can stand in the way of an act. */
export type ObstacleOf<A extends Act> = 'act_not_allowed' | 'case_paused' | (typeof actRefusals)[A][number];

/** What can stand in the way of some act. */
export type ObstacleCode = ObstacleOf<Act>;
