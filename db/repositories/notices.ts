import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PersonId } from '../../domain/directory/person.ts';
import type { NoticeKind, NoticeUrgency } from '../../domain/notices/kind.ts';
import type { Role } from '../../domain/roles.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { cases, notices } from '../schema/index.ts';

export type NoticeRow = typeof notices.$inferSelect;

/** A notice that no event of a case gives rise to: a digest, a reminder, an alarm. */
export interface NewNotice {
  /** Written once under this key, however often it is tried. */
  readonly dedupeKey: string;
  readonly unitCode: UnitCode;
  readonly role: Role;
  /** Somebody whom the directory named; left out, everybody who reads the inbox of the role. */
  readonly personId?: PersonId | null;
  /** The case that it is about, if it is about one. */
  readonly caseNo?: CaseNo | null;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  /** What it tells; another notice of the same subject goes to the same address no more. */
  readonly subjectKey?: string | null;
  /** Without personal data: it goes over every channel. */
  readonly text: string;
  readonly createdAt: Instant;
}

/** Puts notices into inbox and outbox; those whose key is known stay as they are. Best in the caller's transaction. */
export async function addNotices(executor: Executor, added: readonly NewNotice[]): Promise<void> {
  if (added.length === 0) return;
  await executor
    .insert(notices)
    .values([...added])
    .onConflictDoNothing({ target: notices.dedupeKey });
}

/**
 * Puts a notice into an inbox that the executor may not read: for Postgres to pass over a known key it would have to.
 * @throws when its key is known.
 */
export async function reportNotice(executor: Executor, notice: NewNotice): Promise<void> {
  await executor.insert(notices).values(notice);
}

/** The inbox of some roles at some units, newest first, before the notice `beforeId` if given. */
export async function listNotices(
  executor: Executor,
  filter: {
    units: readonly UnitCode[];
    roles: readonly Role[];
    beforeId?: number | undefined;
    limit: number;
  },
): Promise<NoticeRow[]> {
  const { units, roles, beforeId, limit } = filter;
  // The newest of each unit by itself: no index has several units' notices in their common order.
  const newest = sql`select n.id from unnest(${sql.param([...units])}::text[]) as u(code)
    cross join lateral (
      select id from ${notices} where unit_code = u.code and role = any(${sql.param([...roles])}::text[])
        ${beforeId === undefined ? sql`` : sql`and id < ${beforeId}`}
      order by id desc limit ${limit}
    ) as n`;
  return executor
    .select()
    .from(notices)
    .where(sql`${notices.id} in (${newest})`)
    .orderBy(desc(notices.id))
    .limit(limit);
}

/** All notices of a case, the applicant's among them, oldest first. */
export async function listNoticesOfCase(executor: Executor, caseNo: CaseNo): Promise<NoticeRow[]> {
  return executor.select().from(notices).where(eq(notices.caseNo, caseNo)).orderBy(asc(notices.id));
}

/** The notices of a kind that some events of ledgers gave rise to, oldest first. */
export async function listNoticesOfEvents(
  executor: Executor,
  kind: NoticeRow['kind'],
  events: readonly { readonly caseNo: CaseNo; readonly seq: number }[],
): Promise<NoticeRow[]> {
  if (events.length === 0) return [];
  const caseNos = sql.param(events.map(({ caseNo }) => caseNo));
  const seqs = sql.param(events.map(({ seq }) => seq));
  return executor
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.kind, kind),
        sql`(${notices.caseNo}, ${notices.seq}) in (select * from unnest(${caseNos}::text[], ${seqs}::int[]))`,
      ),
    )
    .orderBy(asc(notices.id));
}

/** Notices whose ways out nobody has decided on yet, oldest first. */
export async function listUnplannedNotices(executor: Executor, limit: number): Promise<NoticeRow[]> {
  return executor
    .select()
    .from(notices)
    .where(isNull(notices.plannedAt))
    .orderBy(asc(notices.id))
    .limit(limit);
}

export async function markPlanned(executor: Executor, ids: readonly number[], at: Instant): Promise<void> {
  await executor
    .update(notices)
    .set({ plannedAt: at })
    .where(sql`${notices.id} = any(${sql.param([...ids])}::bigint[])`);
}

/** What a message about a case says of it. */
export interface CaseOfNotice {
  readonly caseNo: CaseNo;
  readonly acceptingStation: UnitCode;
}

export async function listCasesOfNotices(
  executor: Executor,
  rows: readonly Pick<NoticeRow, 'caseNo'>[],
): Promise<Map<CaseNo, CaseOfNotice>> {
  const caseNos = [...new Set(rows.flatMap(({ caseNo }) => caseNo ?? []))];
  if (caseNos.length === 0) return new Map();
  const found = await executor
    .select({ caseNo: cases.caseNo, acceptingStation: cases.acceptingStation })
    .from(cases)
    .where(sql`${cases.caseNo} = any(${sql.param(caseNos)})`);
  return new Map(found.map((row) => [row.caseNo, row]));
}
