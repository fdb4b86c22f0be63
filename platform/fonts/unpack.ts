import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

import type { FontSlice } from './manifest.ts';

const decompress = promisify(brotliDecompress);

/** SHA-256 in lower-case hexadecimal digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a file so that no other process ever sees a part of it. */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function isIntact(path: string, sha256: string): Promise<boolean> {
  try {
    return sha256Of(await readFile(path)) === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function unpackSlice(packDir: string, targetDir: string, slice: FontSlice): Promise<void> {
  const target = join(targetDir, slice.file);
  if (await isIntact(target, slice.sha256)) return;
  const packed = join(packDir, `${slice.file}.br`);
  const bytes = await decompress(await readFile(packed));
  if (sha256Of(bytes) !== slice.sha256) {
    throw new Error(
      `${packed} does not hold the font that manifest.json names: restore it from the repository`,
    );
  }
  await writeAtomically(target, bytes);
}

/**
 * Unpacks the slices of a font pack that are missing or damaged in `targetDir`.
 *
 * Every file is checked by its SHA-256 at each start and replaced by a rename, so processes that start together, a
 * crash half-way and a damaged cache all end with the same intact files.
 * @throws {Error} when the pack itself is damaged.
 */
export async function unpackSlices(
  packDir: string,
  targetDir: string,
  slices: readonly FontSlice[],
): Promise<void> {
  await mkdir(targetDir, { recursive: true });
  // One after the other: all at once would hold 60 MB of fonts in memory for no gain on two cores.
  for (const slice of slices) await unpackSlice(packDir, targetDir, slice);
}
