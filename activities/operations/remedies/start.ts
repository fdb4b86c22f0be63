import { findAcceptance } from '../../../db/repositories/applications.ts';
import { findCase } from '../../../db/repositories/cases.ts';
import { caseStart, caseWorkflowName, commandSignal } from '../../../workflows/contract.ts';
import { lookAtAgreement } from './agreement.ts';
import type { Remedier } from './remedier.ts';
import { applied, caseOf, minuteMs, notApplicable } from './remedier.ts';

/** Starts the workflow of an application that was stored and has none: as the sweep does it, without waiting for it. */
export const start: Remedier<'start'> = {
  patienceMs: 2 * minuteMs,
  async apply(treatment) {
    const { client, database } = treatment;
    const caseNo = caseOf(treatment);
    if ((await findCase(database, caseNo)) !== undefined) return notApplicable('该申请件已启动。');
    const acceptance = await findAcceptance(database, caseNo);
    if (acceptance === undefined) return notApplicable('没有该申请件。');
    await client.workflow.signalWithStart(caseWorkflowName, {
      ...caseStart(caseNo),
      signal: commandSignal,
      signalArgs: [acceptance],
    });
    return applied;
  },
  look: lookAtAgreement,
};
