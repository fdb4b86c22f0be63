import postgres from 'postgres';
import { sampleUnits } from '../../commands/sample-units.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedCalendars } from '../../db/repositories/calendar-publications.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { systemClock } from '../../platform/clock.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

/**
 * Makes a database of which houses get copies: migrated, with the sample units and these calendars in force. Nobody
 * stays connected to it.
 */
export async function createHouseTemplate(
  postgresUrl: string,
  { name, calendars }: { readonly name: string; readonly calendars: readonly unknown[] },
): Promise<string> {
  const server = postgres(postgresUrl, { max: 1 });
  await server.unsafe(`create database ${name}`);
  await server.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  const owner = connectDatabase({ url: url.href, role: 'owner', maxConnections: 1, keyRing: testKeyRing });
  await saveUnits(owner, sampleUnits);
  await seedCalendars(owner, systemClock.now(), calendars);
  await owner.close();
  return url.href;
}
