import { connectDatabase } from '../db/database.ts';
import { seedCalendars } from '../db/repositories/calendar-publications.ts';
import { addPerson } from '../db/repositories/directory.ts';
import { changeContacts } from '../db/repositories/station-contacts.ts';
import { saveUnits } from '../db/repositories/units.ts';
import type { Instant } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { KeyRing } from '../platform/key-ring.ts';
import { sampleContacts, samplePersons } from './sample-directory.ts';
import { sampleUnits } from './sample-units.ts';

/** Fills a database with what a demonstration needs: invented stations and people, the calendars of the product. */
export async function seedSamples(url: string, keyRing: KeyRing, now: Instant): Promise<void> {
  const owner = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing });
  try {
    await saveUnits(owner, sampleUnits);
    await seedCalendars(owner, now);
    const change = { by: 'sample', at: now };
    const confirmedOn = localDateOf(now);
    // What is there stays as somebody has changed it.
    for (const person of samplePersons(confirmedOn)) await addPerson(owner, person, change);
    for (const contacts of sampleContacts(confirmedOn)) {
      await changeContacts(owner, { ...contacts, version: 0 }, change);
    }
  } finally {
    await owner.close();
  }
}
