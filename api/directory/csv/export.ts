import { listPersonsOfUnits } from '../../../db/repositories/directory.ts';
import { listContacts } from '../../../db/repositories/station-contacts.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { getUnit, unitsWithin } from '../../../domain/units/unit-tree.ts';
import { listUnits } from '../../../db/repositories/units.ts';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import { contentOf } from '../../../domain/units/unit-content.ts';
import { mayKeepUnit } from '../../../domain/units/unit-keepers.ts';
import type { Reading } from '../persons.ts';
import { contactsColumns } from './contacts-columns.ts';
import { personColumns } from './person-columns.ts';
import { tableOf } from './table.ts';
import { unitsColumns } from './units-columns.ts';

/** The entries of a unit and those below it that have not ended, as a table. */
export async function exportPersons({ executor, tree, today }: Reading, top: UnitCode): Promise<string> {
  const persons = await listPersonsOfUnits(executor, unitsWithin(tree, top));
  const rows = persons
    .filter(({ validUntil }) => validUntil === null || validUntil >= today)
    .map((person) => ({ ...person, unitName: getUnit(tree, person.unitCode).name }));
  return tableOf(personColumns, rows);
}

/** The contacts of the stations of a unit, as a table. */
export async function exportContacts({ executor, tree }: Reading, top: UnitCode): Promise<string> {
  const stations = unitsWithin(tree, top)
    .map((code) => getUnit(tree, code))
    .filter(({ level }) => level === 'station')
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  const codes = stations.map(({ code }) => code);
  const byUnit = new Map((await listContacts(executor, codes)).map((each) => [each.unitCode, each]));
  const rows = stations.map(({ code, name }) => {
    const blank = {
      dutyTelephone: null,
      faxNumbers: [],
      groupRobotUrl: null,
      succession: null,
      closure: null,
    };
    const contacts = byUnit.get(code) ?? { unitCode: code, lastConfirmedOn: null, ...blank };
    return { ...contacts, unitName: name };
  });
  return tableOf(contactsColumns, rows);
}

/** The units that somebody keeps, as a table. */
export async function exportUnits({ executor, tree }: Reading, keeper: Keeper): Promise<string> {
  const kept = (await listUnits(executor))
    .filter((unit) => mayKeepUnit(tree, keeper, unit, 'known'))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  return tableOf(unitsColumns, kept.map(contentOf));
}
