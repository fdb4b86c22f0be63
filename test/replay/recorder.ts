import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import pLimit from 'p-limit';
import { inject } from 'vitest';
import type { History } from '../../platform/temporal/divergence.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { courseName, courseOf } from './course.ts';
import { currentVersion, encode, readIndex } from './kept-histories.ts';

const fetchedAtOnce = 10;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where `npm run replay:record` gathers what is played; otherwise nothing is recorded. */
    recordingDir: string;
  }
}

/**
 * What has been played is kept when `npm run replay:record` plays it; otherwise it has to have been.
 * @throws {Error} that says what to do.
 */
export async function recordRuns(played: string, client: Client): Promise<void> {
  // Not provided but by the recorder, whatever its type says.
  const recordingDir = inject('recordingDir') as string | undefined;
  if (recordingDir !== undefined) return record(played, client, recordingDir);
  if (readIndex(currentVersion)[played] === undefined) {
    throw new Error(`no history of “${played}” is kept: run npm run replay:record, and commit what it wrote`);
  }
}

async function record(played: string, client: Client, recordingDir: string): Promise<void> {
  const names = new Set<string>();
  mkdirSync(recordingDir, { recursive: true });
  const limit = pLimit(fetchedAtOnce);
  const histories = await limit.map(await listRuns(client), (run) => fetchSettled(client, run));
  for (const history of histories) {
    const course = courseOf(history);
    // What no code has answered proves nothing (open-histories.test.ts).
    if (!holdsCommand(course)) continue;
    const name = courseName(course);
    names.add(name);
    writeFileSync(path.join(recordingDir, `${name}.json.br`), encode(history));
  }
  const file = path.join(recordingDir, `${encodeURIComponent(played)}.played`);
  writeFileSync(file, JSON.stringify([played, [...names].sort()]));
}

/** Every run of the server's, which is the scenario's own; the time-skipping server has no other lists. */
async function listRuns({ workflowService, options: { namespace } }: Client) {
  const [open, closed] = await Promise.all([
    workflowService.listOpenWorkflowExecutions({ namespace, startTimeFilter: {} }),
    workflowService.listClosedWorkflowExecutions({ namespace, startTimeFilter: {} }),
  ]);
  return [...open.executions, ...closed.executions].flatMap(({ execution }) => execution ?? []);
}

/** The history when no task of it is under way: in the midst of one it would be another every time. */
async function fetchSettled(
  { workflow }: Client,
  { workflowId, runId }: { workflowId?: string | null; runId?: string | null },
): Promise<History> {
  const handle = workflow.getHandle(workflowId ?? '', runId ?? undefined);
  let history = await handle.fetchHistory();
  if (isSettled(history)) return history;
  const settles = async () => isSettled((history = await handle.fetchHistory()));
  await waitFor(settles, { timeoutMs: 60_000, what: 'the end of the task that is under way' });
  return history;
}

function isSettled({ events }: History): boolean {
  const last = events?.at(-1);
  return !(last?.workflowTaskScheduledEventAttributes ?? last?.workflowTaskStartedEventAttributes);
}

function holdsCommand(course: readonly string[]): boolean {
  return course.some(
    (line) => !/^(WORKFLOW_EXECUTION_(STARTED|SIGNALED)|WORKFLOW_EXECUTION_TERM)/.test(line),
  );
}
