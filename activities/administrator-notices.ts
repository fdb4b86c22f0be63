import { listAdministratorUnits } from '../db/repositories/administrators.ts';
import { addNotices } from '../db/repositories/notices.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Instant } from '../domain/time/instant.ts';

export interface AdministratorNotice {
  /** What it is about: told once, however often it is tried. */
  readonly subjectKey: string;
  readonly text: string;
  readonly at: Instant;
}

/** Tells the system administrators of every province and of every unit that names one; answers how many units. */
export async function tellAdministrators(
  { database, units }: { readonly database: Database; readonly units: UnitDirectory },
  { subjectKey, text, at }: AdministratorNotice,
): Promise<number> {
  const provinces = [...(await units.tree()).values()].filter(({ level }) => level === 'province');
  const told = new Set([...provinces.map(({ code }) => code), ...(await listAdministratorUnits(database))]);
  await addNotices(
    database,
    [...told].map((unitCode) => ({
      ...{ dedupeKey: `${subjectKey}/${unitCode}`, unitCode, subjectKey, text, createdAt: at },
      role: 'system_administrator',
      kind: 'calendar',
      urgency: 'normal',
    })),
  );
  return told.size;
}
