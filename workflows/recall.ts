import type { Sinks, WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { proxySinks } from '@temporalio/workflow';
import type { RecordInput, RecordReply } from '../activities/ledger.ts';
import type { RecordedEvent } from '../domain/case/event.ts';

/** Whom a replay tells what the ledger held by the time of its history. */
export interface RecallSinks extends Sinks {
  readonly recall: { recalled(events: readonly RecordedEvent[]): void };
}

const { recall } = proxySinks<RecallSinks>();

/**
 * For a replay of a case's history that somebody watches: a history holds the answers of the ledger's activities and not
 * what they were asked with, which the replay brings back, entry by entry. Not part of what workers run.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      async scheduleLocalActivity(input, next) {
        const result: unknown = await next(input);
        recall.recalled(eventsOf(input.activityType, input.args, result));
        return result;
      },
    },
  ],
});

function eventsOf(activity: string, args: readonly unknown[], result: unknown): readonly RecordedEvent[] {
  if (activity === 'readAhead') return result as RecordedEvent[];
  if (activity !== 'record') return [];
  const reply = result as RecordReply;
  switch (reply.kind) {
    case 'recorded':
      return (args[0] as RecordInput).events;
    case 'behind':
      return reply.ahead;
    case 'short':
      return [];
  }
}
