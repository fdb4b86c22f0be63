import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig } from 'drizzle-orm/pg-core';
import type { KeyRing } from '../platform/key-ring.ts';
import type { Sealed } from './schema/columns.ts';
import { sealedTypes } from './schema/columns.ts';

type OpenedValue<Value> = Value extends Sealed<infer Plain> ? Plain : Value;

/** A row as the program works with it: what is stored sealed is open. */
export type Opened<Row> = { [Field in keyof Row]: OpenedValue<Row[Field]> };

/** What is read of a row is opened under the names of its table; under another it stays sealed. */
type OpenedOf<Table extends PgTable, Row> = {
  [Field in keyof Row]: Field extends keyof Table['$inferSelect'] ? OpenedValue<Row[Field]> : Row[Field];
};

/** What a table's rows are sealed by. Fields are named as in the code, columns as in Postgres. */
export interface SealedTable {
  readonly name: string;
  readonly keyFields: readonly string[];
  readonly sealedFields: ReadonlyMap<string, PgColumn>;
}

interface WithKeys {
  readonly keys: KeyRing;
}

/** Seals a row that is going to be written. */
export function sealRow<Table extends PgTable>(
  { keys }: WithKeys,
  table: Table,
  row: Opened<Table['$inferInsert']>,
): Table['$inferInsert'] {
  return sealFields(keys, table, row, row);
}

/** Seals what is going to be written over fields of the row that `key` names, by its whole primary key. */
export function sealChange<Table extends PgTable>(
  { keys }: WithKeys,
  table: Table,
  key: object,
  change: { readonly [Field in keyof Table['$inferInsert']]?: OpenedValue<Table['$inferInsert'][Field]> },
): { [Field in keyof Table['$inferInsert']]?: Table['$inferInsert'][Field] } {
  return sealFields(keys, table, key, change);
}

/** Opens a row, or some fields of one: its primary key must be among them. */
export function openRow<Table extends PgTable, Row extends object>(
  { keys }: WithKeys,
  table: Table,
  row: Row,
): OpenedOf<Table, Row> {
  const { sealedFields } = sealedTableOf(table);
  const opened = { ...row } as Record<string, unknown>;
  for (const [field, column] of sealedFields) {
    const value = opened[field];
    if (value === undefined || value === null) continue;
    const plain = keys.open(value as Uint8Array, contextOf(table, column, row));
    opened[field] =
      column.getSQLType() === sealedTypes.json ? JSON.parse(Buffer.from(plain).toString()) : plain;
  }
  return opened as OpenedOf<Table, Row>;
}

/** {@link openRow} for each of some rows. */
export function openRows<Table extends PgTable, Row extends object>(
  holder: WithKeys,
  table: Table,
  rows: readonly Row[],
): OpenedOf<Table, Row>[] {
  return rows.map((row) => openRow(holder, table, row));
}

function sealFields(keys: KeyRing, table: PgTable, key: object, fields: object): Record<string, unknown> {
  const sealed = { ...fields } as Record<string, unknown>;
  for (const [field, column] of sealedTableOf(table).sealedFields) {
    const value = sealed[field];
    if (value === undefined || value === null) continue;
    const plain =
      column.getSQLType() === sealedTypes.json ? Buffer.from(JSON.stringify(value)) : (value as Uint8Array);
    sealed[field] = keys.seal(plain, contextOf(table, column, key));
  }
  return sealed;
}

/** Whose the value is, and what of it: it does not open in another row or column. */
function contextOf(table: PgTable, column: PgColumn, row: object): string {
  const { name, keyFields } = sealedTableOf(table);
  const key = keyFields.map((field) => {
    const value = (row as Record<string, unknown>)[field];
    if (value === undefined) throw new Error(`a sealed value of ${name} needs the field ${field} of its row`);
    return value;
  });
  return JSON.stringify([name, column.name, ...key]);
}

const known = new WeakMap<PgTable, SealedTable>();

/** Which fields of a table are sealed, and the primary key that they are sealed for. */
export function sealedTableOf(table: PgTable): SealedTable {
  const before = known.get(table);
  if (before !== undefined) return before;
  const { name, primaryKeys } = getTableConfig(table);
  const columns = Object.entries(getTableColumns(table)) as [string, PgColumn][];
  const composed: readonly string[] | undefined = primaryKeys[0]?.columns.map((column) => column.name);
  const isKey = (column: PgColumn) => composed?.includes(column.name) ?? column.primary;
  const types: readonly string[] = Object.values(sealedTypes);
  const described = {
    name,
    keyFields: columns.filter(([, column]) => isKey(column)).map(([field]) => field),
    sealedFields: new Map(columns.filter(([, column]) => types.includes(column.getSQLType()))),
  };
  known.set(table, described);
  return described;
}
