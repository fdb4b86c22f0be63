import { sql } from 'drizzle-orm';
import type { InquiredCase } from '../../domain/inquiry/situation.ts';
import type { SearchHash } from '../../platform/key-ring.ts';
import type { Executor } from '../database.ts';

/** What may be told of a case to whoever holds one of its receipts; undefined for any other number and code. */
export async function findInquiredCase(
  executor: Executor,
  caseNo: string,
  codeHashes: readonly SearchHash[],
): Promise<InquiredCase | undefined> {
  const [row] = await executor.execute<{ inquired: InquiredCase | null }>(
    sql`select inquire_case(${caseNo}, ${sql.param([...codeHashes])}) as inquired`,
  );
  return row?.inquired ?? undefined;
}
