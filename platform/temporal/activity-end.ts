import type { Client } from '@temporalio/client';
import { readHistory } from './read-history.ts';

/** How an activity ended; `unfinished`: its workflow ended, or went on without it, before it did. */
export type ActivityEnd = 'succeeded' | 'failed' | 'unfinished';

/** What became of an activity that is awaited no more. @throws {WorkflowNotFoundError} */
export async function readActivityEnd(
  client: Client,
  { workflowId, runId, activityId }: { workflowId: string; runId: string; activityId: string },
): Promise<ActivityEnd> {
  const events = await readHistory(client, { workflowId, runId });
  const scheduled = events.findLast((event) => event.activityId === activityId);
  const end = events.find(({ scheduledBy }) => scheduledBy !== null && scheduledBy === scheduled?.eventId);
  if (end === undefined) return 'unfinished';
  return end.type === 'activityTaskCompleted' ? 'succeeded' : 'failed';
}
