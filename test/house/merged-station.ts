import { sampleContacts } from '../../commands/sample-directory.ts';
import type { Database } from '../../db/database.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import type { Succession } from '../../domain/directory/station-contacts.ts';
import { instantAt, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

/** Enters the merger of a station whose contacts are not entered yet. */
export async function mergeStation(owner: Database, merged: UnitCode, succession: Succession): Promise<void> {
  const [sample] = sampleContacts(succession.since);
  if (sample === undefined) throw new Error('the sample has stations');
  const contacts = { ...sample, unitCode: merged };
  const change = { by: 'test', at: instantAt(succession.since, parseTimeOfDay('00:00')) };
  await changeContacts(owner, { ...contacts, succession, version: 0 }, change);
}
