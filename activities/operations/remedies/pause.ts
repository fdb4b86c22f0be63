import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { queryIfAnswered } from '../../../platform/temporal/answered-query.ts';
import { caseWorkflowId, standingQuery } from '../../../workflows/contract.ts';
import type { Remedier, Treatment } from './remedier.ts';
import { minuteMs, notYet } from './remedier.ts';
import { getCase, tellCase } from './tell-case.ts';

/** Holds a case: by a rule of its own, which holds also where its workflow is lost, reset or taken up anew. */
export const pause: Remedier<'pause'> = {
  patienceMs: 2 * minuteMs,
  apply: (treatment) => tellCase(treatment, { type: 'pause_case' }),
  async look(treatment) {
    const { state, seq } = await getCase(treatment);
    const { paused } = state;
    if (paused === undefined || !(await knows(treatment, seq))) return notYet;
    return { standing: 'moved', finding: `台账和工作流均已暂停（第 ${seq} 步）。` };
  },
};

/** Has a case that was held go on, with what came due meanwhile. */
export const resume: Remedier<'resume'> = {
  patienceMs: 2 * minuteMs,
  apply: (treatment) => tellCase(treatment, { type: 'resume_case' }),
  async look(treatment) {
    const { state, seq, nextAt } = await getCase(treatment);
    const isDue = nextAt !== null && nextAt <= treatment.now;
    if (state.paused !== undefined || isDue || !(await knows(treatment, seq))) return notYet;
    return { standing: 'moved', finding: `台账和工作流均已恢复（第 ${seq} 步），没有到时未执行的事项。` };
  },
};

/** Whether the workflow runs and knows what the ledger knows. */
async function knows({ client, application: { caseNo } }: Treatment, seq: number): Promise<boolean> {
  if (caseNo === null) return false;
  const workflowId = caseWorkflowId(caseNo);
  const { status } = await describePendingWork(client, workflowId);
  if (status !== 'RUNNING') return false;
  return (await queryIfAnswered(client, workflowId, standingQuery))?.seq === seq;
}
