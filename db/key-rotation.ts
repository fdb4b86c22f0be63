import type { SQL } from 'drizzle-orm';
import { and, asc, eq, getTableColumns, is, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { PgTable } from 'drizzle-orm/pg-core';
import type { KeyId } from '../platform/key-ring.ts';
import type { Executor } from './database.ts';
import { applicantIdSubject } from './repositories/applications.ts';
import * as schema from './schema/index.ts';
import { openRow, sealChange, sealedTableOf } from './sealed-rows.ts';

/** How many values somewhere a key is needed for. */
export interface KeyUse {
  readonly purpose: 'encryption' | 'search';
  /** `table.column`, or the object store. */
  readonly place: string;
  readonly key: KeyId;
  readonly values: number;
  /** Turned to another key; or needing this one until they are gone, since what they are hashes of is kept nowhere. */
  readonly kept: 'turned' | 'until_gone';
}

/** Every table with personal data, as the schema says. */
export const sealedTables: readonly PgTable[] = (Object.values(schema) as unknown[])
  .filter((value) => is(value, PgTable))
  .filter((table) => sealedTableOf(table).sealedFields.size > 0);

/** Columns by which sealed ones are found. */
const searched = [
  {
    table: schema.applications,
    hash: schema.applications.applicantIdHash,
    hashOf: (
      { applicantIdNumber, applicantIdHash }: Readonly<Record<string, unknown>>,
      { keys }: Executor,
    ) => ({
      // Retention takes the hash away and leaves a word in the number's place.
      applicantIdHash:
        applicantIdHash === null ? null : keys.searchHash(applicantIdSubject, String(applicantIdNumber)),
    }),
  },
];

/** Hashes of what stands on paper alone, or in a request. */
const untilGone: readonly { readonly table: PgTable; readonly hash: PgColumn }[] = [
  { table: schema.papers, hash: schema.papers.codeHash },
  { table: schema.certificates, hash: schema.certificates.checkCodeHash },
  { table: schema.idempotencyKeys, hash: schema.idempotencyKeys.key },
];

const keyIn = (column: PgColumn) => sql<KeyId>`encode(substring(${column} from 2 for 4), 'hex')`;
const keyInHash = (column: PgColumn) => sql<KeyId>`split_part(${column}, '.', 1)`;

/** Which keys what the database keeps needs. */
export async function listKeyUse(executor: Executor): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  const count = async (
    of: Pick<KeyUse, 'purpose' | 'kept'>,
    table: PgTable,
    column: PgColumn,
    key: SQL<KeyId>,
  ) => {
    const rows = await executor
      .select({ key, values: sql<number>`count(*)::integer` })
      .from(table)
      .where(sql`${column} is not null`)
      .groupBy(sql`1`);
    uses.push(...rows.map((row) => ({ ...of, place: `${nameOf(table)}.${column.name}`, ...row })));
  };
  for (const table of sealedTables) {
    for (const column of sealedTableOf(table).sealedFields.values()) {
      await count({ purpose: 'encryption', kept: 'turned' }, table, column, keyIn(column));
    }
  }
  for (const { table, hash } of searched) {
    await count({ purpose: 'search', kept: 'turned' }, table, hash, keyInHash(hash));
  }
  for (const { table, hash } of untilGone) {
    await count({ purpose: 'search', kept: 'until_gone' }, table, hash, keyInHash(hash));
  }
  return uses;
}

const batchSize = 100;

/**
 * Seals every row of a table anew that does not use the primary keys, each in a transaction of its own: killed at any
 * point, the next run goes on with what is left. Answers of how many rows.
 */
export async function resealTable(
  executor: Executor,
  table: PgTable,
  tell: (rows: number) => void = () => undefined,
): Promise<number> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const keyFields = Object.fromEntries(
    sealedTableOf(table).keyFields.map((field) => [field, getColumn(columns, field)]),
  );
  const keyColumns = Object.values(keyFields);
  let rows = 0;
  let last: Record<string, unknown> | undefined;
  for (;;) {
    const after: SQL | undefined =
      last && sql`(${sql.join(keyColumns, comma)}) > (${sql.join(paramsOf(keyFields, last), comma)})`;
    const batch: Record<string, unknown>[] = await executor
      .select(keyFields)
      .from(table)
      .where(and(isStale(executor, table), after))
      .orderBy(...keyColumns.map((column) => asc(column)))
      .limit(batchSize);
    for (const key of batch) await resealRow(executor, table, key);
    rows += batch.length;
    if (batch.length > 0) tell(rows);
    if (batch.length < batchSize) return rows;
    last = batch.at(-1);
  }
}

async function resealRow(executor: Executor, table: PgTable, key: Record<string, unknown>): Promise<void> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const { sealedFields } = sealedTableOf(table);
  const isRow = and(...Object.entries(key).map(([field, value]) => eq(getColumn(columns, field), value)));
  await executor.transaction(async (transaction) => {
    const [stored] = await transaction.select().from(table).where(isRow).for('update');
    // Gone meanwhile: a draft was submitted.
    if (stored === undefined) return;
    const opened = openRow(transaction, table, stored) as Record<string, unknown>;
    const fields = Object.fromEntries([...sealedFields.keys()].map((field) => [field, opened[field]]));
    const hashes = searched
      .filter((each) => each.table === table)
      .map(({ hashOf }) => hashOf(opened, transaction));
    await transaction
      .update(table)
      .set(Object.assign(sealChange(transaction, table, key, fields), ...hashes) as Record<string, unknown>)
      .where(isRow);
  });
}

function isStale({ keys }: Executor, table: PgTable): SQL | undefined {
  const { encryption, search } = keys.content();
  return or(
    ...[...sealedTableOf(table).sealedFields.values()].map(
      (column) => sql`${column} is not null and ${keyIn(column)} <> ${encryption.primary}`,
    ),
    ...searched
      .filter((each) => each.table === table)
      .map(({ hash }) => sql`${hash} is not null and ${keyInHash(hash)} <> ${search.primary}`),
  );
}

/**
 * Runs `work` with every key that what is stored needs, while nobody can write with another: writers wait until it ends.
 */
export function holdingWriters<T>(
  executor: Executor,
  work: (uses: readonly KeyUse[], transaction: Executor) => Promise<T>,
): Promise<T> {
  return executor.transaction(async (transaction) => {
    const tables = new Set([...sealedTables, ...untilGone.map(({ table }) => table)]);
    const names = [...tables].map((table) => sql.identifier(nameOf(table)));
    await transaction.execute(sql`lock table ${sql.join(names, comma)} in share mode`);
    return work(await listKeyUse(transaction), transaction);
  });
}

const comma = sql`, `;

function paramsOf(
  columns: Readonly<Record<string, PgColumn>>,
  row: Readonly<Record<string, unknown>>,
): SQL[] {
  return Object.entries(columns).map(
    ([field, column]) => sql`${row[field]}::${sql.raw(column.getSQLType())}`,
  );
}

export function nameOf(table: PgTable): string {
  return sealedTableOf(table).name;
}

function getColumn(columns: Readonly<Record<string, PgColumn>>, field: string): PgColumn {
  const column = columns[field];
  if (column === undefined) throw new Error(`no column ${field}`);
  return column;
}
