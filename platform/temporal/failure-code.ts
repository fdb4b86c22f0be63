import { isFailureClass } from '../../domain/case/effect.ts';

/** As Temporal keeps a failure, in a history or beside a pending activity. */
export interface RawFailure {
  readonly message?: string | null;
  readonly cause?: RawFailure | null;
  readonly applicationFailureInfo?: { readonly type?: string | null } | null;
  readonly timeoutFailureInfo?: object | null;
  readonly canceledFailureInfo?: object | null;
  readonly serverFailureInfo?: object | null;
}

/** What a failure was, without its words but where they are known to carry no personal data. */
export interface FailureCode {
  /** A failure class, the name of an error, or `Timeout`, `Cancelled`, `Server`. */
  readonly type: string;
  readonly message: string | null;
}

// The SDK's own sentence about a history that this code cannot follow: commands and names of activities, no values.
const determinism = /\[TMPRL1100\][^\n]*/;

/**
 * Reads a failure for staff. Activities classify what they throw (`activities/failures.ts`), and their words may be shown;
 * what workflow code throws may quote anything and is reduced to its name.
 */
export function failureCodeOf(failure: RawFailure): FailureCode {
  const { applicationFailureInfo, timeoutFailureInfo, canceledFailureInfo, cause, message } = failure;
  const type = applicationFailureInfo?.type ?? undefined;
  const sentence = determinism.exec(message ?? '')?.[0];
  if (sentence !== undefined) return { type: 'DeterminismViolationError', message: sentence };
  if (type && isFailureClass(type)) return { type, message: message ?? null };
  if (applicationFailureInfo) return { type: type || 'Error', message: null };
  if (timeoutFailureInfo) return { type: 'Timeout', message: null };
  if (canceledFailureInfo) return { type: 'Cancelled', message: null };
  return cause ? failureCodeOf(cause) : { type: 'Server', message: null };
}
