import type { SessionOwner } from '../../db/repositories/sessions.ts';
import { appendAudit } from '../../db/repositories/audit.ts';
import type { Executor } from '../../db/database.ts';
import type { AuditedAct } from '../../domain/audit/entry.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { Problem } from '../problems.ts';

/** What ends sessions, by its operation. */
export type SessionEnd = 'completeLogin' | 'logout' | 'backChannelLogout' | 'endSession' | 'lockAccount';

/** The row of somebody who has logged in. */
export function loginAct(owner: SessionOwner, requestId: string): AuditedAct {
  const { subject: officerId, roles, unitCode, id: objectId } = owner;
  return {
    ...{ kind: 'log_in', operation: 'completeLogin', outcome: 'allowed' },
    ...{ officerId, roles, unitCode, caseNo: null, objectId, requestId, code: null },
  };
}

/** The row of somebody who proved who he is and was not let in. */
export function refusedLoginAct(
  { subject: officerId, roles, unitCode }: Principal,
  code: ErrorCode,
  requestId: string,
): AuditedAct {
  return {
    ...{ kind: 'log_in', operation: 'completeLogin', outcome: 'denied' },
    ...{ officerId, roles, unitCode, caseNo: null, objectId: null, requestId, code },
  };
}

/**
 * Appends a row for each session that was ended, in the transaction that ends them and last in it. Each names whose
 * session it was; who ended it stands in the row of the same request.
 * @throws {Problem} 503 where it cannot be written; nothing is ended then.
 */
export function recordEnded(
  executor: Executor,
  ended: readonly SessionOwner[],
  operation: SessionEnd,
  requestId: string,
): Promise<void> {
  const acts = ended.map(({ subject: officerId, roles, unitCode, id: objectId }): AuditedAct => ({
    ...{ kind: 'log_out', operation, outcome: 'allowed' },
    ...{ officerId, roles, unitCode, caseNo: null, objectId, requestId, code: null },
  }));
  return appendLast(executor, acts);
}

/**
 * Appends rows last in a transaction, which is undone where they cannot be written: appending holds everybody else up
 * until it ends.
 * @throws {Problem} 503
 */
export async function appendLast(executor: Executor, acts: readonly AuditedAct[]): Promise<void> {
  if (acts.length > 0) await written(appendAudit(executor, acts));
}

/** Waits for rows to be written. @throws {Problem} 503 where they cannot be. */
export async function written(appended: Promise<void>): Promise<void> {
  await appended.catch((cause: unknown) => {
    throw Object.assign(new Problem('service_unavailable'), { cause });
  });
}
