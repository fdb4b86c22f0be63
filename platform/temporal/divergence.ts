import type { WorkflowHandle } from '@temporalio/client';
import type { Divergence } from '../../domain/operations/replay.ts';

/** A run's events as Temporal keeps them, from the first on. */
export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

type HistoryEvent = NonNullable<History['events']>[number];

/** The commands behind the SDK's state machines, by the names under which its sentences have them. */
const commandOfMachine: Readonly<Record<string, string>> = {
  Activity: 'ScheduleActivityTask',
  'Local activity': 'RecordMarker of a local activity',
  Timer: 'StartTimer',
  Update: 'ProtocolMessage of an update',
  Change: 'RecordMarker of patched()',
  'Child workflow': 'StartChildWorkflowExecution',
  'Complete workflow': 'CompleteWorkflowExecution',
  'Fail workflow': 'FailWorkflowExecution',
  'Cancel workflow': 'CancelWorkflowExecution',
  'Continue as new workflow': 'ContinueAsNewWorkflowExecution',
};

/**
 * Reads what the SDK says of a failed replay (`DeterminismViolationError`, [TMPRL1100], or `ReplayError`). Some of its
 * sentences name no event: `found` is then where the build was seen to leave the history.
 */
export function divergenceOf(said: string, { events }: History, found?: number): Divergence {
  const message = sentenceOf(said);
  const named = /HistoryEvent\(id: (\d+),/.exec(message)?.[1];
  const eventId = named === undefined ? (found ?? null) : Number(named);
  const event = eventId === null ? undefined : events?.[eventId - 1];
  return {
    eventId,
    eventType: event === undefined ? null : typeOf(event),
    expected: event === undefined ? null : titleOf(event),
    actual: actualIn(message),
    message,
  };
}

/** Whether the SDK's sentence names the event; where not, it has to be looked for. */
export function namesEvent(said: string): boolean {
  return /HistoryEvent\(id: \d+,/.test(sentenceOf(said));
}

/** Out of Rust's debug output; an event that is printed whole holds payloads and is cut off. */
function sentenceOf(said: string): string {
  const quoted = /Failure \{ message: "((?:[^"\\]|\\.)*)"/.exec(said)?.[1] ?? said.split('\n', 1)[0] ?? said;
  return quoted
    .replace('[TMPRL1100] Nondeterminism error: ', '')
    .replaceAll(String.raw`\"`, '"')
    .replace(/: (HistoryEvent|\w+Attributes) \{.*$/, '');
}

function actualIn(message: string): string | null {
  if (/^(No command scheduled for event|Missing associated machine)/.test(message)) return 'nothing';
  const [, local, activityType] = /activity type of (local )?activity command '([^']*)'/.exec(message) ?? [];
  if (activityType !== undefined) {
    const command = commandOfMachine[local === undefined ? 'Activity' : 'Local activity'] ?? '';
    return `${command} ${activityType}`;
  }
  const machine = /^(.+?) machine (?:does not|cannot) handle/.exec(message)?.[1];
  return machine === undefined ? null : (commandOfMachine[machine] ?? machine);
}

/** By the attributes, of which an event has one kind: the enum is of a package that is not ours to import. */
function typeOf(event: HistoryEvent): string {
  const suffix = 'EventAttributes';
  const key = Object.entries(event).find(([name, value]) => name.endsWith(suffix) && value != null)?.[0];
  const name = key?.slice(0, -suffix.length) ?? 'unknown';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function titleOf(event: HistoryEvent): string {
  const { activityTaskScheduledEventAttributes: activity, markerRecordedEventAttributes: marker } = event;
  const name = activity?.activityType?.name ?? marker?.markerName;
  return name ? `${typeOf(event)} ${name}` : typeOf(event);
}
