import { randomUUID } from 'node:crypto';
import { and, asc, count, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { EndedItemStanding, ItemStanding } from '../../domain/operations/batch.ts';
import type { RemedyChoice } from '../../domain/operations/remedy.ts';
import type { Divergence } from '../../domain/operations/replay.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { batchItems, remedyApplications } from '../schema/index.ts';

const { id, batchId, position, standing } = batchItems;

export type BatchItem = typeof batchItems.$inferSelect;

const insertedAtOnce = 1000;

/** What a batch is about, in its order. */
export async function addItems(
  executor: Executor,
  batch: string,
  items: readonly { readonly caseNo: CaseNo | null; readonly choice: RemedyChoice | null }[],
): Promise<void> {
  for (let from = 0; from < items.length; from += insertedAtOnce) {
    const rows = items.slice(from, from + insertedAtOnce).map((item, index) => ({
      ...{ id: randomUUID(), batchId: batch, position: from + index + 1, ...item },
    }));
    await executor.insert(batchItems).values(rows);
  }
}

/** The next that wait, in their order. */
export async function listWaitingItems(
  executor: Executor,
  batch: string,
  limit: number,
): Promise<BatchItem[]> {
  return executor
    .select()
    .from(batchItems)
    .where(and(eq(batchId, batch), eq(standing, 'waiting')))
    .orderBy(asc(position))
    .limit(limit);
}

export async function markUnderWay(executor: Executor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await executor
    .update(batchItems)
    .set({ standing: 'under_way' })
    .where(inArray(id, [...ids]));
}

/** What a replay of one has shown. One that was stopped meanwhile stays so. */
export async function endItem(
  executor: Executor,
  wanted: string,
  end: {
    readonly standing: EndedItemStanding;
    readonly finding: string;
    readonly divergence: Divergence | null;
    readonly build: string | null;
    readonly at: Instant;
  },
): Promise<void> {
  const { at, ...told } = end;
  await executor
    .update(batchItems)
    .set({ ...told, endedAt: at })
    .where(and(eq(id, wanted), eq(standing, 'waiting')));
}

/** Takes over what has come of the remedies of a batch; nothing else says it. */
export async function settleItems(executor: Executor, batch: string): Promise<void> {
  const { standing: seen, finding, endedAt: at } = remedyApplications;
  await executor
    .update(batchItems)
    .set({ standing: sql`${seen}`, finding: sql`${finding}`, endedAt: sql`${at}` })
    .from(remedyApplications)
    .where(
      and(
        eq(batchId, batch),
        eq(standing, 'under_way'),
        eq(remedyApplications.id, id),
        isNotNull(remedyApplications.endedAt),
      ),
    );
}

/** What waits is not done. */
export async function stopItems(executor: Executor, batch: string, at: Instant): Promise<void> {
  await executor
    .update(batchItems)
    .set({ standing: 'stopped', endedAt: at })
    .where(and(eq(batchId, batch), eq(standing, 'waiting')));
}

/** How many of each batch stand how, as far as the caller sees them. */
export async function countItems(
  executor: Executor,
  wanted: readonly string[],
): Promise<{ readonly batchId: string; readonly standing: ItemStanding; readonly count: number }[]> {
  return executor
    .select({ batchId, standing, count: count() })
    .from(batchItems)
    .where(inArray(batchId, [...wanted]))
    .groupBy(batchId, standing);
}

/** The items of a batch in its order, of some standings or of all. */
export async function listItems(
  executor: Executor,
  filter: {
    readonly batch: string;
    readonly standings?: readonly ItemStanding[] | undefined;
    readonly after: number | undefined;
    readonly limit: number;
  },
): Promise<BatchItem[]> {
  const { batch, standings, after, limit } = filter;
  return executor
    .select()
    .from(batchItems)
    .where(
      and(
        eq(batchId, batch),
        standings && inArray(standing, [...standings]),
        after === undefined ? undefined : gt(position, after),
      ),
    )
    .orderBy(asc(position))
    .limit(limit);
}
