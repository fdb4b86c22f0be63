import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { DraftId } from '../../domain/application/draft.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { Executor } from '../database.ts';
import { drafts } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealChange, sealRow } from '../sealed-rows.ts';

export type Draft = Opened<typeof drafts.$inferSelect>;

/** Keeps a draft; a repeat of the request changes nothing. */
export async function addDraftOnce(executor: Executor, draft: Draft): Promise<void> {
  await executor
    .insert(drafts)
    .values(sealRow(executor, drafts, draft))
    .onConflictDoNothing();
}

/** A draft of the caller's unit that has not expired. */
export async function findDraft(
  executor: Executor,
  id: DraftId,
  today: PlainDate,
): Promise<Draft | undefined> {
  const [draft] = await executor
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), gte(drafts.expiresOn, today)));
  return draft && openRow(executor, drafts, draft);
}

/** The drafts of the caller's unit that have not expired, the last changed first. */
export async function listDrafts(
  executor: Executor,
  filter: {
    readonly today: PlainDate;
    readonly before?: Pick<Draft, 'changedAt' | 'id'> | undefined;
    readonly limit: number;
  },
): Promise<Draft[]> {
  const { today, before, limit } = filter;
  const rows = await executor
    .select()
    .from(drafts)
    .where(
      and(
        gte(drafts.expiresOn, today),
        before === undefined
          ? undefined
          : sql`(${drafts.changedAt}, ${drafts.id}) < (${before.changedAt}::timestamptz, ${before.id})`,
      ),
    )
    .orderBy(desc(drafts.changedAt), desc(drafts.id))
    .limit(limit);
  return openRows(executor, drafts, rows);
}

/** Writes over the version that was seen. Undefined when it is no longer the newest, or gone. */
export async function changeDraft(
  executor: Executor,
  seen: Pick<Draft, 'id' | 'version'>,
  change: Pick<Draft, 'application' | 'changedAt' | 'expiresOn'>,
): Promise<Draft | undefined> {
  const [changed] = await executor
    .update(drafts)
    .set(sealChange(executor, drafts, seen, { ...change, version: seen.version + 1 }))
    .where(and(eq(drafts.id, seen.id), eq(drafts.version, seen.version)))
    .returning();
  return changed && openRow(executor, drafts, changed);
}

/** Deletes a draft of the caller's unit that has not expired; false when there was none. */
export async function deleteDraft(executor: Executor, id: DraftId, today: PlainDate): Promise<boolean> {
  const gone = await executor
    .delete(drafts)
    .where(and(eq(drafts.id, id), gte(drafts.expiresOn, today)))
    .returning({ id: drafts.id });
  return gone.length > 0;
}

/** Deletes the drafts whose last day is over; answers of how many. */
export async function deleteExpiredDrafts(executor: Executor, today: PlainDate): Promise<number> {
  const gone = await executor.delete(drafts).where(lt(drafts.expiresOn, today)).returning({ id: drafts.id });
  return gone.length;
}
