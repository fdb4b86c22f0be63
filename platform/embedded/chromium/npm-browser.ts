import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { runCommand } from '../run-command.ts';
import { isExecutable } from './system-browsers.ts';

/** The npm package that carries a headless shell in itself, for machines that have only Node. */
export const npmBrowserPackage = '@sparticuz/chromium';

/** A headless shell unpacked from npm, and how to get the libraries that it needs if the system has none. */
export interface NpmBrowser {
  readonly executablePath: string;
  /** Unpacks libnss3, libnspr4, libexpat and their company, and gives the folder for `LD_LIBRARY_PATH`. */
  unpackLibraries(): Promise<string>;
}

interface NpmPackage {
  readonly binDir: string;
  readonly version: string;
}

/** The package's folder. It is read as data: its code would unpack to fixed names in the shared temporary folder. */
async function findPackage(): Promise<NpmPackage | undefined> {
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(npmBrowserPackage));
  } catch {
    return undefined;
  }
  const name = path.join('node_modules', npmBrowserPackage);
  const root = entry.slice(0, entry.lastIndexOf(name) + name.length);
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8').catch(() => undefined);
  if (manifest === undefined) return undefined;
  return { binDir: path.join(root, 'bin'), version: (JSON.parse(manifest) as { version: string }).version };
}

async function unpackExecutable(packed: string, target: string): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      createWriteStream(temporary, { mode: 0o755 }),
    );
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function unpackTar(packed: string, target: string): Promise<void> {
  const temporary = await mkdtemp(`${target}.tmp-`);
  const archive = `${temporary}.tar`;
  try {
    await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(archive));
    await runCommand('tar', ['-xf', archive, '-C', temporary]);
    // Another process may have been first; its folder holds the same files.
    await rename(temporary, target).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    });
  } finally {
    await rm(archive, { force: true });
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Unpacks the headless shell of the npm package into the cache, once (197 MB, about 2 s), whole or not at all.
 * Undefined where the package is not installed or has no binary for this machine: it is built for x64 Linux only.
 */
export async function findNpmBrowser(cacheDir: string): Promise<NpmBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const found = await findPackage();
  if (found === undefined) return undefined;
  const folder = path.join(path.resolve(cacheDir), `chromium-${found.version}`);
  const executablePath = path.join(folder, 'chromium');
  await mkdir(folder, { recursive: true });
  if (!(await isExecutable(executablePath))) {
    await unpackExecutable(path.join(found.binDir, 'chromium.br'), executablePath);
  }
  return {
    executablePath,
    unpackLibraries: async () => {
      const libraries = path.join(folder, 'libraries');
      if (!(await isExecutable(path.join(libraries, 'lib', 'libnss3.so')))) {
        await unpackTar(path.join(found.binDir, 'al2023.tar.br'), libraries);
      }
      return path.join(libraries, 'lib');
    },
  };
}
