import { chown, cp, mkdir, rm, stat, writeFile, appendFile } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import type { EmbeddedPostgres } from '../../../platform/embedded/postgres.ts';
import { startEmbeddedPostgres } from '../../../platform/embedded/postgres.ts';
import { runCommand } from '../../../platform/embedded/run-command.ts';
import { waitFor } from '../../../platform/wait-for.ts';

/** A Postgres whose log is archived, with a base backup of its beginning. */
export interface BackedUpPostgres {
  readonly url: string;
  /** The server's own time, to the microsecond, by which it puts its commits in order. */
  now(): Promise<string>;
  /** What was committed by now can be restored. */
  archive(): Promise<void>;
  /** Makes another server of the backup, as it was at a time of `now`, or at `the_end` of the archived log. */
  restore(name: string, to: string): Promise<EmbeddedPostgres>;
  stop(): Promise<void>;
}

const clusterOf = (dataDir: string) => path.join(dataDir, 'postgres');

/** Starts a Postgres as `docs/backup.md` has it run: each segment of the log is copied as soon as it is full. */
export async function startBackedUpPostgres(dir: string): Promise<BackedUpPostgres> {
  const dataDir = path.join(dir, 'primary');
  const archiveDir = path.join(dir, 'archive');
  const baseDir = path.join(dir, 'base');
  const fresh = await startEmbeddedPostgres({ dataDir });
  await mkdir(archiveDir);
  const { uid, gid } = await stat(clusterOf(dataDir));
  await chown(archiveDir, uid, gid);
  await statement(fresh.url, 'alter system set archive_mode = on');
  await statement(fresh.url, `alter system set archive_command = 'cp %p ${archiveDir}/%f'`);
  await fresh.stop();
  const server = await startEmbeddedPostgres({ dataDir });
  await baseBackup(server.url, clusterOf(dataDir), baseDir);

  return {
    url: server.url,
    async now() {
      const [row] = await statement(server.url, 'select clock_timestamp()::text as now');
      return String(row?.['now']);
    },
    async archive() {
      const [row] = await statement(server.url, 'select pg_walfile_name(pg_switch_wal()) as file');
      const isArchived = async () => {
        const [archiver] = await statement(
          server.url,
          `select last_archived_wal >= '${String(row?.['file'])}' as done from pg_stat_archiver`,
        );
        return archiver?.['done'] === true;
      };
      await waitFor(isArchived, { timeoutMs: 60_000, what: 'the log to be archived' });
    },
    async restore(name, to) {
      const restoredDir = path.join(dir, name);
      await mkdir(restoredDir, { mode: 0o711 });
      await cp(path.join(dataDir, 'postgres-password'), path.join(restoredDir, 'postgres-password'));
      await copyTree(baseDir, clusterOf(restoredDir));
      const settings = [
        `restore_command = 'cp ${archiveDir}/%f %p'`,
        `archive_mode = off`,
        ...(to === 'the_end' ? [] : [`recovery_target_time = '${to}'`, `recovery_target_action = 'promote'`]),
      ];
      await appendFile(path.join(clusterOf(restoredDir), 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
      const signal = path.join(clusterOf(restoredDir), 'recovery.signal');
      await writeFile(signal, '');
      await chown(signal, uid, gid);
      const restored = await startEmbeddedPostgres({ dataDir: restoredDir });
      const isWhole = async () => {
        const [row] = await statement(restored.url, 'select pg_is_in_recovery() as recovering');
        return row?.['recovering'] === false;
      };
      await waitFor(isWhole, { timeoutMs: 60_000, what: 'the recovery' });
      return restored;
    },
    stop: () => server.stop(),
  };
}

/** Copies the files of a running cluster between the two calls that make of the copy a backup. */
async function baseBackup(url: string, cluster: string, into: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_backup_start('base', fast => true)`;
    await copyTree(cluster, into);
    const [stopped] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop()`;
    await writeFile(path.join(into, 'backup_label'), stopped?.labelfile ?? '');
  } finally {
    await sql.end();
  }
  await rm(path.join(into, 'postmaster.pid'), { force: true });
  await rm(path.join(into, 'pg_wal'), { recursive: true });
  const { uid, gid } = await stat(cluster);
  for (const made of ['pg_wal', path.join('pg_wal', 'archive_status')]) {
    await mkdir(path.join(into, made), { mode: 0o700 });
    await chown(path.join(into, made), uid, gid);
  }
  await chown(path.join(into, 'backup_label'), uid, gid);
}

/** With owners and rights; what vanishes meanwhile is of no interest to a recovery. */
async function copyTree(from: string, to: string): Promise<void> {
  await runCommand('cp', ['-a', from, to]);
}

async function statement(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}
