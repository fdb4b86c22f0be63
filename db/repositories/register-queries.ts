import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RegisterEntry } from '../../domain/register/entry.ts';
import type { RegisterOutcome } from '../../domain/register/query.ts';
import type { RegisterReference } from '../../domain/register/reference.ts';
import { formatRegisterReference } from '../../domain/register/reference.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { Executor } from '../database.ts';
import { registerQueries } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealChange, sealRow } from '../sealed-rows.ts';

export type RegisterQuery = Opened<typeof registerQueries.$inferSelect>;

export type NewRegisterQuery = Omit<
  RegisterQuery,
  'reference' | 'reason' | 'outcome' | 'answeredAt' | 'durationMs' | 'entry'
> & { readonly reason: string };

/** What came of a query. */
export type RegisterSettlement = { readonly answeredAt: Instant } & (
  | { readonly outcome: 'found'; readonly entry: RegisterEntry; readonly durationMs: number }
  | { readonly outcome: Exclude<RegisterOutcome, 'pending' | 'found'>; readonly durationMs: number | null }
);

/** Records that the register is going to be asked, under a new reference; the same command again finds its own. */
export async function addRegisterQueryOnce(
  executor: Executor,
  query: NewRegisterQuery,
): Promise<RegisterQuery> {
  const [number] = await executor.execute<{ next: string }>(
    sql`select nextval('register_query_numbers') as next`,
  );
  const reference = formatRegisterReference(localDateOf(query.askedAt), Number(number?.next));
  const [added] = await executor
    .insert(registerQueries)
    .values(sealRow(executor, registerQueries, { ...query, reference }))
    .onConflictDoNothing({ target: registerQueries.commandId })
    .returning();
  if (added !== undefined) return openRow(executor, registerQueries, added);
  const stored = await findRegisterQueryOfCommand(executor, query.commandId);
  if (stored === undefined) throw new Error('a register query was recorded and is not there');
  return stored;
}

/** The query that a request asked for when it first came. */
export async function findRegisterQueryOfCommand(
  executor: Executor,
  commandId: CommandId,
): Promise<RegisterQuery | undefined> {
  const [query] = await executor
    .select()
    .from(registerQueries)
    .where(eq(registerQueries.commandId, commandId));
  return query && openRow(executor, registerQueries, query);
}

/** Undefined also for a query outside the reader's scope. */
export async function findRegisterQuery(
  executor: Executor,
  reference: RegisterReference,
): Promise<RegisterQuery | undefined> {
  const [query] = await executor
    .select()
    .from(registerQueries)
    .where(eq(registerQueries.reference, reference));
  return query && openRow(executor, registerQueries, query);
}

/** @throws {Error} when nothing is recorded under the reference. */
export async function getRegisterQuery(
  executor: Executor,
  reference: RegisterReference,
): Promise<RegisterQuery> {
  const query = await findRegisterQuery(executor, reference);
  if (query === undefined) throw new Error('no register query is recorded under this reference');
  return query;
}

/** The queries of a case that the reader may see, the latest first. */
export async function listRegisterQueries(executor: Executor, caseNo: CaseNo): Promise<RegisterQuery[]> {
  const rows = await executor
    .select()
    .from(registerQueries)
    .where(eq(registerQueries.caseNo, caseNo))
    .orderBy(desc(registerQueries.askedAt), desc(registerQueries.reference));
  return openRows(executor, registerQueries, rows);
}

/** Writes what came of a query, once: whoever comes later is told what stands there. */
export async function settleRegisterQuery(
  executor: Executor,
  reference: RegisterReference,
  settlement: RegisterSettlement,
): Promise<RegisterOutcome> {
  const [settled] = await executor
    .update(registerQueries)
    .set(sealChange(executor, registerQueries, { reference }, settlement))
    .where(and(eq(registerQueries.reference, reference), eq(registerQueries.outcome, 'pending')))
    .returning({ outcome: registerQueries.outcome });
  return settled?.outcome ?? (await getRegisterQuery(executor, reference)).outcome;
}
