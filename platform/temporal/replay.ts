import type { WorkflowBundleOption } from '@temporalio/worker';
import { bundleWorkflowCode as bundle, DefaultLogger, Worker } from '@temporalio/worker';
import type { Divergence } from '../../domain/operations/replay.ts';
import type { History } from './divergence.ts';
import { divergenceOf, namesEvent } from './divergence.ts';

/** Whether a build follows a history, and if not, where it first leaves it. */
export type ReplayVerdict = { readonly ok: true } | ({ readonly ok: false } & Divergence);

/** The workflow code of a build, to replay with; takes some seconds. */
export async function bundleWorkflowCode(workflowsPath: string): Promise<WorkflowBundleOption> {
  return bundle({ workflowsPath, logger: new DefaultLogger('ERROR') });
}

/** A history with the name by which it is told of: the workflow id. */
export interface NamedHistory {
  readonly workflowId: string;
  readonly history: History;
}

/**
 * Replays histories one after the other with the workflow code of a build: nothing is executed, nothing is written. To
 * start another replay worker takes longer than a replay. An open history is proof of every command that it holds, to its
 * last event; what the build would do next nothing can contradict, and the case's next task takes it up
 * (`test/replay/open-histories.test.ts`).
 */
export async function* replayAll<Named extends NamedHistory>(
  histories: AsyncIterable<Named> | Iterable<Named>,
  workflowBundle: WorkflowBundleOption,
): AsyncGenerator<Named & { readonly verdict: ReplayVerdict }> {
  let current: Named | undefined;
  const untouched: Named[] = [];
  async function* touched() {
    for await (const named of histories) {
      if (isTouched(named.history)) yield (current = named);
      else untouched.push(named);
    }
  }
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, touched())) {
    if (current === undefined) throw new Error('a result is of a history');
    yield { ...current, verdict: await verdictOf(error?.message, current, workflowBundle) };
  }
  for (const named of untouched) yield { ...named, verdict: { ok: true } };
}

/** Before its first completed task no code has run for it, and any build can begin it; the SDK would wait for ever. */
function isTouched({ events }: History): boolean {
  return events?.some(({ workflowTaskCompletedEventAttributes: completed }) => completed != null) ?? false;
}

async function verdictOf(
  said: string | undefined,
  named: NamedHistory,
  workflowBundle: WorkflowBundleOption,
): Promise<ReplayVerdict> {
  if (said === undefined) return { ok: true };
  const found = namesEvent(said) ? undefined : await firstRefusedEvent(named, workflowBundle);
  return { ok: false, ...divergenceOf(said, named.history, found) };
}

/** The last event of the shortest beginning of the history that the build does not follow. */
async function firstRefusedEvent(
  { workflowId, history }: NamedHistory,
  workflowBundle: WorkflowBundleOption,
): Promise<number> {
  const all = history.events ?? [];
  let followed = all.findIndex(({ workflowTaskScheduledEventAttributes: first }) => first != null) + 1;
  let refused = all.length;
  let tried = 0;
  function* beginnings() {
    while (refused - followed > 1) {
      tried = Math.floor((followed + refused) / 2);
      yield { workflowId, history: { events: all.slice(0, tried) } };
    }
  }
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, beginnings())) {
    if (error === undefined) followed = tried;
    else refused = tried;
  }
  return refused;
}
