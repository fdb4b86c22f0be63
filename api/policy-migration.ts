import { WorkflowNotFoundError } from '@temporalio/client';
import type { Executor } from '../db/database.ts';
import { addActRecord } from '../db/repositories/act-records.ts';
import { findCase } from '../db/repositories/cases.ts';
import { withScope } from '../db/scope.ts';
import type { PolicyVersions } from '../domain/case/event.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { caseWorkflowId, commandUpdate } from '../workflows/contract.ts';
import { requireSideOfCase } from './access.ts';
import type { Caller } from './authentication.ts';
import { askToCatchUp, withinTimeout } from './case-commands.ts';
import type { ApiDeps } from './deps.ts';
import type { Claim } from './idempotency.ts';
import { Problem } from './problems.ts';

export interface PolicyMigration {
  readonly caseNo: CaseNo;
  readonly reason: string;
  readonly claim: Claim;
}

/**
 * Has a running case take over the policies that hold now. The reason is stored first: the workflow learns its id only.
 * @throws {Problem} 403, 404, 409 for a case that has ended otherwise.
 */
export async function migratePolicy(
  deps: ApiDeps,
  caller: Caller,
  { caseNo, reason, claim: { commandId } }: PolicyMigration,
): Promise<{ policyVersions: PolicyVersions }> {
  const tree = await deps.units.tree();
  const repeated = await withScope(deps.database, caller.unitCode, async (executor) => {
    const state = await readState(executor, caseNo);
    requireSideOfCase(caller, state, tree);
    if (state.stepKeys.includes(commandId)) return state;
    if (state.status === 'closed') throw new Problem('act_not_allowed');
    await addActRecord(executor, {
      ...{ commandId, caseNo, officerId: caller.subject, submittedAt: deps.clock.now() },
      content: { act: 'migrate_policy', reason },
    });
    return undefined;
  });
  if (repeated !== undefined) {
    await askToCatchUp(deps, caseNo);
    return repeated;
  }
  const by = {
    officerId: caller.subject,
    role: 'system_administrator',
    unitCode: caller.unitCode,
  } as const;
  try {
    await withinTimeout(deps, () =>
      deps.temporal.workflow.getHandle(caseWorkflowId(caseNo)).executeUpdate(commandUpdate, {
        updateId: commandId,
        args: [{ type: 'migrate_policy', commandId, by }],
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new Problem('act_not_allowed');
    throw error;
  }
  return withScope(deps.database, caller.unitCode, (executor) => readState(executor, caseNo));
}

async function readState(executor: Executor, caseNo: CaseNo): Promise<CaseState> {
  const row = await findCase(executor, caseNo);
  if (row === undefined) throw new Problem('case_not_found');
  return row.state;
}
