import { connectDatabase } from '../db/database.ts';
import { seedCalendars } from '../db/repositories/calendar-publications.ts';
import { systemClock } from '../platform/clock.ts';
import { migrateRecorded } from './migrate-recorded.ts';
import { ownerUrl } from './owner-url.ts';
import { runCommand } from './run-command.ts';

/** Brings a configured Postgres to the newest schema: `npm run migrate`. The embedded one is migrated when it starts. */
await runCommand(async () => {
  const owner = ownerUrl();
  await migrateRecorded(owner);
  const database = connectDatabase({ url: owner, role: 'owner', maxConnections: 1 });
  try {
    await seedCalendars(database, systemClock.now());
  } finally {
    await database.close();
  }
  console.log('数据库结构已是最新。');
});
