import { and, asc, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { EndedStanding, RemedyChoice, RemedyStanding } from '../../domain/operations/remedy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { remedyApplications } from '../schema/index.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

const { id, standing, requestedBy, requestedAt, endedAt, caseNo } = remedyApplications;

/** What is asked for, by whom and why. */
export interface RequestedRemedy {
  readonly id: string;
  readonly caseNo: CaseNo | null;
  readonly choice: RemedyChoice;
  /** Null where retention has taken it out of the batch that asks. */
  readonly reason: string | null;
  readonly standing: Extract<RemedyStanding, 'awaiting_approval' | 'requested'>;
  readonly requestedBy: string;
  readonly requestedUnit: UnitCode;
  readonly requestedAt: Instant;
  /** Who has agreed already: to a batch, and so to each of its remedies. */
  readonly decidedBy?: string | null;
  readonly decidedAt?: Instant | null;
}

export type RemedyApplication = Omit<typeof remedyApplications.$inferSelect, 'reason'> & {
  readonly reason: string | null;
};

export async function addRemedy(executor: Executor, remedy: RequestedRemedy): Promise<void> {
  await executor.insert(remedyApplications).values(sealRow(executor, remedyApplications, remedy));
}

/** One that the caller may see. */
export async function findRemedy(executor: Executor, wanted: string): Promise<RemedyApplication | undefined> {
  const [row] = await executor.select().from(remedyApplications).where(eq(id, wanted));
  return row && openRow(executor, remedyApplications, row);
}

/** What was asked for, the latest first; of one case or of all. */
export async function listRemedies(
  executor: Executor,
  filter: {
    readonly caseNo?: CaseNo | undefined;
    readonly before?: { readonly requestedAt: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<RemedyApplication[]> {
  const { before, limit } = filter;
  const rows = await executor
    .select()
    .from(remedyApplications)
    .where(
      and(
        filter.caseNo === undefined ? undefined : eq(caseNo, filter.caseNo),
        before && sql`(${requestedAt}, ${id}) < (${before.requestedAt}::timestamptz, ${before.id}::uuid)`,
      ),
    )
    .orderBy(desc(requestedAt), desc(id))
    .limit(limit);
  return openRows(executor, remedyApplications, rows);
}

/** The second person's word; false when it was given before, or when he is the one who asked. */
export async function decideRemedy(
  executor: Executor,
  wanted: string,
  { agrees, by, at }: { readonly agrees: 'agreed' | 'declined'; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const next =
    agrees === 'agreed' ? { standing: 'requested' as const } : { standing: 'declined' as const, endedAt: at };
  const changed = await executor
    .update(remedyApplications)
    .set({ ...next, decidedBy: by, decidedAt: at })
    .where(and(eq(id, wanted), eq(standing, 'awaiting_approval'), ne(requestedBy, by)))
    .returning({ id });
  return changed.length > 0;
}

/** Those that were asked for before an instant and that nobody has begun to apply. */
export async function listUnbegunRemedies(executor: Executor, before: Instant): Promise<string[]> {
  const rows = await executor
    .select({ id })
    .from(remedyApplications)
    .where(and(isNull(endedAt), eq(standing, 'requested'), lt(requestedAt, before)))
    .orderBy(asc(requestedAt))
    .limit(100);
  return rows.map((row) => row.id);
}

export async function markApplied(
  executor: Executor,
  wanted: string,
  { seqBefore, at }: { readonly seqBefore: number | null; readonly at: Instant },
): Promise<void> {
  await executor
    .update(remedyApplications)
    .set({ standing: 'applied', seqBefore, appliedAt: at })
    .where(and(eq(id, wanted), eq(standing, 'requested')));
}

export async function endRemedy(
  executor: Executor,
  wanted: string,
  end: { readonly standing: EndedStanding; readonly finding: string; readonly at: Instant },
): Promise<void> {
  await executor
    .update(remedyApplications)
    .set({ standing: end.standing, finding: end.finding, endedAt: end.at })
    .where(and(eq(id, wanted), isNull(endedAt)));
}
