import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CalendarFile } from '../../domain/calendar/parse-calendar.ts';
import { parseCalendarFile } from '../../domain/calendar/parse-calendar.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import type { Executor } from '../database.ts';
import type { CalendarVersionId } from '../schema/calendar-versions.ts';
import { calendarPublications, calendarVersions } from '../schema/index.ts';

export type CalendarVersion = typeof calendarVersions.$inferSelect;
export type { CalendarVersionId };

/** A calendar file as it is to be stored. */
export interface NewCalendar {
  readonly document: unknown;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** Names the contents of a file: its key order and layout do not matter. */
export function calendarVersionIdOf(document: unknown): CalendarVersionId {
  const digest = createHash('sha256').update(canonicalJson(document)).digest('hex');
  return digest.slice(0, 16) as CalendarVersionId;
}

/** The row of a file, without when it came into force. */
export function versionOf(calendar: NewCalendar): typeof calendarVersions.$inferInsert {
  const { year, region, status, source, publishedOn } = headOf(parseCalendarFile(calendar.document));
  return {
    ...calendar,
    id: calendarVersionIdOf(calendar.document),
    year,
    region,
    status,
    source,
    publishedOn,
  };
}

function headOf(file: CalendarFile) {
  return file.kind === 'national' ? { ...file.year, region: null } : file.overlay;
}

/** Stores a calendar that waits for its publication, or finds that the same content is there already. */
export async function addCalendarVersion(
  executor: Executor,
  calendar: NewCalendar,
): Promise<{ readonly version: CalendarVersion; readonly added: 'new' | 'known' }> {
  const row = versionOf(calendar);
  const [added] = await executor.insert(calendarVersions).values(row).onConflictDoNothing().returning();
  if (added !== undefined) return { version: added, added: 'new' };
  const stored = await findCalendarVersion(executor, row.year, row.id);
  if (stored === undefined) throw new Error('a calendar version was stored and is not there');
  return { version: stored, added: 'known' };
}

export async function findCalendarVersion(
  executor: Executor,
  year: number,
  id: CalendarVersionId,
): Promise<CalendarVersion | undefined> {
  const [row] = await executor
    .select()
    .from(calendarVersions)
    .where(and(eq(calendarVersions.year, year), eq(calendarVersions.id, id)));
  return row;
}

/** Every version, newest year first, the country's before the regions', the oldest version of each first. */
export async function listCalendarVersions(executor: Executor): Promise<CalendarVersion[]> {
  return executor
    .select()
    .from(calendarVersions)
    .orderBy(
      desc(calendarVersions.year),
      sql`${calendarVersions.region} nulls first`,
      asc(calendarVersions.createdAt),
      asc(calendarVersions.id),
    );
}

/** The version in force of a year of the country's calendar. */
export async function findNationalInForce(
  executor: Executor,
  year: number,
): Promise<CalendarVersion | undefined> {
  const [row] = await executor
    .select()
    .from(calendarVersions)
    .where(and(eq(calendarVersions.year, year), isNull(calendarVersions.region), inForce));
  return row;
}

/** Whether a version holds now. */
export function isInForce({ publishedAt, supersededAt }: CalendarVersion): boolean {
  return publishedAt !== null && supersededAt === null;
}

/** The same in SQL. */
export const inForce = and(isNotNull(calendarVersions.publishedAt), isNull(calendarVersions.supersededAt));

/** The publication that holds now: one row by its key, for whoever keeps the calendar itself. */
export async function getCurrentPublication(
  executor: Executor,
): Promise<{ readonly n: number; readonly version: string }> {
  const [row] = await executor
    .select({ n: calendarPublications.n, version: calendarPublications.version })
    .from(calendarPublications)
    .orderBy(desc(calendarPublications.n))
    .limit(1);
  if (row === undefined) throw unseeded();
  return row;
}

export async function findPublication(
  executor: Executor,
  version: string,
): Promise<{ readonly n: number } | undefined> {
  const [row] = await executor
    .select({ n: calendarPublications.n })
    .from(calendarPublications)
    .where(eq(calendarPublications.version, version));
  return row;
}

/** All calendars in force, as one publication left them. */
export async function readPublishedCalendar(executor: Executor): Promise<PublishedCalendar> {
  const rows = await executor
    .select({ version: calendarPublications.version, document: calendarVersions.document })
    .from(calendarPublications)
    .innerJoin(calendarVersions, sql`${calendarVersions.id} = any(${calendarPublications.members})`)
    .where(sql`${calendarPublications.n} = (select max(n) from calendar_publications)`)
    .orderBy(asc(calendarVersions.year), sql`${calendarVersions.region} nulls first`);
  const [first] = rows;
  if (first === undefined) throw unseeded();
  const files = rows.map(({ document }) => parseCalendarFile(document));
  return {
    version: first.version,
    years: files.flatMap((file) => (file.kind === 'national' ? file.year : [])),
    overlays: files.flatMap((file) => (file.kind === 'regional' ? file.overlay : [])),
  };
}

function unseeded(): Error {
  return new Error('数据库中没有工作日历：请运行 npm run migrate，随产品附带的日历将一并导入。');
}
