import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line that is logged during a piece of work says of it: ids and names of ours, never a person. */
export interface LogContext {
  readonly requestId?: string;
  readonly caseNo?: string;
  readonly workflowId?: string;
  readonly runId?: string;
  readonly activityType?: string;
  readonly attempt?: number;
}

const storage = new AsyncLocalStorage<LogContext>();

export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run(context, work);
}

export function logContext(): LogContext {
  return storage.getStore() ?? {};
}
