import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connectTemporalClient } from '../temporal/client-connection.ts';
import { ensureNamespace } from '../temporal/namespace.ts';
import { startChild, waitUntilReady } from './child.ts';
import { findFreePort } from './free-port.ts';
import { stopOrphan } from './orphan.ts';
import type { Progress } from './progress.ts';
import { getTemporalCli } from './temporal-binaries.ts';

const startTimeoutMs = 60_000;

interface TemporalOptions {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly namespace: string;
  readonly progress: Progress;
  readonly cliPath?: string;
  /** A free one if left out or 0. */
  readonly port?: number;
  /** `none`: without the web pages. A free port if left out or 0. */
  readonly uiPort?: number | 'none';
  /** `memory`: nothing is kept; for tests. */
  readonly storage?: 'file' | 'memory';
  /** Further settings of the server, as JSON values by name. */
  readonly dynamicConfig?: Readonly<Record<string, unknown>>;
}

/** A running Temporal dev server of our own. */
export interface EmbeddedTemporal {
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl?: string;
  readonly version: string;
  readonly source: string;
  readonly pid: number;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A task that fails twice has a problem that operators should see; the server's own five take it a minute. */
const problemsConfig = { 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 2 };

/**
 * One partition a task queue instead of four: on one node it saves 17 % of the CPU time of a case and at saturation
 * brings the first task of a case from 3.3 to 0.9 s (p95). The version check would call a host on the internet.
 */
const oneNodeConfig = {
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'frontend.enableServerVersionCheck': false,
  ...problemsConfig,
};

/** Without a write-ahead log a case costs 40 % more CPU time. Neither setting lost an acknowledged start on kill -9. */
const storageArgs = (databaseFile: string) => [
  ...['--db-filename', databaseFile],
  ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
];

const configArgs = (config: Readonly<Record<string, unknown>>) =>
  Object.entries(config).flatMap(([name, value]) => [
    '--dynamic-config-value',
    `${name}=${JSON.stringify(value)}`,
  ]);

async function stopOrphanOn(pidFile: string, databaseFile: string): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (pid > 0) await stopOrphan({ pid, marker: `--db-filename ${databaseFile} `, signal: 'SIGTERM' });
}

/** Resolves when the server answers and the namespace is as we want it. */
async function reachNamespace(address: string, namespace: string): Promise<true> {
  const { client, close } = await connectTemporalClient({ address, namespace, tls: 'off' });
  try {
    await ensureNamespace(client);
    return true;
  } finally {
    await close();
  }
}

/**
 * Starts the Temporal CLI's dev server on the loopback interface, with its database in `dataDir`, which a second
 * start finds again, and a namespace that keeps closed histories for 90 days. A server that a killed start has left
 * on the same database is stopped first: two would corrupt it.
 * @throws {UnavailablePartError} when there is no Temporal CLI and none can be fetched.
 */
export async function startEmbeddedTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  const { namespace, cacheDir, progress, cliPath } = options;
  const configured = cliPath === undefined ? {} : { configuredPath: cliPath };
  const cli = await getTemporalCli({ cacheDir, progress, ...configured });
  await mkdir(path.join(options.dataDir, 'temporal'), { recursive: true, mode: 0o700 });
  const dataDir = await realpath(options.dataDir);
  const homeDir = path.join(dataDir, 'temporal');
  const databaseFile = path.join(homeDir, 'temporal.db');
  const pidFile = path.join(homeDir, 'server.pid');
  await stopOrphanOn(pidFile, databaseFile);
  const port = options.port || (await findFreePort());
  const uiPort = options.uiPort === 'none' ? undefined : options.uiPort || (await findFreePort());
  const child = await startChild({
    name: 'Temporal',
    command: cli.path,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
      ...(options.storage === 'memory' ? [] : storageArgs(databaseFile)),
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
      ...configArgs({ ...oneNodeConfig, ...options.dynamicConfig }),
      ...['--namespace', namespace],
    ],
    env: { PATH: '/usr/bin:/bin', HOME: homeDir },
    cwd: homeDir,
    logFile: path.join(dataDir, 'logs', 'temporal.log'),
    stopSignal: 'SIGTERM',
  });
  await writeFile(pidFile, String(child.pid));
  const address = `127.0.0.1:${port}`;
  const wait = { name: 'Temporal', timeoutMs: startTimeoutMs };
  await waitUntilReady(child, () => reachNamespace(address, namespace), wait);
  return {
    address,
    namespace,
    ...(uiPort === undefined ? {} : { uiUrl: `http://127.0.0.1:${uiPort}` }),
    version: cli.version,
    source: cli.source,
    pid: child.pid,
    ended: child.ended,
    stop: async () => {
      await child.stop();
      await rm(pidFile, { force: true });
    },
  };
}
