import type { AuthenticationRequirement } from '../domain/authentication.ts';
import type { Act } from '../domain/case/acts.ts';
import { actTitles } from '../domain/case/acts.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import { statusTitles } from '../domain/case/status.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { errorSentences } from '../domain/errors.ts';
import type { FieldFault, ProblemBody } from './schemas/problem.ts';

/** The HTTP status of every error; the compiler refuses a code without one. */
export const problemStatus = {
  malformed_request: 400,
  login_failed: 400,
  invalid_logout_token: 400,
  unauthenticated: 401,
  insufficient_user_authentication: 401,
  account_locked: 403,
  cross_site_request: 403,
  roles_not_separated: 403,
  role_not_allowed: 403,
  unit_not_allowed: 403,
  not_found: 404,
  case_not_found: 404,
  case_status_not_found: 404,
  certificate_not_confirmed: 404,
  certificate_not_issued: 404,
  paper_not_available: 404,
  personal_data_removed: 404,
  deadline_not_started: 404,
  case_already_accepted: 409,
  act_not_allowed: 409,
  dossier_not_delivered: 409,
  transmission_in_progress: 409,
  already_received: 409,
  pages_not_counted: 409,
  nothing_to_supplement: 409,
  papers_no_longer_taken: 409,
  station_not_assigned: 409,
  station_already_assigned: 409,
  reroute_needs_supervisor: 409,
  receipt_time_implausible: 409,
  completion_already_requested: 409,
  completion_reason_needed: 409,
  no_completion_requested: 409,
  no_answer_to_confirm: 409,
  second_person_needed: 409,
  further_verification_not_possible: 409,
  further_verification_open: 409,
  no_further_verification: 409,
  consent_needed: 409,
  no_certificate_to_correct: 409,
  annex_2_not_possible: 409,
  no_valid_certificate: 409,
  answer_not_fresh: 409,
  already_collected: 409,
  filing_not_due: 409,
  filing_not_sent: 409,
  no_reply_demanded: 409,
  no_complaint_to_answer: 409,
  answer_being_corrected: 409,
  answer_is_negative: 409,
  answer_is_consistent: 409,
  issue_in_progress: 409,
  application_is_eligible: 409,
  calendar_version_in_use: 409,
  dry_run_needed: 409,
  delivery_underway: 409,
  precondition_failed: 412,
  body_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  application_not_eligible: 422,
  unprintable_text: 422,
  certificate_too_long: 422,
  calendar_missing: 422,
  idempotency_key_reused: 422,
  precondition_required: 428,
  too_many_attempts: 429,
  too_many_requests: 429,
  too_many_streams: 429,
  internal_error: 500,
  service_unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

export interface ProblemDetails {
  /** What is particular about this time; the code's own sentence if left out. */
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  readonly currentStatus?: CaseStatus;
  readonly allowed?: readonly Act[];
  /** When it makes sense to ask again, for the header. */
  readonly retryAfterSeconds?: number;
  /** What was sent is not read to its end: nothing more is heard on that connection. */
  readonly body?: 'left_unread';
  /** What a better authentication has to meet; goes into `WWW-Authenticate` (RFC 9470). */
  readonly stepUp?: AuthenticationRequirement;
}

/** An answer other than the one asked for, thrown by whoever finds out and sent by the error handler. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ErrorCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** The problem as RFC 9457 has it on the wire. */
export function problemBody(
  { code, status, details }: Problem,
  requestId: string,
  baseUrl = '',
): ProblemBody {
  const title = errorSentences[code];
  const { detail = title, errors, currentStatus, allowed } = details;
  return {
    type: `${baseUrl}/errors/${code}`,
    title,
    status,
    code,
    detail,
    instance: `urn:uuid:${requestId}`,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(currentStatus === undefined ? {} : { currentStatus }),
    ...(allowed === undefined ? {} : { allowed: [...allowed] }),
  };
}

/** A refused act, with what the caller may do instead. */
export function problemOfRejection(rejection: Rejection, allowed: readonly Act[]): Problem {
  if (!('status' in rejection)) return new Problem(rejection.code);
  const { code, status } = rejection;
  const instead =
    allowed.length === 0
      ? '您现在没有可进行的操作'
      : `您可以：${allowed.map((act) => actTitles[act]).join('、')}`;
  const detail = `${errorSentences[code]}当前状态：${statusTitles[status]}；${instead}。`;
  return new Problem(code, { detail, currentStatus: status, allowed });
}

/** Whether a text is one of our codes. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorSentences, text);
}
