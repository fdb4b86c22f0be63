import type { Static } from '@fastify/type-provider-typebox';
import { WorkflowFailedError } from '@temporalio/client';
import type { ReplayFinding } from '../../domain/operations/replay.ts';
import { isOutage } from '../../platform/error-trace.ts';
import type { ReplayInput } from '../../workflows/operations/contract.ts';
import { replayStart, replayWorkflowName } from '../../workflows/operations/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import type { ReplayAnswerSchema } from '../schemas/batch.ts';

// A replay takes a second; it may wait for a turn of a batch.
const patienceMs = 30_000;

/**
 * Has a worker replay a case, and waits for it.
 * @throws {Problem} when there is no history, no such bundle, or no worker that answers in time.
 * @throws {Error} of gRPC (503 to the caller) when Temporal does not answer.
 */
export async function replayCase(
  deps: ApiDeps,
  input: ReplayInput,
): Promise<Static<typeof ReplayAnswerSchema>> {
  const { temporal } = deps;
  const handle = await withinTimeout(deps, () =>
    temporal.workflow.start<(asked: ReplayInput) => Promise<ReplayFinding>>(
      replayWorkflowName,
      replayStart(input),
    ),
  );
  try {
    const waiting = { temporal, commandTimeoutMs: deps.replayTimeoutMs ?? patienceMs };
    return answerOf(await withinTimeout(waiting, () => handle.result()));
  } catch (error) {
    if (isOutage(error) || error instanceof WorkflowFailedError) throw new Problem('replay_unanswered');
    throw error;
  }
}

function answerOf(finding: ReplayFinding): Static<typeof ReplayAnswerSchema> {
  switch (finding.kind) {
    case 'followed':
      return { ok: true, events: finding.events, build: finding.build, divergence: null };
    case 'diverged':
      return { ok: false, events: finding.events, build: finding.build, divergence: finding.divergence };
    case 'no_history':
      throw new Problem('history_not_found');
    case 'bundle_unusable':
      throw new Problem('replay_bundle_unusable');
  }
}
