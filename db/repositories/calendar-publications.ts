import { createHash } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time/instant.ts';
import { readCalendarFiles } from '../../platform/reference-data.ts';
import type { Executor } from '../database.ts';
import type { CalendarVersionId } from '../schema/calendar-versions.ts';
import { calendarPublications, calendarRollouts, calendarVersions } from '../schema/index.ts';
import { findCalendarVersion, inForce, isInForce, versionOf } from './calendars.ts';

// Any number; it only has to be the same in every process that publishes.
const publicationLock = 6_310_743;

export interface Publication {
  readonly year: number;
  readonly id: CalendarVersionId;
  /** The number of the publication that the publisher has seen as the current one. */
  readonly basedOn: number;
  readonly by: string;
  readonly at: Instant;
}

export type PublicationOutcome =
  | { readonly kind: 'published'; readonly version: string }
  /** It holds already; `version` is the publication by which it came into force. */
  | { readonly kind: 'in_force'; readonly version: string }
  /** Something else was published since. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'not_found' };

/**
 * Puts a version in force in the place of the one of its year and region, with a roll-out to run. Publishers wait for
 * one another; whoever has not seen what the one before published is told so and nothing happens.
 */
export function publishCalendar(executor: Executor, publication: Publication): Promise<PublicationOutcome> {
  const { year, id, basedOn, by, at } = publication;
  return inTurn(executor, async (turn): Promise<PublicationOutcome> => {
    const version = await findCalendarVersion(turn, year, id);
    if (version === undefined) return { kind: 'not_found' };
    const current = await findNewest(turn);
    if (current === undefined) throw new Error('a calendar is published after the seed');
    if (isInForce(version)) {
      const own = (await findNewest(turn, { of: id })) ?? (await findNewest(turn, { of: null }));
      return { kind: 'in_force', version: (own ?? current).version };
    }
    if (current.n !== basedOn) return { kind: 'changed' };
    await turn
      .update(calendarVersions)
      .set({ supersededAt: at })
      .where(
        and(
          eq(calendarVersions.year, year),
          sql`${calendarVersions.region} is not distinct from ${version.region}`,
          inForce,
        ),
      );
    await turn
      .update(calendarVersions)
      .set({ publishedAt: at, supersededAt: null })
      .where(eq(calendarVersions.id, id));
    const published = await addPublication(turn, { n: current.n + 1, versionId: id, by, at });
    await turn.insert(calendarRollouts).values({ version: published, status: 'running', startedAt: at });
    return { kind: 'published', version: published };
  });
}

/** Takes a version out that nobody needs any more. `in_use`: it is in force, or an open case was counted by it. */
export function deleteCalendarVersion(
  executor: Executor,
  { year, id }: Pick<Publication, 'year' | 'id'>,
): Promise<'deleted' | 'in_use' | 'not_found'> {
  return inTurn(executor, async (turn) => {
    const version = await findCalendarVersion(turn, year, id);
    if (version === undefined) return 'not_found';
    if (isInForce(version)) return 'in_use';
    const [used] = await turn.execute<{ in_use: boolean }>(
      sql`select calendar_version_in_use(${id}) as in_use`,
    );
    if (used?.in_use === true) return 'in_use';
    await turn.delete(calendarVersions).where(eq(calendarVersions.id, id));
    return 'deleted';
  });
}

/**
 * Brings the calendar files of the product in; needs the owner's connection. All of them are in force in a new database.
 * Later a file that a release adds or changes waits for its publication, for it may move open cases. Does nothing twice.
 */
export function seedCalendars(
  executor: Executor,
  now: Instant,
  files: readonly unknown[] = readCalendarFiles(),
): Promise<void> {
  return inTurn(executor, async (turn) => {
    const isNew = (await findNewest(turn)) === undefined;
    const rows = files.map((document) => versionOf({ document, createdBy: 'system', createdAt: now }));
    await turn
      .insert(calendarVersions)
      .values(rows.map((row) => ({ ...row, publishedAt: isNew ? now : null })))
      .onConflictDoNothing();
    if (isNew) await addPublication(turn, { n: 1, versionId: null, by: 'system', at: now });
  });
}

interface NewPublication {
  readonly n: number;
  readonly versionId: CalendarVersionId | null;
  readonly by: string;
  readonly at: Instant;
}

async function addPublication(executor: Executor, { n, versionId, by, at }: NewPublication): Promise<string> {
  const rows = await executor
    .select({ id: calendarVersions.id })
    .from(calendarVersions)
    .where(inForce)
    .orderBy(calendarVersions.id);
  const members = rows.map(({ id }) => id);
  // The count makes going back to an earlier calendar a version of its own: a case takes each version once.
  const digest = createHash('sha256').update(JSON.stringify({ n, members })).digest('hex');
  const version = digest.slice(0, 12);
  await executor
    .insert(calendarPublications)
    .values({ n, version, members, versionId, publishedBy: by, publishedAt: at });
  return version;
}

/** The newest publication, of a version or, for null, of the seed. */
async function findNewest(executor: Executor, which?: { readonly of: CalendarVersionId | null }) {
  const { versionId, n } = calendarPublications;
  const condition = which && (which.of === null ? isNull(versionId) : eq(versionId, which.of));
  const [row] = await executor.select().from(calendarPublications).where(condition).orderBy(desc(n)).limit(1);
  return row;
}

function inTurn<T>(executor: Executor, work: (turn: Executor) => Promise<T>): Promise<T> {
  return executor.transaction(async (turn) => {
    await turn.execute(sql`select pg_advisory_xact_lock(${publicationLock})`);
    return work(turn);
  });
}
