import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { findCase } from '../db/repositories/cases.ts';
import { withScope } from '../db/scope.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { PolicyVersions } from '../domain/case/event.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { Principal } from '../platform/identity/principal.ts';
import { caseWorkflowId, commandUpdate } from '../workflows/contract.ts';
import { withinTimeout } from './case-commands.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/**
 * Has a running case take over the policies that hold now.
 * @throws {Problem} 404, 409 for a case that has ended.
 */
export async function migratePolicy(
  deps: ApiDeps,
  caller: Principal,
  caseNo: CaseNo,
): Promise<{ policyVersions: PolicyVersions }> {
  if ((await readState(deps, caller, caseNo)).status === 'closed') throw new Problem('act_not_allowed');
  const commandId = randomUUID() as CommandId;
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
  return readState(deps, caller, caseNo);
}

function readState(deps: ApiDeps, caller: Principal, caseNo: CaseNo): Promise<CaseState> {
  return withScope(deps.database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    return row.state;
  });
}
