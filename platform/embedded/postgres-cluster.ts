import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { invocationAs, type RunAs } from './run-as.ts';
import { runCommand } from './run-command.ts';

/** The role that owns the cluster, and the database that it makes. */
export const ownerName = 'tongban';

const passwordBytes = 32;

async function giveTo(runAs: RunAs, file: string): Promise<void> {
  if (runAs.kind === 'user') await chown(file, runAs.uid, runAs.gid);
}

interface ClusterOptions {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly clusterDir: string;
  readonly passwordFile: string;
}

/**
 * Initialises a cluster: UTF-8; code point order with Unicode's character classes from Postgres itself, so that
 * neither sorting nor matching of Han text hangs on the system's locales; a random password, no socket, no trust.
 * It becomes visible by a rename when it is whole: a start that was killed meanwhile begins again.
 */
async function initialiseCluster({
  binaries,
  runAs,
  clusterDir,
  passwordFile,
}: ClusterOptions): Promise<void> {
  const unfinishedDir = `${clusterDir}.unfinished`;
  const handedFile = `${clusterDir}.password`;
  await rm(unfinishedDir, { recursive: true, force: true });
  await mkdir(unfinishedDir, { mode: 0o700 });
  await giveTo(runAs, unfinishedDir);
  const password = randomBytes(passwordBytes).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await writeFile(handedFile, password, { mode: 0o600 });
    await giveTo(runAs, handedFile);
    const { command, args, ...user } = invocationAs(runAs, binaries.initdb, [
      ...['--pgdata', unfinishedDir, '--username', ownerName, '--pwfile', handedFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--data-checksums'],
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
    ]);
    await runCommand(command, args, { ...user, cwd: unfinishedDir });
  } finally {
    await rm(handedFile, { force: true });
  }
  await rename(unfinishedDir, clusterDir);
}

/**
 * Makes the cluster, or finds the existing one, and gives the owner's password.
 * @throws {Error} when the cluster is of another major version or its password file is gone.
 */
export async function prepareCluster(options: ClusterOptions): Promise<string> {
  const { clusterDir, passwordFile, binaries } = options;
  if (!existsSync(clusterDir)) await initialiseCluster(options);
  const version = (await readFile(path.join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  if (!binaries.version.startsWith(`${version}.`)) {
    throw new Error(`${clusterDir} 是 Postgres ${version} 的数据：请先用 pg_upgrade 升级，或改用该版本。`);
  }
  if (!existsSync(passwordFile)) {
    throw new Error(`缺少数据库密码文件 ${passwordFile}：请从备份恢复它，它与 ${clusterDir} 须一同备份。`);
  }
  return readFile(passwordFile, 'utf8');
}
