import { isGrpcServiceError } from '@temporalio/client';

/** Where it broke, for a developer. */
interface ErrorTrace {
  readonly errorName: string;
  readonly errorCode?: unknown;
  readonly frames?: readonly string[];
  readonly errorCause?: ErrorTrace;
}

/**
 * An error as it may be logged. Messages of drivers quote what they were given (Postgres even the row), so they are
 * left out: names, codes and stack frames carry no personal data.
 */
export function traceOf(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    errorName: error.name,
    ...('code' in error ? { errorCode: error.code } : {}),
    ...(frames === undefined ? {} : { frames }),
    ...(error.cause === undefined ? {} : { errorCause: traceOf(error.cause) }),
  };
}

/** Says that a service did not answer, where no driver says it. */
export function outage(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}

/**
 * Whether Postgres or Temporal is away or full: that mends itself, a fault of ours does not. Sockets that closed, and
 * the classes of SQLSTATE for connections, resources and a server that shuts down.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isGrpcServiceError(error)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return /^(ECONN|ETIMEDOUT|EPIPE|CONNECT|57P0|08|53)/.test(code) || isOutage(error.cause);
}
