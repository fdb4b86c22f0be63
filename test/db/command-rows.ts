import { asc, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../db/database.ts';
import { auditEntries } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import type { AuditedCommand } from '../../domain/audit/command-act.ts';

/** What the rows of an operator's command are about, in their order; all are in the chain and of nobody. */
export async function commandRows(
  owner: Database,
  operation: AuditedCommand,
): Promise<readonly (string | null)[]> {
  const rows = await owner
    .select()
    .from(auditEntries)
    .where(sql`operation = ${operation}`)
    .orderBy(asc(auditEntries.day), asc(auditEntries.seq));
  for (const row of rows) {
    const nobody = { officerId: null, unitCode: null, roles: [], caseNo: null };
    expect(row).toMatchObject({ kind: 'administer', outcome: 'allowed', ...nobody });
  }
  const { broken } = await owner.client.begin((transaction) => verifyAudit(transaction, {}, []));
  expect(broken).toBeNull();
  return rows.map(({ objectId }) => objectId);
}
