import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { findCase } from '../../../db/repositories/cases.ts';
import { caseTakingUp, caseWorkflowName } from '../../../workflows/contract.ts';
import { lookAtAgreement } from './agreement.ts';
import type { Remedier } from './remedier.ts';
import { applied, caseOf, minuteMs, notApplicable } from './remedier.ts';

/** Starts a workflow from the ledger of an open case that none carries. */
export const takeUp: Remedier<'take_up'> = {
  patienceMs: 2 * minuteMs,
  async apply(treatment) {
    const caseNo = caseOf(treatment);
    const row = await findCase(treatment.database, caseNo);
    if (row === undefined || row.status === 'closed') return notApplicable('案件已办结或尚无台账。');
    try {
      await treatment.client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
    } catch (error) {
      // Somebody was first, the sweep or an earlier try of this: whether all is well is looked at all the same.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    return applied;
  },
  look: lookAtAgreement,
};
