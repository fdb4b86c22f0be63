import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';

type RawEvent = NonNullable<History['events']>[number];

/** What is read of an event of a history. No payload but the type of a command: what workflows are sent are ids and codes. */
export interface HistoryEvent {
  readonly eventId: number;
  readonly at: Instant;
  /** Temporal's name of it in lower camel case, as `activityTaskScheduled`. */
  readonly type: string;
  /** Of the activity that it schedules, or that ran within the workflow's task. */
  readonly activityType: string | null;
  /** Of the activity that it schedules; null for one that runs within the workflow's task. */
  readonly activityId: string | null;
  /** Of the command that a message brought. */
  readonly commandType: string | null;
  /** The event that scheduled the activity that it is about. */
  readonly scheduledBy: number | null;
}

/** The history of one run of a workflow. @throws {WorkflowNotFoundError} */
export async function readHistory(
  client: Client,
  { workflowId, runId }: { readonly workflowId: string; readonly runId: string },
): Promise<HistoryEvent[]> {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return (events ?? []).map(historyEventOf);
}

const attributes = 'EventAttributes';

function historyEventOf(event: RawEvent): HistoryEvent {
  const field = Object.entries(event).find(([name, value]) => name.endsWith(attributes) && value);
  const {
    activityTaskScheduledEventAttributes: scheduled,
    markerRecordedEventAttributes: marker,
    workflowExecutionUpdateAcceptedEventAttributes: update,
    workflowExecutionSignaledEventAttributes: signal,
  } = event;
  const message = update?.acceptedRequest?.input?.args ?? signal?.input;
  const ended =
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCompletedEventAttributes;
  return {
    eventId: Number(event.eventId),
    at: instantFromEpochMs(tsToMs(event.eventTime)),
    type: field?.[0].slice(0, -attributes.length) ?? 'unknown',
    activityType:
      scheduled?.activityType?.name ??
      wordOf(marker?.details?.['data']?.payloads?.[0]?.data, 'activity_type'),
    activityId: scheduled?.activityId ?? null,
    commandType: wordOf(message?.payloads?.[0]?.data, 'type'),
    scheduledBy: ended?.scheduledEventId ? Number(ended.scheduledEventId) : null,
  };
}

/** One field of a JSON payload, when it is a word. */
function wordOf(data: Uint8Array | null | undefined, field: string): string | null {
  if (!data) return null;
  try {
    const value = (JSON.parse(Buffer.from(data).toString()) as Record<string, unknown>)[field];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
