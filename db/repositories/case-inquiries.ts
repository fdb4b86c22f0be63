import { sql } from 'drizzle-orm';
import type { InquiredCase } from '../../domain/inquiry/situation.ts';
import type { SecretHash } from '../../platform/printed-secrets.ts';
import type { Executor } from '../database.ts';

/** What may be told of a case to whoever holds one of its receipts; undefined for any other number and code. */
export async function findInquiredCase(
  executor: Executor,
  caseNo: string,
  codeHash: SecretHash,
): Promise<InquiredCase | undefined> {
  const [row] = await executor.execute<{ inquired: InquiredCase | null }>(
    sql`select inquire_case(${caseNo}, ${codeHash}) as inquired`,
  );
  return row?.inquired ?? undefined;
}
