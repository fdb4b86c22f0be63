import { createHash } from 'node:crypto';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { History } from '../../platform/temporal/divergence.ts';

/** A history as `historyToJSON` writes it, as far as a course is told from it. */
interface HistoryJson {
  readonly events: readonly EventJson[];
}
interface Named {
  readonly name?: string;
}
interface EventJson {
  readonly eventType: string;
  readonly workflowExecutionStartedEventAttributes?: { readonly workflowType?: Named };
  readonly activityTaskScheduledEventAttributes?: { readonly activityType?: Named };
  readonly workflowExecutionSignaledEventAttributes?: { readonly signalName?: string };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly acceptedRequest?: { readonly input?: Named };
  };
  readonly markerRecordedEventAttributes?: {
    readonly markerName?: string;
    readonly details?: Readonly<
      Record<string, { readonly payloads?: readonly { readonly data?: string }[] }>
    >;
  };
}

/** How the machine was loaded decides into how many tasks the same course falls: they are left out. */
const notOfTheCourse = /^EVENT_TYPE_(WORKFLOW_TASK_|ACTIVITY_TASK_STARTED)/;

/** What a run went through, a line for each of its commands and of what came to it, without times and ids. */
export function courseOf(history: History): string[] {
  const { events } = JSON.parse(historyToJSON(history)) as HistoryJson;
  return events.filter(({ eventType }) => !notOfTheCourse.test(eventType)).map(lineOf);
}

/** Histories of the same course prove the same: one of them is kept, under this name. */
export function courseName(course: readonly string[]): string {
  const workflowType = course[0]?.split(' ')[1] ?? 'workflow';
  const digest = createHash('sha256').update(course.join('\n')).digest('hex');
  return `${workflowType}-${digest.slice(0, 12)}`;
}

function lineOf(event: EventJson): string {
  const name =
    event.workflowExecutionStartedEventAttributes?.workflowType?.name ??
    event.activityTaskScheduledEventAttributes?.activityType?.name ??
    event.workflowExecutionSignaledEventAttributes?.signalName ??
    event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ??
    markerNameOf(event);
  return [event.eventType.replace('EVENT_TYPE_', ''), name].filter(Boolean).join(' ');
}

/** Of a local activity its type, which stands within the marker's payload. */
function markerNameOf({ markerRecordedEventAttributes: marker }: EventJson): string | undefined {
  const data = marker?.details?.['data']?.payloads?.[0]?.data;
  const text = data === undefined ? '' : Buffer.from(data, 'base64').toString('utf8');
  return /"activity_type":"(\w+)"/.exec(text)?.[1] ?? marker?.markerName;
}
