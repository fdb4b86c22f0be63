import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import type { InjectedSinks } from '@temporalio/worker';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { RecordedEvent } from '../../domain/case/event.ts';
import { numbersIn } from '../../domain/certificate/numbers-in-text.ts';
import type { RecallSinks } from '../../workflows/recall.ts';

export interface RunHistory {
  readonly runId: string;
  readonly history: History;
}

/** What the history of a run remembers. */
export interface Recollection {
  /** The ledger of its case from the first entry on, as far as the run knew it. */
  readonly events: readonly RecordedEvent[];
  /** Whether this build can follow the history to its end: otherwise there may be more that it remembers. */
  readonly followed: 'to_its_end' | 'not';
  /** Of cases, certificates and rejections: all that stand anywhere in it. */
  readonly numbers: readonly string[];
}

/** The workflow code with what watches it. */
export function bundleForRecall(): Promise<WorkflowBundleWithSourceMap> {
  const pathOf = (file: string) => new URL(`../../workflows/${file}`, import.meta.url).pathname;
  return bundleWorkflowCode({
    workflowsPath: pathOf('index.ts'),
    workflowInterceptorModules: [pathOf('recall.ts')],
    logger: new DefaultLogger('ERROR'),
  });
}

/**
 * Replays histories of cases and answers what each remembers, by its run. A replay touches neither Postgres nor Temporal
 * and needs no worker.
 */
export async function recall(
  workflowBundle: WorkflowBundleWithSourceMap,
  runs: readonly RunHistory[],
): Promise<Map<string, Recollection>> {
  const heard = new Map<string, Map<number, RecordedEvent>>();
  const sinks: InjectedSinks<RecallSinks> = {
    recall: {
      recalled: {
        callDuringReplay: true,
        fn: ({ workflowId }, events) => {
          const known = heard.get(workflowId) ?? new Map<number, RecordedEvent>();
          for (const each of events) known.set(each.seq, each);
          heard.set(workflowId, known);
        },
      },
    },
  };
  const failed = new Set<string>();
  // The id by which a replay is told from the others; the workflow itself goes by its input.
  const histories = runs.map(({ runId, history }) => ({ workflowId: runId, history }));
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle, sinks }, histories)) {
    if (error !== undefined) failed.add(workflowId);
  }
  return new Map(
    runs.map(({ runId, history }) => [
      runId,
      {
        events: withoutGap(heard.get(runId) ?? new Map<number, RecordedEvent>()),
        followed: failed.has(runId) ? 'not' : 'to_its_end',
        numbers: [...new Set(textsIn(history).flatMap(numbersIn))],
      },
    ]),
  );
}

function withoutGap(known: ReadonlyMap<number, RecordedEvent>): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  for (let next = known.get(1); next !== undefined; next = known.get(events.length + 1)) events.push(next);
  return events;
}

/** Every text of a history, with what its payloads hold. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
