import type { Database } from '../../db/database.ts';

export interface Volumes {
  readonly closed: number;
  readonly open: number;
  readonly stations: number;
  readonly databaseMb: number;
  /** Of the tables that grow with the cases, as Postgres estimates them. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What is stored, by the database itself. */
export async function readVolumes({ client: sql }: Database): Promise<Volumes> {
  const [counted] = await sql<Omit<Volumes, 'rows'>[]>`
    select (count(*) filter (where status = 'closed'))::int as closed,
      (count(*) filter (where status <> 'closed'))::int as open,
      (select count(*)::int from units where level = 'station') as stations,
      (pg_database_size(current_database()) / 1024 / 1024)::int as "databaseMb"
    from cases`;
  const tables = await sql<{ name: string; rows: number }[]>`
    select relname as name, reltuples::float8 as rows from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= 1000 order by reltuples desc`;
  if (counted === undefined) throw new Error('a count is a row');
  return { ...counted, rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])) };
}
