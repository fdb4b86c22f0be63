import type { Act } from './acts.ts';
import type { CaseStatus } from './status.ts';

/** What can stand in the way of an act beside its status. */
export type ObstacleCode =
  | 'act_not_allowed'
  | 'dossier_not_delivered'
  | 'transmission_in_progress'
  | 'already_received'
  | 'pages_not_counted'
  | 'nothing_to_supplement'
  | 'station_not_assigned'
  | 'station_already_assigned'
  | 'reroute_needs_supervisor'
  | 'receipt_time_implausible'
  | 'completion_already_requested'
  | 'completion_reason_needed'
  | 'no_completion_requested'
  | 'no_answer_to_confirm'
  | 'second_person_needed'
  | 'further_verification_not_possible'
  | 'further_verification_open'
  | 'no_further_verification'
  | 'answer_is_negative'
  | 'answer_being_corrected'
  | 'answer_is_consistent'
  | 'consent_needed'
  | 'no_certificate_to_correct'
  | 'issue_in_progress'
  | 'annex_2_not_possible'
  | 'no_valid_certificate'
  | 'answer_not_fresh'
  | 'already_collected'
  | 'filing_not_due'
  | 'filing_not_sent'
  | 'no_reply_demanded'
  | 'no_complaint_to_answer';

/** Why a command was refused. Nothing is recorded; the caller learns what is allowed instead. */
export type Rejection =
  | { readonly code: 'case_not_found' }
  | { readonly code: 'case_already_accepted' }
  | { readonly code: 'precondition_failed' }
  | { readonly code: 'role_not_allowed'; readonly act: Act }
  | {
      readonly code: ObstacleCode;
      readonly act: Act;
      readonly status: CaseStatus;
      readonly allowed: readonly Act[];
    };
