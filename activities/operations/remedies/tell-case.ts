import type { CaseRow } from '../../../db/repositories/cases.ts';
import { findCase } from '../../../db/repositories/cases.ts';
import type { CaseRemedy } from '../../../domain/case/command.ts';
import { findRemedyObstacle } from '../../../domain/case/decisions/administration.ts';
import { caseReopening, caseWorkflowName, commandSignal } from '../../../workflows/contract.ts';
import type { Applied, Treatment } from './remedier.ts';
import { administratorOf, applied, caseOf, commandIdOf, notApplicable } from './remedier.ts';

type Told = CaseRemedy extends infer Remedy
  ? Remedy extends CaseRemedy
    ? Omit<Remedy, 'commandId' | 'by'>
    : never
  : never;

/** The case as lists have it. @throws {Error} for a case without a ledger, of which no administrator sees anything. */
export async function getCase(treatment: Treatment): Promise<CaseRow> {
  const row = await findCase(treatment.database, caseOf(treatment));
  if (row === undefined) throw new Error('a remedy for a case comes after its ledger has begun');
  return row;
}

/**
 * Has the case's workflow decide what an administrator wants of it; one that has ended is begun from its ledger. A Signal is
 * kept where no worker answers, and its id is the step: the ledger takes it once.
 */
export async function tellCase(treatment: Treatment, told: Told): Promise<Applied> {
  const { client, now } = treatment;
  const command = {
    ...told,
    by: administratorOf(treatment),
    commandId: commandIdOf(treatment),
  } as CaseRemedy;
  const { state, caseNo } = await getCase(treatment);
  if (state.stepKeys.includes(command.commandId)) return applied;
  const obstacle = findRemedyObstacle(state, command, now);
  if (obstacle !== null) return notApplicable(obstacle);
  await client.workflow.signalWithStart(caseWorkflowName, {
    ...caseReopening(caseNo),
    signal: commandSignal,
    signalArgs: [command],
  });
  return applied;
}
