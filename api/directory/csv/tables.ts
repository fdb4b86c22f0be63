import type { TSchema } from '@fastify/type-provider-typebox';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import type { Reading } from '../persons.ts';
import { contactsColumns } from './contacts-columns.ts';
import { contactsLineSchema, planContactsImport } from './import-contacts.ts';
import { personLineSchema, planPersonImport } from './import-persons.ts';
import type { ImportPlan } from './import-plan.ts';
import { planUnitsImport, unitsLineSchema } from './import-units.ts';
import type { LineValidator } from './judged-lines.ts';
import { personColumns } from './person-columns.ts';
import { lineOf, readTable } from './table.ts';
import { unitsColumns } from './units-columns.ts';

/** The tables of the directory as people edit them in a spreadsheet. */
export const directoryTables = {
  persons: { columns: personColumns, lineSchema: personLineSchema, plan: planPersonImport },
  contacts: { columns: contactsColumns, lineSchema: contactsLineSchema, plan: planContactsImport },
  units: { columns: unitsColumns, lineSchema: unitsLineSchema, plan: planUnitsImport },
} as const;

export type DirectoryTable = keyof typeof directoryTables;

export const directoryTableNames = Object.keys(directoryTables) as DirectoryTable[];

/**
 * Works out what a file would change, with all of its faults by line. `validatorOf` compiles the schema of a line.
 * @throws {Problem} 422 when it is no table.
 */
export async function planImport(
  reading: Reading,
  keeper: Keeper,
  file: { readonly table: DirectoryTable; readonly bytes: Uint8Array },
  validatorOf: (schema: TSchema) => LineValidator,
): Promise<ImportPlan> {
  const { columns, lineSchema, plan } = directoryTables[file.table];
  const { lines, faults } = await readTable<never>(file.bytes, columns);
  const planned = await plan(reading, keeper, lines, validatorOf(lineSchema));
  const all = [...faults, ...planned.faults].sort((one, other) => lineOf(one) - lineOf(other));
  return { ...planned, faults: all };
}
