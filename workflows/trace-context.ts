import { AsyncLocalStorage } from '@temporalio/workflow';
import type { Headers, Payload } from '@temporalio/common';
import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Temporal's SDKs hand a trace on under this header; `platform/tracing/carrier.ts` writes and reads it. */
const header = '_tracer-data';

/** Of a message that brought none: nothing. It is handed on unread, for workflow code traces nothing itself. */
export type TraceContext = Payload | undefined;

const storage = new AsyncLocalStorage<{ readonly carried: TraceContext }>();

/** The trace of what is being done. */
export function traceContext(): TraceContext {
  return storage.getStore()?.carried;
}

/** Does work for the trace of the message that asked for it, whoever's turn it is. */
export function forTrace<T>(carried: TraceContext, work: () => T): T {
  return storage.run({ carried }, work);
}

/**
 * Carries a trace from what comes in to what goes out. Always in force: a history that was begun with tracing goes on
 * without it, and headers are no part of what a replay compares.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (input, next) => forTrace(input.headers[header], () => next(input)),
      handleUpdate: (input, next) => forTrace(input.headers[header], () => next(input)),
      handleSignal: (input, next) => forTrace(input.headers[header], () => next(input)),
    },
  ],
  outbound: [
    {
      scheduleActivity: (input, next) => next({ ...input, headers: withTrace(input.headers) }),
      scheduleLocalActivity: (input, next) => next({ ...input, headers: withTrace(input.headers) }),
      startChildWorkflowExecution: (input, next) => next({ ...input, headers: withTrace(input.headers) }),
    },
  ],
});

function withTrace(headers: Headers): Headers {
  const carried = traceContext();
  return carried === undefined ? headers : { ...headers, [header]: carried };
}
