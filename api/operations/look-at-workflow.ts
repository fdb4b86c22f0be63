import { WorkflowNotFoundError } from '@temporalio/client';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isOutage } from '../../platform/error-trace.ts';
import { queryIfAnswered } from '../../platform/temporal/answered-query.ts';
import type { PendingWork } from '../../platform/temporal/pending-work.ts';
import { describePendingWork } from '../../platform/temporal/pending-work.ts';
import type { HistoryEvent } from '../../platform/temporal/read-history.ts';
import { readHistory } from '../../platform/temporal/read-history.ts';
import type { CaseStanding } from '../../workflows/contract.ts';
import { caseWorkflowId, standingQuery } from '../../workflows/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';

/** What Temporal says of a case. `unknown`: it has no such workflow. `unreachable`: it does not answer. */
export type WorkflowLook =
  | { readonly kind: 'unknown' | 'unreachable' }
  | {
      readonly kind: 'known';
      readonly work: PendingWork;
      readonly history: readonly HistoryEvent[];
      /** Null when the workflow does not answer: no worker is there, or its code cannot follow its history. */
      readonly standing: CaseStanding | null;
    };

/** Asks Temporal about a case, as long as a caller is kept waiting, and never fails for it. */
export async function lookAtWorkflow(deps: ApiDeps, caseNo: CaseNo): Promise<WorkflowLook> {
  const workflowId = caseWorkflowId(caseNo);
  const { temporal } = deps;
  try {
    const work = await withinTimeout(deps, () => describePendingWork(temporal, workflowId));
    const history = await withinTimeout(deps, () => readHistory(temporal, { workflowId, runId: work.runId }));
    const standing = await withinTimeout(deps, () =>
      queryIfAnswered(temporal, workflowId, standingQuery),
    ).catch(ignoreOutage);
    return { kind: 'known', work, history, standing };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'unknown' };
    if (isOutage(error)) return { kind: 'unreachable' };
    throw error;
  }
}

/** Nobody answers a query: there is no worker. */
function ignoreOutage(error: unknown): null {
  if (isOutage(error)) return null;
  throw error;
}
