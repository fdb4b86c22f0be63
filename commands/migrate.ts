import { connectDatabase } from '../db/database.ts';
import { seedCalendars } from '../db/repositories/calendar-publications.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { runCommand } from './run-command.ts';

/** Brings a configured Postgres to the newest schema: `npm run migrate`. The embedded one is migrated when it starts. */
await runCommand(async () => {
  const { adminUrl, url = adminUrl } = loadConfig().postgres;
  const owner = adminUrl ?? url;
  if (owner === undefined) {
    throw new Error(
      '请设置 TONGBAN_POSTGRES_ADMIN_URL（数据库属主的连接地址）；内置数据库在 npm start 时自动迁移。',
    );
  }
  await migrateDatabase(owner);
  const database = connectDatabase({ url: owner, role: 'owner', maxConnections: 1 });
  try {
    await seedCalendars(database, systemClock.now());
  } finally {
    await database.close();
  }
  console.log('数据库结构已是最新。');
});
