import { WorkflowNotFoundError } from '@temporalio/client';
import { resetPoints } from '../../../domain/operations/remedy.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { readHistory } from '../../../platform/temporal/read-history.ts';
import { resetPointsOf } from '../../../platform/temporal/reset-points.ts';
import { caseWorkflowId } from '../../../workflows/contract.ts';
import { lookAtAgreement } from './agreement.ts';
import type { Remedier } from './remedier.ts';
import { applied, caseOf, minuteMs, notApplicable } from './remedier.ts';

/** Puts a case's workflow back to the end of an earlier task. The id of the applying makes a second request the first. */
export const reset: Remedier<'reset'> = {
  patienceMs: 3 * minuteMs,
  async apply(treatment, { to }) {
    const { client, application } = treatment;
    const workflowId = caseWorkflowId(caseOf(treatment));
    try {
      const { runId } = await describePendingWork(client, workflowId);
      const point = resetPointsOf(await readHistory(client, { workflowId, runId }))[to];
      if (point === undefined) return notApplicable(`执行历史中没有“${resetPoints[to]}”。`);
      await client.workflowService.resetWorkflowExecution({
        namespace: client.options.namespace,
        workflowExecution: { workflowId, runId },
        reason: `remedy ${application.id}`,
        requestId: application.id,
        workflowTaskFinishEventId: point.eventId as never,
      });
      return applied;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return notApplicable('Temporal 中没有该案件的工作流。');
      throw error;
    }
  },
  look: lookAtAgreement,
};
