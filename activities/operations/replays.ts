import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowBundleOption } from '@temporalio/worker';
import pLimit from 'p-limit';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ReplayFinding } from '../../domain/operations/replay.ts';
import { bundleNamePattern } from '../../domain/operations/replay.ts';
import { traceOf } from '../../platform/error-trace.ts';
import type { Logger } from '../../platform/logger.ts';
import type { History } from '../../platform/temporal/divergence.ts';
import { replayAll } from '../../platform/temporal/replay.ts';
import type { ReplayInput } from '../../workflows/operations/contract.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface ReplayDeps {
  readonly client: Client;
  /** The workflow code of this worker. */
  readonly workflowCode: () => Promise<WorkflowBundleOption>;
  /** Where other builds lie, as `<name>.js`; left out: there are none. */
  readonly bundleFolder?: string | undefined;
  /** By which this worker's build is known, where Worker Versioning is on. */
  readonly buildId?: string | undefined;
  readonly log: Logger;
}

/** Replays cases; tells each as soon as it is known. Nothing is executed and nothing is written. */
export type Replayer = (
  bundle: string | null,
  caseNos: readonly CaseNo[],
  tell: (caseNo: CaseNo, finding: ReplayFinding) => Promise<void>,
) => Promise<void>;

const fetchedAtOnce = 5;
// Well within the time after which the worker is taken for dead (`workflows/operations`).
const heartbeatIntervalMs = 5_000;

/** Code to replay with, and what it is called. */
interface Code {
  readonly workflowBundle: WorkflowBundleOption;
  readonly build: string;
}

export function createReplayer({
  client,
  workflowCode,
  bundleFolder,
  buildId = 'worker',
  log,
}: ReplayDeps): Replayer {
  // A replay worker takes a thread and the memory of a second worker: never two beside the one that serves.
  const oneAtATime = pLimit(1);
  const fetching = pLimit(fetchedAtOnce);
  let own: Promise<Code> | undefined;
  const usable = new Set<string>();

  return async (bundle, caseNos, tell) => {
    const beating = setInterval(() => {
      heartbeat();
    }, heartbeatIntervalMs);
    try {
      await oneAtATime(() => replay(bundle, caseNos, tell));
    } finally {
      clearInterval(beating);
    }
  };

  async function replay(...[bundle, caseNos, tell]: Parameters<Replayer>): Promise<void> {
    const code = bundle === null ? await (own ??= ownCode()) : await namedCode(bundle);
    const cases = await fetching.map([...caseNos], async (caseNo) => ({
      ...{ caseNo, workflowId: caseWorkflowId(caseNo), history: await findHistory(client, caseNo) },
    }));
    for (const { caseNo, history } of cases) {
      if (code === undefined) await tell(caseNo, { kind: 'bundle_unusable' });
      else if (history === undefined) await tell(caseNo, { kind: 'no_history' });
    }
    if (code === undefined) return;
    const known = cases.flatMap(({ history, ...rest }) =>
      history === undefined ? [] : [{ ...rest, history }],
    );
    if (known.length === 0) return;
    for await (const { caseNo, history, verdict } of replayAll(known, code.workflowBundle)) {
      const told = { events: history.events?.length ?? 0, build: code.build };
      if (verdict.ok) await tell(caseNo, { kind: 'followed', ...told });
      else await tell(caseNo, { kind: 'diverged', ...told, divergence: divergenceIn(verdict) });
    }
  }

  async function ownCode(): Promise<Code> {
    const workflowBundle = await workflowCode();
    const text =
      'codePath' in workflowBundle ? await readFile(workflowBundle.codePath, 'utf8') : workflowBundle.code;
    return { workflowBundle, build: buildOf(buildId, text) };
  }

  async function namedCode(name: string): Promise<Code | undefined> {
    if (bundleFolder === undefined || !new RegExp(bundleNamePattern).test(name)) return undefined;
    try {
      const code = await readFile(path.join(bundleFolder, `${name}.js`), 'utf8');
      const [workflowBundle, build] = [{ code }, buildOf(name, code)];
      // Whether it can be loaded at all is seen before any case is blamed.
      if (!usable.has(build)) await replayAll([], workflowBundle).next();
      usable.add(build);
      return { workflowBundle, build };
    } catch (error) {
      log.warn({ bundle: name, ...traceOf(error) }, 'a bundle to replay with cannot be used');
      return undefined;
    }
  }
}

function buildOf(name: string, code: string): string {
  return `${name}+${createHash('sha256').update(code).digest('hex').slice(0, 12)}`;
}

function divergenceIn({
  ok: _ok,
  ...divergence
}: { ok: false } & Extract<ReplayFinding, { kind: 'diverged' }>['divergence']) {
  return divergence;
}

async function findHistory(client: Client, caseNo: CaseNo): Promise<History | undefined> {
  try {
    const workflowId = caseWorkflowId(caseNo);
    // The reading of a history does not say it in this class; and of a case that goes on meanwhile it is one run's.
    const { runId } = await client.workflow.getHandle(workflowId).describe();
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** Says whether a build could go on with a case. */
export function createReplayActivities(deps: { readonly replay: Replayer; readonly log: Logger }) {
  return {
    replayCase: withClassifiedFailures(
      deps.log,
      async ({ caseNo, bundle }: ReplayInput): Promise<ReplayFinding> => {
        const findings: ReplayFinding[] = [];
        await deps.replay(bundle, [caseNo], (_caseNo, finding) => {
          findings.push(finding);
          return Promise.resolve();
        });
        const [found] = findings;
        if (found === undefined) throw new Error('a case that was replayed has its finding');
        return found;
      },
    ),
  };
}
