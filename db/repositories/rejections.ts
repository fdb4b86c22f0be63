import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { rejections } from '../schema/index.ts';

export type Rejection = typeof rejections.$inferSelect;

export type RejectionSummary = Omit<Rejection, 'pdf'>;

/** Records a rejection; a repeat of the request changes nothing. */
export async function addRejectionOnce(
  executor: Executor,
  rejection: Omit<Rejection, 'pdf' | 'sha256'>,
): Promise<void> {
  await executor.insert(rejections).values(rejection).onConflictDoNothing();
}

export async function findRejection(executor: Executor, id: CommandId): Promise<Rejection | undefined> {
  const [row] = await executor.select().from(rejections).where(eq(rejections.id, id));
  return row;
}

/** Keeps the notice unless one was kept before: what has been handed out stays as it is. */
export async function keepRejectionNotice(
  executor: Executor,
  id: CommandId,
  notice: { readonly sha256: string; readonly pdf: Uint8Array },
): Promise<void> {
  await executor
    .update(rejections)
    .set(notice)
    .where(and(eq(rejections.id, id), isNull(rejections.pdf)));
}

/** Rejections that the executor may see, newest first, without their notices. */
export function listRejections(
  executor: Executor,
  {
    before,
    limit,
  }: {
    readonly before?: { readonly decidedAt: Instant; readonly id: CommandId } | undefined;
    readonly limit: number;
  },
): Promise<RejectionSummary[]> {
  const { pdf, ...summary } = getTableColumns(rejections);
  return executor
    .select(summary)
    .from(rejections)
    .where(
      before === undefined
        ? undefined
        : sql`(${rejections.decidedAt}, ${rejections.id}) < (${before.decidedAt}::timestamptz, ${before.id})`,
    )
    .orderBy(desc(rejections.decidedAt), desc(rejections.id))
    .limit(limit);
}
