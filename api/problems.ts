import type { AuthenticationRequirement } from '../domain/authentication.ts';
import type { Act } from '../domain/case/acts.ts';
import { actTitles } from '../domain/case/acts.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import { statusTitles } from '../domain/case/status.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { errorSentences } from '../domain/errors.ts';
import { problemStatus } from './problem-status.ts';
import type { FieldFault, ProblemBody } from './schemas/problem.ts';
import { toldFaults } from './told-faults.ts';

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
    ...(errors === undefined ? {} : { errors: toldFaults(errors) }),
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
