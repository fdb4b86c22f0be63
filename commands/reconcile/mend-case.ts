import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Database } from '../../db/database.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { RecordedEvent } from '../../domain/case/event.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { stepsOf } from '../../domain/recovery/compare-ledgers.ts';
import type { Finding } from '../../domain/recovery/judge-case.ts';
import { caseTakingUp, caseWorkflowId, caseWorkflowName, catchUpSignal } from '../../workflows/contract.ts';

export interface MendingDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly client: Client;
}

interface Mending {
  readonly caseNo: CaseNo;
  readonly finding: Finding;
  readonly ledger: readonly RecordedEvent[];
}

/** Mends what can be mended without anybody's words; `left` when that is nothing, or the case has gone on meanwhile. */
export async function mendCase(
  deps: MendingDeps,
  { caseNo, finding, ledger }: Mending,
): Promise<'mended' | 'left'> {
  switch (finding.kind) {
    case 'ledger_behind': {
      if ((await putBack(deps, caseNo, ledger, finding.lost)) === 'left') return 'left';
      const state = [...ledger, ...finding.lost].reduce<CaseState | null>(evolve, null);
      const isTold = await tell(deps.client, caseNo);
      if (!isTold && state?.status !== 'closed') await takeUp(deps.client, caseNo);
      return 'mended';
    }
    case 'workflow_behind':
      return (await tell(deps.client, caseNo)) ? 'mended' : 'left';
    case 'no_workflow':
      await takeUp(deps.client, caseNo);
      return 'mended';
    case 'application_lost':
    case 'diverged':
    case 'history_unreadable':
      return 'left';
  }
}

/**
 * Writes lost entries as they were first written, step by step, with projection, scopes, figures and notices. Their
 * hashes come out as they were, since they follow from what is hashed.
 */
async function putBack(
  { database, units }: MendingDeps,
  caseNo: CaseNo,
  ledger: readonly RecordedEvent[],
  lost: readonly RecordedEvent[],
): Promise<'done' | 'left'> {
  const activities = createLedgerActivities({ database, units });
  let state = ledger.reduce<CaseState | null>(evolve, null);
  for (const events of stepsOf(lost)) {
    const next = events.reduce<CaseState | null>(evolve, state);
    if (next === null) throw new Error('a step has an event');
    const reply = await activities.record({ caseNo, events, next });
    if (reply.kind !== 'recorded') return 'left';
    state = next;
  }
  return 'done';
}

/** Has the case look at its ledger; Temporal keeps this until a worker runs. Answers whether there is one to look. */
async function tell(client: Client, caseNo: CaseNo): Promise<boolean> {
  try {
    await client.workflow.getHandle(caseWorkflowId(caseNo)).signal(catchUpSignal);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function takeUp(client: Client, caseNo: CaseNo): Promise<void> {
  try {
    await client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
