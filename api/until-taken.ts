import { isGrpcServiceError } from '@temporalio/client';
import retry from 'p-retry';

/** FAILED_PRECONDITION: how the server says that an Update failed with its workflow task. */
const grpcFailedPrecondition = 9;

const pauseMs = 50;

/**
 * Sends an Update, and sends it again under its id as often as Temporal drops it with its workflow task: a workflow
 * cannot end while another message has come, and the Updates that the task had taken are lost with it. A Signal in its
 * stead would tell the caller “later” of what is decided at once. The deadline of the calls (`withinTimeout`) ends it.
 * The SDK's own interceptor for retries does not reach the connection that a client shares with a worker.
 */
export function untilTaken<T>(send: () => Promise<T>): Promise<T> {
  return retry(send, {
    retries: Number.POSITIVE_INFINITY,
    factor: 1,
    minTimeout: pauseMs,
    shouldRetry: ({ error }) => isDropped(error),
  });
}

function isDropped(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isGrpcServiceError(error)
    ? (error.code as number) === grpcFailedPrecondition
    : isDropped(error.cause);
}
