import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { waitFor } from '../wait-for.ts';
import { startChild, waitUntilReady, type Child } from './child.ts';
import { findFreePort } from './free-port.ts';
import { stopOrphan } from './orphan.ts';
import { getPostgresBinaries } from './postgres-binaries.ts';
import { ownerName, prepareCluster } from './postgres-cluster.ts';
import { chooseRunAs, invocationAs } from './run-as.ts';

const startTimeoutMs = 60_000;
const oldMemoryTimeoutMs = 30_000;

interface PostgresOptions {
  /** The data directory; the cluster is `postgres/` in it. */
  readonly dataDir: string;
  /** A free one if left out or 0. */
  readonly port?: number;
  readonly binDir?: string;
  /** `ephemeral`: nothing is flushed to disk; for tests, whose directory goes away with them. */
  readonly durability?: 'durable' | 'ephemeral';
}

/** A running Postgres of our own. */
export interface EmbeddedPostgres {
  /** With the owner's password: a secret. The owner is a superuser, whom row-level security does not bind. */
  readonly url: string;
  readonly port: number;
  readonly version: string;
  readonly source: string;
  readonly pid: number;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Ends the postmaster that a killed start has left on this cluster; its id is the first line of its own file. Where
 * that id is now another program's (usual in a restarted container) the file goes, as Postgres would wait for it.
 */
async function stopOrphanOn(clusterDir: string): Promise<void> {
  const pidFile = path.join(clusterDir, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (pid <= 0) return;
  const outcome = await stopOrphan({ pid, marker: `-D ${clusterDir} `, signal: 'SIGINT' });
  if (outcome === 'none' && isRunning(pid)) await rm(pidFile, { force: true });
}

const ephemeralSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Neither a failing statement nor the detail of an error is logged: both quote rows, which are personal data. */
const settingsOf = (port: number, durability: 'durable' | 'ephemeral') => [
  ...[`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='],
  ...['timezone=UTC', 'log_min_error_statement=panic', 'log_error_verbosity=terse'],
  ...(durability === 'ephemeral' ? ephemeralSettings : []),
];

/** Makes the product's database where it is missing; resolves when the server answers. */
async function reachDatabase(urlOf: (database: string) => string): Promise<true> {
  const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => undefined });
  try {
    const rows = await sql`select 1 from pg_database where datname = ${ownerName}`;
    if (rows.length === 0) await sql`create database ${sql(ownerName)}`;
    return true;
  } finally {
    await sql.end();
  }
}

/**
 * Starts the postmaster. After kill -9 of the last one its backends may hold the shared memory for a moment more;
 * Postgres then refuses to start and says so, and the start is tried again.
 */
async function startPostmaster(
  spawnPostmaster: () => Promise<Child>,
  urlOf: (database: string) => string,
): Promise<Child> {
  const attempt = async () => {
    const child = await spawnPostmaster();
    try {
      await waitUntilReady(child, () => reachDatabase(urlOf), {
        name: 'Postgres',
        timeoutMs: startTimeoutMs,
      });
      return { child };
    } catch (error) {
      return child.lastLogLines().includes('is still in use') ? undefined : { error };
    }
  };
  const outcome = await waitFor(attempt, {
    timeoutMs: oldMemoryTimeoutMs,
    what: '上一个 Postgres 释放共享内存',
  });
  if (outcome.child === undefined) throw outcome.error;
  return outcome.child;
}

/**
 * Starts Postgres 18 on the loopback interface, with its data in `dataDir`, which a second start finds again. What
 * a killed start has left running on the same data is stopped first.
 * @throws {UnavailablePartError} when there is no Postgres 18, or we are root and it cannot run as another user.
 */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await getPostgresBinaries(options.binDir === undefined ? {} : { binDir: options.binDir });
  await mkdir(options.dataDir, { recursive: true, mode: 0o711 });
  const dataDir = await realpath(options.dataDir);
  const clusterDir = path.join(dataDir, 'postgres');
  const runAs = await chooseRunAs({ program: binaries.postgres, clusterDir, parentDir: dataDir });
  await stopOrphanOn(clusterDir);
  const passwordFile = path.join(dataDir, 'postgres-password');
  const password = await prepareCluster({ binaries, runAs, clusterDir, passwordFile });
  const port = options.port || (await findFreePort());
  const urlOf = (database: string) => `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
  const settings = settingsOf(port, options.durability ?? 'durable').flatMap((setting) => ['-c', setting]);
  const spawnPostmaster = () =>
    startChild({
      name: 'Postgres',
      ...invocationAs(runAs, binaries.postgres, ['-D', clusterDir, ...settings]),
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      cwd: clusterDir,
      logFile: path.join(dataDir, 'logs', 'postgres.log'),
      stopSignal: 'SIGINT',
    });
  const child = await startPostmaster(spawnPostmaster, urlOf);
  const { pid, ended, stop } = child;
  return {
    url: urlOf(ownerName),
    port,
    version: binaries.version,
    source: binaries.source,
    pid,
    ended,
    stop,
  };
}
