import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../../db/database.ts';
import { listTargets } from '../../db/repositories/batch-targets.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { BatchAction, BatchFilter } from '../../domain/operations/batch.ts';
import { isFilterWideEnough, mostBatchItems, targetKindOf } from '../../domain/operations/batch.ts';
import { choiceFor } from '../../domain/operations/bulk-remedy.ts';
import type { RemedyChoice } from '../../domain/operations/remedy.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { unitsWithin } from '../../domain/units/unit-tree.ts';
import { Problem } from '../problems.ts';
import type { BatchQuestionSchema } from '../schemas/batch.ts';

/** What a batch is to do to one of its cases. */
export interface PlannedItem {
  readonly caseNo: CaseNo | null;
  /** Null for a replay. */
  readonly choice: RemedyChoice | null;
}

/** What is asked for, in the terms in which it is kept. */
export function batchAsked({ action, filter }: Static<typeof BatchQuestionSchema>): {
  readonly action: BatchAction;
  readonly filter: BatchFilter;
} {
  const { acceptingStation, homeStation, caseNos, ...conditions } = filter;
  return {
    action:
      action.kind === 'replay'
        ? { kind: 'replay', bundle: action.bundle ?? null }
        : (action as Extract<BatchAction, { kind: 'remedy' }>),
    // A code or a number that is none meets nothing.
    filter: {
      ...conditions,
      ...(acceptingStation !== undefined && { acceptingStation: acceptingStation as UnitCode }),
      ...(homeStation !== undefined && { homeStation: homeStation as UnitCode }),
      ...(caseNos !== undefined && { caseNos: caseNos as CaseNo[] }),
    },
  };
}

/**
 * The cases of the caller's scope that a filter meets, with what is to be done to each.
 * @throws {Problem} when a remedy is asked for without a condition, or for more than a batch takes.
 */
export async function planItems(
  executor: Executor,
  { action, filter }: { readonly action: BatchAction; readonly filter: BatchFilter },
  { unitCode, tree }: { readonly unitCode: UnitCode; readonly tree: UnitTree },
): Promise<PlannedItem[]> {
  if (!isFilterWideEnough(action, filter)) throw new Problem('batch_filter_needed');
  const { acceptingStation, homeStation, ...conditions } = filter;
  const targets = await listTargets(executor, targetKindOf(action), {
    ...conditions,
    unitCode,
    acceptingStations: acceptingStation && unitsWithin(tree, acceptingStation),
    homeStations: homeStation && unitsWithin(tree, homeStation),
  });
  if (targets.length > mostBatchItems) throw new Problem('batch_too_large');
  return targets.map((target) => ({
    caseNo: target.caseNo,
    choice: action.kind === 'replay' ? null : choiceFor(action.choice, target),
  }));
}
