import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { AuditedAct } from '../../domain/audit/entry.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

/** Somebody who reads a case. */
export const sampleAct: AuditedAct = {
  ...{ kind: 'read', operation: 'getCase', outcome: 'allowed' },
  ...{ officerId: 'officer-1', roles: ['window_officer', 'station_leader'] },
  unitCode: parseUnitCode('440106990000'),
  ...{ caseNo: null, objectId: null, code: null, requestId: '00000000-0000-4000-8000-000000000000' },
};

/** Appends rows as if it were another moment; nobody but the owner can. */
export async function appendAt(owner: Database, at: string, acts: readonly object[]): Promise<void> {
  await owner.execute(sql`select append_audit_at(${at}::timestamptz, ${JSON.stringify(acts)}::jsonb)`);
}

/** A row as the function takes it. */
export function sampleRow(change: object = {}): object {
  return {
    ...{ kind: 'read', operation: 'getCase', outcome: 'allowed', officer_id: 'officer-1' },
    ...{ roles: ['window_officer'], unit_code: '440106990000', request_id: 'r' },
    ...change,
  };
}
