import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { rejections } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealChange, sealRow } from '../sealed-rows.ts';

export type Rejection = Opened<typeof rejections.$inferSelect>;

export type RejectionSummary = Omit<Rejection, 'pdf'>;

const { pdf: _, ...summary } = getTableColumns(rejections);

/** Records a rejection. @throws when its request or its number is recorded already. */
export async function addRejection(
  executor: Executor,
  rejection: Omit<Rejection, 'pdf' | 'sha256'>,
): Promise<void> {
  await executor.insert(rejections).values(sealRow(executor, rejections, rejection));
}

/** The rejection of a number that the executor may see. */
export async function findRejection(executor: Executor, no: RejectionNo): Promise<Rejection | undefined> {
  const [row] = await executor.select().from(rejections).where(eq(rejections.no, no));
  return row && openRow(executor, rejections, row);
}

/** What an earlier try of the same request recorded. */
export async function findRejectionOfCommand(
  executor: Executor,
  id: CommandId,
): Promise<RejectionSummary | undefined> {
  const [row] = await executor.select(summary).from(rejections).where(eq(rejections.id, id));
  return row && openRow(executor, rejections, row);
}

/** Keeps the notice unless one was kept before: what has been handed out stays as it is. */
export async function keepRejectionNotice(
  executor: Executor,
  { id }: Pick<Rejection, 'id'>,
  notice: { readonly sha256: string; readonly pdf: Uint8Array },
): Promise<void> {
  await executor
    .update(rejections)
    .set(sealChange(executor, rejections, { id }, notice))
    .where(and(eq(rejections.id, id), isNull(rejections.pdf)));
}

/** Rejections of some units that the executor may see, newest first, without their notices. */
export async function listRejections(
  executor: Executor,
  {
    units,
    before,
    limit,
  }: {
    readonly units: readonly UnitCode[];
    readonly before?: { readonly decidedAt: Instant; readonly no: RejectionNo } | undefined;
    readonly limit: number;
  },
): Promise<RejectionSummary[]> {
  const rows = await executor
    .select(summary)
    .from(rejections)
    .where(
      and(
        sql`${rejections.acceptingStation} = any(${sql.param([...units])})`,
        before === undefined
          ? undefined
          : sql`(${rejections.decidedAt}, ${rejections.no}) < (${before.decidedAt}::timestamptz, ${before.no})`,
      ),
    )
    .orderBy(desc(rejections.decidedAt), desc(rejections.no))
    .limit(limit);
  return openRows(executor, rejections, rows);
}

/** Takes what says whose they were out of the rejections decided before an instant and not held; answers of how many. */
export async function clearRejections(executor: Executor, before: Instant): Promise<number> {
  const [cleared] = await executor.execute<{ count: number }>(
    sql`select clear_rejections(${before}::timestamptz) as count`,
  );
  return cleared?.count ?? 0;
}
