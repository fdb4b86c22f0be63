import { and, asc, desc, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { BatchStanding } from '../../domain/operations/batch.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { batches } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';
import { stopItems } from './batch-items.ts';

const { id, standing, requestedBy, requestedAt, endedAt } = batches;

export type Batch = Opened<typeof batches.$inferSelect>;

/** What is asked for, by whom and why. */
export type RequestedBatch = Pick<
  Batch,
  'id' | 'action' | 'filter' | 'ratePerMinute' | 'requestedBy' | 'requestedUnit' | 'requestedAt'
> & {
  readonly reason: string;
  readonly standing: Extract<BatchStanding, 'awaiting_approval' | 'requested'>;
};

export async function addBatch(executor: Executor, batch: RequestedBatch): Promise<void> {
  await executor.insert(batches).values(sealRow(executor, batches, batch));
}

/** One that the caller may see. */
export async function findBatch(executor: Executor, wanted: string): Promise<Batch | undefined> {
  const [row] = await executor.select().from(batches).where(eq(id, wanted));
  return row && openRow(executor, batches, row);
}

/** Those that the caller may see, the latest first. */
export async function listBatches(
  executor: Executor,
  {
    before,
    limit,
  }: {
    readonly before: { readonly requestedAt: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<Batch[]> {
  const rows = await executor
    .select()
    .from(batches)
    .where(before && sql`(${requestedAt}, ${id}) < (${before.requestedAt}::timestamptz, ${before.id}::uuid)`)
    .orderBy(desc(requestedAt), desc(id))
    .limit(limit);
  return openRows(executor, batches, rows);
}

/** Who does something to a batch, and when. */
interface Doing {
  readonly by: string;
  readonly at: Instant;
}

/** The second person's word; false when it was given before, or when he is the one who asked. */
export async function decideBatch(
  executor: Executor,
  wanted: string,
  { decision, by, at }: Doing & { readonly decision: 'agreed' | 'declined' },
): Promise<boolean> {
  const next =
    decision === 'agreed'
      ? { standing: 'requested' as const }
      : { standing: 'declined' as const, endedAt: at };
  const changed = await executor
    .update(batches)
    .set({ ...next, decidedBy: by, decidedAt: at })
    .where(and(eq(id, wanted), eq(standing, 'awaiting_approval'), ne(requestedBy, by)))
    .returning({ id });
  if (changed.length > 0 && decision === 'declined') await stopItems(executor, wanted, at);
  return changed.length > 0;
}

/** Keeps what waits from being begun; what is under way is still looked after. False when it has ended or was stopped. */
export async function stopBatch(executor: Executor, wanted: string, { by, at }: Doing): Promise<boolean> {
  const changed = await executor
    .update(batches)
    .set({
      standing: sql`case when ${standing} = 'running' then 'stopping' else 'stopped' end`,
      endedAt: sql`case when ${standing} = 'running' then null else ${at}::timestamptz end`,
      ...{ stoppedBy: by, stoppedAt: at },
    })
    .where(and(eq(id, wanted), inArray(standing, ['awaiting_approval', 'requested', 'running'])))
    .returning({ id });
  if (changed.length > 0) await stopItems(executor, wanted, at);
  return changed.length > 0;
}

/** Those that were asked for, or agreed to, before an instant and that nobody has begun. */
export async function listUnbegunBatches(executor: Executor, before: Instant): Promise<string[]> {
  const since = sql`coalesce(${batches.decidedAt}, ${requestedAt})`;
  const rows = await executor
    .select({ id })
    .from(batches)
    .where(and(isNull(endedAt), eq(standing, 'requested'), lt(since, before)))
    .orderBy(asc(requestedAt))
    .limit(100);
  return rows.map((row) => row.id);
}

/**
 * Begins a turn, and keeps every other turn of the batch, and whoever stops it, waiting until the transaction ends. False
 * when nothing more is to be begun, or not yet.
 */
export async function beginTurn(
  executor: Executor,
  wanted: string,
  { now, next }: { readonly now: Instant; readonly next: Instant },
): Promise<boolean> {
  const changed = await executor
    .update(batches)
    .set({
      ...{ standing: 'running', nextTurnAt: next },
      startedAt: sql`coalesce(${batches.startedAt}, ${now}::timestamptz)`,
    })
    .where(
      and(
        eq(id, wanted),
        inArray(standing, ['requested', 'running']),
        sql`coalesce(${batches.nextTurnAt} <= ${now}::timestamptz, true)`,
      ),
    )
    .returning({ id });
  return changed.length > 0;
}

/** It is over: everything has been done, or nothing more shall be. */
export async function endBatch(executor: Executor, wanted: string, at: Instant): Promise<void> {
  await executor
    .update(batches)
    .set({
      standing: sql`case when ${standing} = 'stopping' then 'stopped' else 'finished' end`,
      endedAt: at,
    })
    .where(and(eq(id, wanted), inArray(standing, ['running', 'stopping'])));
}
