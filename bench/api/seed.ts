import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { samplePersons } from '../../commands/sample-directory.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import type { Database } from '../../db/database.ts';
import { seedCalendars } from '../../db/repositories/calendar-publications.ts';
import { addPerson } from '../../db/repositories/directory.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { systemClock } from '../../platform/clock.ts';
import { benchCountry } from './country.ts';
import type { TrueCase } from './read-case.ts';
import { copiedTables } from './read-case.ts';

/** What one of the threads that seed has to do. */
export interface SeedShare {
  readonly url: string;
  readonly keyRingFile: string;
  readonly trueCases: readonly TrueCase[];
  readonly keptIds: ReadonlySet<string>;
  readonly closed: number;
  readonly open: number;
  readonly share: number;
  readonly shares: number;
  readonly today: PlainDate;
}

interface SeedOptions extends Pick<SeedShare, 'url' | 'keyRingFile' | 'trueCases' | 'closed' | 'open'> {
  readonly threads: number;
  readonly tell: (line: string) => void;
}

/** Tables that grow with the cases: none of them may be read from end to end. */
export const growingTables = [
  ...copiedTables,
  ...['case_events', 'number_sequences', 'audit_entries', 'idempotency_keys'],
  ...['station_figures_accepting', 'station_figures_home'],
] as const;

const loaded = [...copiedTables, 'case_events', 'number_sequences'];

/**
 * Fills a migrated database with copies of true cases. Triggers and indexes rest while it is loaded: what triggers would
 * write is copied with the rest, and the indexes are built afterwards as the migrations define them.
 */
export async function seedCases(owner: Database, options: SeedOptions): Promise<void> {
  const { client: sql } = owner;
  const { threads, tell, closed, open } = options;
  const now = systemClock.now();
  const today = localDateOf(now);
  const change = { by: 'bench', at: now };
  const { units } = benchCountry();
  const known = new Set(units.map(({ code }) => code));
  await saveUnits(owner, [...units, ...sampleUnits.filter(({ code }) => !known.has(code))]);
  await seedCalendars(owner, now);
  const persons = samplePersons(today);
  for (const person of persons) await addPerson(owner, person, change);

  await restIndexes(owner);
  // Gigabytes of changes that nobody needs: fewer checkpoints.
  await sql`alter system set max_wal_size = '12GB'`;
  await sql`select pg_reload_conf()`;
  const keptIds = new Set<string>(persons.map(({ id }) => id));
  let made = 0;
  const seeding = Array.from({ length: threads }, async (_, share) => {
    const { url, keyRingFile, trueCases } = options;
    const workerData: SeedShare = {
      ...{ url, keyRingFile, trueCases, keptIds, closed, open, share, shares: threads, today },
    };
    const worker = new Worker(new URL('seed-worker.ts', import.meta.url), { workerData });
    worker.on('message', (count: number) => {
      made += count;
      if (made % 50_000 === 0) tell(`已写入${made}件`);
    });
    const [code] = (await once(worker, 'exit')) as [number];
    if (code !== 0) throw new Error('a thread that seeds has failed');
  });
  await Promise.all(seeding);
  tell('重建索引、统计信息…');
  await sql`set maintenance_work_mem = '1GB'`;
  for (const table of loaded) await sql`reindex table ${sql(table)}`;
  await sql`select setval(pg_get_serial_sequence('notices', 'id'), coalesce((select max(id) from notices), 1))`;
  await sql`vacuum analyze`;
  await sql`alter system reset max_wal_size`;
}

/**
 * An index that is not ready is not kept while rows come in; `reindex` builds it whole and makes it ready. It leaves
 * that of a partitioned table itself as it was, which holds nothing: `on conflict` would not find it.
 */
async function restIndexes({ client: sql }: Database): Promise<void> {
  await sql`
    update pg_index set indisready = false, indisvalid = false
    where indrelid in (
      select oid from pg_class where relname = any(${loaded}) and relkind = 'r'
      union all select inhrelid from pg_inherits i join pg_class c on c.oid = i.inhparent where c.relname = any(${loaded})
    )`;
}
