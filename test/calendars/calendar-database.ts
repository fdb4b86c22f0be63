import { afterAll } from 'vitest';
import { sampleUnits } from '../../commands/sample-units.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { publishCalendar, seedCalendars } from '../../db/repositories/calendar-publications.ts';
import { addCalendarVersion, getCurrentPublication } from '../../db/repositories/calendars.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

export const now: Instant = parseInstant('2020-01-27T09:00:00+08:00');

/** The calendars of the product, 2020 as it was before the notice of 27 January changed it in the middle of the holiday. */
export function calendarsBefore2020Revision(): unknown[] {
  const others = readCalendarFiles().filter((file) => !('year' in Object(file) && isNational2020(file)));
  return [...others, readCalendarFile('CN-2020.original.json')];
}

function isNational2020(file: unknown): boolean {
  const { year, region } = file as { year: number; region?: string };
  return year === 2020 && region === undefined;
}

/** A database with sample units and these calendars in force, for the calling test file. */
export async function createCalendarDatabase(files: readonly unknown[]): Promise<{
  readonly url: string;
  readonly owner: Database;
  readonly api: Database;
  readonly worker: Database;
}> {
  const { url } = await createTestDatabase({ migrate: migrateDatabase });
  const owner = connectDatabase({ url, role: 'owner', maxConnections: 2, keyRing: testKeyRing });
  const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 4, keyRing: testKeyRing });
  const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 4, keyRing: testKeyRing });
  afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));
  await saveUnits(owner, sampleUnits);
  await seedCalendars(owner, now, files);
  return { url, owner, api, worker };
}

/** Publishes a calendar file; answers the published calendar's version. */
export async function publishFile(api: Database, document: unknown): Promise<string> {
  const by = 'administrator';
  const { version } = await addCalendarVersion(api, { document, createdBy: by, createdAt: now });
  const { n: basedOn } = await getCurrentPublication(api);
  const outcome = await publishCalendar(api, { year: version.year, id: version.id, basedOn, by, at: now });
  if (outcome.kind !== 'published') throw new Error(outcome.kind);
  return outcome.version;
}
