import { isDeepStrictEqual } from 'node:util';
import { WorkflowNotFoundError } from '@temporalio/client';
import { listEvents } from '../../../db/repositories/ledger.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import { findRemedyObstacle, terminated } from '../../../domain/case/decisions/administration.ts';
import type { RecordedEvent } from '../../../domain/case/event.ts';
import { evolve, replayLedger } from '../../../domain/case/evolve.ts';
import type { TerminationCause } from '../../../domain/case/status.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { caseWorkflowId } from '../../../workflows/contract.ts';
import { createLedgerActivities } from '../../ledger.ts';
import type { Applied, Remedier, Treatment } from './remedier.ts';
import {
  administratorOf,
  applied,
  caseOf,
  commandIdOf,
  minuteMs,
  notApplicable,
  notYet,
} from './remedier.ts';
import { getCase } from './tell-case.ts';

/**
 * Ends a case and its workflow. The ledger first: from then on no sweep revives it, and whatever its workflow would still
 * write is refused by the ledger. No workflow is needed for it, for there may be none that could.
 */
export const terminate: Remedier<'terminate'> = {
  patienceMs: 2 * minuteMs,
  async apply(treatment, { cause }) {
    const closed = await closeInLedger(treatment, cause);
    if (closed.kind === 'not_applicable') return closed;
    await endWorkflow(treatment);
    return closed;
  },
  async look(treatment) {
    const { state, outcome } = await getCase(treatment);
    const folded = replayLedger(await listEvents(treatment.database, caseOf(treatment)));
    const isOver = outcome === 'terminated' && isDeepStrictEqual(state, folded);
    const isQuiet = agenda(state).length === 0 && Object.keys(state.pending).length === 0;
    if (!isOver || !isQuiet || (await isRunning(treatment))) return notYet;
    return {
      standing: 'moved',
      finding: `台账第 ${state.seq} 步已终止办理，读取模型与之一致，工作流不再运行，没有待执行的事项。`,
    };
  },
};

async function closeInLedger(treatment: Treatment, cause: TerminationCause): Promise<Applied> {
  const { database, units, now } = treatment;
  const caseNo = caseOf(treatment);
  const command = {
    ...({ type: 'terminate_case', cause } as const),
    ...{ commandId: commandIdOf(treatment), by: administratorOf(treatment) },
  };
  const ledger = createLedgerActivities({ database, units });
  for (;;) {
    const recorded = await listEvents(database, caseNo);
    const state = replayLedger(recorded);
    // Another machine's clock may be ahead of ours; no entry stands before the one that it follows.
    const [occurredAt = now] = [now, ...recorded.map((each) => each.occurredAt)].toSorted().toReversed();
    if (state.stepKeys.includes(command.commandId)) return applied;
    const obstacle = findRemedyObstacle(state, command, now);
    if (obstacle !== null) return notApplicable(obstacle);
    const events = terminated(command).map((event, index): RecordedEvent => ({
      ...{ seq: state.seq + index + 1, stepKey: command.commandId, occurredAt, event },
    }));
    const reply = await ledger.record({ caseNo, events, next: events.reduce(evolve, state) });
    if (reply.kind === 'recorded') return applied;
    // The workflow has written meanwhile: decided anew by what the ledger says now.
  }
}

async function endWorkflow({ client, application }: Treatment): Promise<void> {
  if (application.caseNo === null) return;
  try {
    await client.workflow.getHandle(caseWorkflowId(application.caseNo)).terminate(`remedy ${application.id}`);
  } catch (error) {
    // It has ended by itself, or Temporal has lost it.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function isRunning(treatment: Treatment): Promise<boolean> {
  try {
    const { status } = await describePendingWork(treatment.client, caseWorkflowId(caseOf(treatment)));
    return status === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
