import type { Directory } from '../domain/directory/recipients.ts';
import { personsByUnit } from '../domain/directory/person.ts';
import type { Workplaces } from '../domain/directory/workplace.ts';
import { contactsByUnit, officeOn, stationInForce, stationOn } from '../domain/directory/station-contacts.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Unit, UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit, isWithin, pathOf, unitsWithin } from '../domain/units/unit-tree.ts';
import type { Executor } from './database.ts';
import { readPolicyOfUnit } from './policy-of-unit.ts';
import type { StoredPerson } from './repositories/directory.ts';
import { listPersonsOfUnits } from './repositories/directory.ts';
import { listContacts, listMovedStations, listSuccessions } from './repositories/station-contacts.ts';

/** The directory without the channels, which are no matter of storage. */
export type StoredDirectory = Omit<Directory, 'escalationChannels'>;

/** The directory of a unit and those below it, up to the province, so that it can be said who is told instead. */
export interface DirectoryPart {
  readonly directory: StoredDirectory;
  /** The unit and those below it, without stations that were merged away: nobody is needed there. */
  readonly units: readonly Unit[];
  readonly persons: readonly StoredPerson[];
}

/** Reads a part of the directory as it is needed on a day. */
export async function readDirectoryPart(
  executor: Executor,
  tree: UnitTree,
  top: UnitCode,
  day: PlainDate,
): Promise<DirectoryPart> {
  const successions = await listSuccessions(executor);
  const successionOf = (code: UnitCode) => successions.get(code) ?? null;
  const units = unitsWithin(tree, top)
    .filter((code) => stationInForce(code, day, successionOf) === code)
    .map((code) => getUnit(tree, code));
  const moved = contactsByUnit(await listMovedStations(executor));
  const offices = units.map(({ code }) => officeOn(code, day, moved)).filter((code) => tree.has(code));
  const paths = [top, ...offices.filter((code) => !isWithin(tree, code, top))].flatMap((code) =>
    pathOf(tree, code),
  );
  const codes = new Set([...units, ...paths].map(({ code }) => code).concat(offices));
  const persons = await listPersonsOfUnits(executor, [...codes]);
  const contacts = await listContacts(executor, [...codes]);
  const policyOf = await readPolicyOfUnit(executor, tree, [...codes]);
  const directory = {
    tree,
    personsOf: personsByUnit(persons),
    contactsOf: contactsByUnit(contacts),
    freshnessOf: (code: UnitCode) => policyOf(code).freshness,
  };
  return { directory, units, persons };
}

/** Reads what says where the work of stations is done. */
export async function readWorkplaces(executor: Executor, tree: UnitTree): Promise<Workplaces> {
  return { tree, contactsOf: contactsByUnit(await listMovedStations(executor)) };
}

/** Reads what is needed to say who is told for some units on a day: where their work is done, and who stands above. */
export async function readDirectoryFor(
  executor: Executor,
  tree: UnitTree,
  wanted: readonly UnitCode[],
  day: PlainDate,
): Promise<Pick<DirectoryPart, 'directory' | 'persons'>> {
  const contactsOf = contactsByUnit(await listMovedStations(executor));
  const places = wanted.flatMap((code) => [
    ...[code, stationOn(code, day, contactsOf), officeOn(code, day, contactsOf)],
  ]);
  const codes = places.filter((code) => tree.has(code)).flatMap((code) => pathOf(tree, code));
  const units = [...new Set(codes.map(({ code }) => code))];
  const persons = await listPersonsOfUnits(executor, units);
  const policyOf = await readPolicyOfUnit(executor, tree, units);
  const freshnessOf = (code: UnitCode) => policyOf(code).freshness;
  return { directory: { tree, personsOf: personsByUnit(persons), contactsOf, freshnessOf }, persons };
}
