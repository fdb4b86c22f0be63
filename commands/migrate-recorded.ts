import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { appendAudit } from '../db/repositories/audit.ts';
import { commandAct } from '../domain/audit/command-act.ts';

/** Brings a database to the newest schema; where that changed it, a row of the audit names each migration. */
export async function migrateRecorded(url: string): Promise<void> {
  const applied = await migrateDatabase(url);
  if (applied.length === 0) return;
  const owner = connectDatabase({ url, role: 'owner', maxConnections: 1 });
  try {
    await appendAudit(
      owner,
      applied.map((migration) => commandAct('migrate', migration)),
    );
  } finally {
    await owner.close();
  }
}
