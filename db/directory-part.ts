import type { Directory } from '../domain/directory/recipients.ts';
import { personsByUnit } from '../domain/directory/person.ts';
import { stationInForce } from '../domain/directory/station-contacts.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Unit, UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { isWithin, pathOf } from '../domain/units/unit-tree.ts';
import type { Executor } from './database.ts';
import type { StoredPerson } from './repositories/directory.ts';
import { listPersonsOfUnits } from './repositories/directory.ts';
import { listSuccessions } from './repositories/station-contacts.ts';

/** The directory of a unit and those below it, up to the province, so that it can be said who is told instead. */
export interface DirectoryPart {
  readonly directory: Directory;
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
  const units = [...tree.values()].filter(
    ({ code }) => isWithin(tree, code, top) && stationInForce(code, day, successionOf) === code,
  );
  const codes = new Set([...units, ...pathOf(tree, top)].map(({ code }) => code));
  const persons = await listPersonsOfUnits(executor, [...codes]);
  return { directory: { tree, personsOf: personsByUnit(persons) }, units, persons };
}
