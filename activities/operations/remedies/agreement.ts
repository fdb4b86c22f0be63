import { findCase } from '../../../db/repositories/cases.ts';
import type { Finding } from '../../../domain/operations/remedy.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { queryIfAnswered } from '../../../platform/temporal/answered-query.ts';
import { findTaskProblem } from '../../../platform/temporal/task-problem.ts';
import { caseWorkflowId, standingQuery } from '../../../workflows/contract.ts';
import type { Treatment } from './remedier.ts';
import { caseOf, notYet } from './remedier.ts';

// A workflow task that fails is tried again at once; two failures of new code are no accident.
const failingFrom = 3;
const graceMs = 60_000;

/** Whether the case's workflow runs, knows what its ledger knows, and nothing is overdue that it should have done. */
export async function lookAtAgreement(treatment: Treatment): Promise<Finding> {
  const { client, database, now } = treatment;
  const caseNo = caseOf(treatment);
  const workflowId = caseWorkflowId(caseNo);
  const row = await findCase(database, caseNo);
  if (row === undefined) return notYet;
  const work = await describePendingWork(client, workflowId);
  if (row.status === 'closed') {
    return work.status === 'COMPLETED'
      ? { standing: 'moved', finding: '案件已办结，工作流已结束。' }
      : notYet;
  }
  // One that was terminated answers what it knew at its end.
  if (work.status !== 'RUNNING') return notYet;
  if (work.workflowTask !== null && work.workflowTask.attempt >= failingFrom) {
    const problem = await findTaskProblem(client, { workflowId, runId: work.runId });
    return {
      standing: 'not_moved',
      finding: `工作流任务第 ${work.workflowTask.attempt} 次失败：${problem?.message ?? problem?.type ?? '原因不明'}`,
    };
  }
  const standing = await queryIfAnswered(client, workflowId, standingQuery);
  const isOverdue = row.nextAt !== null && row.nextAt < addMs(now, -graceMs);
  if (standing?.seq !== row.seq || isOverdue) return notYet;
  return { standing: 'moved', finding: `工作流与台账均到第 ${row.seq} 步（运行 ${work.runId}）。` };
}
