import type { ResetPoint } from '../../domain/operations/remedy.ts';
import type { HistoryEvent } from './read-history.ts';

/** What a reset leaves out of the history, and does once more. */
export interface ResetPreview {
  /** Of the end of the task to which it goes back, and which is done again. */
  readonly eventId: number;
  /** Activities that were scheduled after it: they run again, and find by their keys what they wrote. */
  readonly activities: readonly string[];
  /** Acts and reports that came after it and are applied once more. */
  readonly messages: number;
}

const messages: readonly string[] = ['workflowExecutionSignaled', 'workflowExecutionUpdateAccepted'];
const failures: readonly string[] = ['activityTaskFailed', 'activityTaskTimedOut'];

/**
 * Where a workflow may be put back to: the ends of its tasks. What a person means by “before the failing step” is the task
 * that scheduled the activity that failed last.
 */
export function resetPointsOf(
  events: readonly HistoryEvent[],
): Readonly<Partial<Record<ResetPoint, ResetPreview>>> {
  const tasks = events.filter(({ type }) => type === 'workflowTaskCompleted');
  const failed = events.findLast(({ type }) => failures.includes(type))?.scheduledBy ?? 0;
  return {
    ...pointAt('first_task', tasks[0], events),
    ...pointAt(
      'before_failing_step',
      tasks.findLast(({ eventId }) => eventId < failed),
      events,
    ),
    ...pointAt('last_good_task', tasks.at(-1), events),
  };
}

function pointAt(name: ResetPoint, task: HistoryEvent | undefined, events: readonly HistoryEvent[]) {
  if (task === undefined) return {};
  const after = events.filter(({ eventId }) => eventId > task.eventId);
  const scheduled = after.filter(({ type }) => type === 'activityTaskScheduled');
  return {
    [name]: {
      eventId: task.eventId,
      activities: scheduled.map(({ activityType }) => activityType ?? ''),
      messages: after.filter(({ type }) => messages.includes(type)).length,
    },
  };
}
