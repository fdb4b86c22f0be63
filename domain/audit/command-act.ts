import type { AuditedAct } from './entry.ts';

/** The operator's commands that change what is kept, as their rows of the audit name them. */
export type AuditedCommand =
  'audit:prune' | 'directory:import' | 'keys:rotate' | 'keys:rotate --drop' | 'migrate' | 'reconcile';

/**
 * The row of an operator's command. Nobody has logged in for it, so it is of no officer and no unit, and every auditor sees
 * it; who may run commands is known where the owner's password is kept. `objectId` is what it was about: a day, a table, a
 * key's id, a migration.
 */
export function commandAct(operation: AuditedCommand, objectId: string): AuditedAct {
  return {
    ...{ kind: 'administer', operation, outcome: 'allowed', objectId },
    ...{ officerId: null, roles: [], unitCode: null, caseNo: null, code: null },
    requestId: `${operation} ${objectId}`,
  };
}
