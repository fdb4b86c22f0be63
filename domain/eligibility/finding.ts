import type { CaseNo } from '../certificate/numbers.ts';
import type { IdNumberFault, IdNumberWarning } from '../identity/id-number-reasons.ts';
import type { NameFault } from '../identity/name.ts';

/** E1–E9: who may apply, and for what (§2); F1, F2: whether the form is complete and its date possible. */
export const ruleIds = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'F1', 'F2'] as const;

export type RuleId = (typeof ruleIds)[number];

/** What is wrong with an application. Stable. */
export type FaultCode =
  | `id_number_${IdNumberFault}`
  | `name_${NameFault}`
  | 'home_station_unknown'
  | 'home_station_not_a_station'
  | 'same_province'
  | 'residence_reason_missing'
  | 'booklet_statement_missing'
  | 'booklet_at_hand'
  | 'matter_missing'
  | 'matter_repeated'
  | 'matter_not_in_catalogue'
  | 'matter_never_certified'
  | 'matter_details_missing'
  | 'identity_document_not_checked'
  | 'identity_document_date_unreadable'
  | 'identity_document_expired'
  | 'temporary_card_has_no_chip'
  | 'person_not_compared'
  | 'person_does_not_match'
  | 'second_officer_missing'
  | 'second_officer_not_another'
  | 'override_reason_missing'
  | 'not_told'
  | 'not_agreed'
  | 'open_case_of_same_matter'
  | 'agent_not_allowed'
  | 'letter_of_authority_missing'
  | 'guardian_missing'
  | 'guardian_relation_missing'
  | 'guardian_proof_missing'
  | 'telephone_missing'
  | 'telephone_unreadable'
  | 'residence_address_missing'
  | 'undertaking_not_signed'
  | 'paper_date_unreadable'
  | 'paper_date_in_future'
  | 'paper_date_before_procedure';

/** What an officer should know and nothing hangs on. Stable. */
export type AdviceCode =
  | `id_number_${IdNumberWarning}`
  | 'id_number_ended_division'
  | 'related_open_cases'
  | 'home_station_merged'
  | 'marriage_needs_no_booklet';

interface FindingBase {
  /** RFC 6901 pointer into the application. */
  readonly pointer: string;
  /** A Chinese sentence for the applicant (faults) or the officer (advice). */
  readonly message: string;
}

/** One reason against the application. All of them are returned together (一次性告知). */
export interface FaultFinding extends FindingBase {
  readonly code: FaultCode;
  /** Where it rests on more than its rule does. */
  readonly basis?: string;
}

export interface Advice extends FindingBase {
  readonly code: AdviceCode;
  /** Cases that it is about. */
  readonly related?: readonly CaseNo[];
}

/** A fault with the rule and the legal basis it rests on. */
export interface Fault extends FaultFinding {
  readonly rule: RuleId;
  readonly basis: string;
}
