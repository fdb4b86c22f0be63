import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { forEachCodePoint } from './cmap.ts';
import { sha256Of } from './unpack.ts';

const unicodeBytes = 0x110000 >> 3;

/** The set of code points that at least one font can print, a bit each. */
export interface Coverage {
  readonly bits: Uint8Array;
}

/** Whether at least one font has a glyph for the code point. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  return (((coverage.bits[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1;
}

/** The font files in a folder and its subfolders, in a fixed order. */
async function fontFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(ttf|ttc|otf|otc)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The precomputed coverage of the pack, joined with that of every font in `fontDirs`.
 * @throws {Error} when the bitmap is damaged, or a folder does not exist or holds a file that is no font.
 */
export async function readCoverage(
  bitmap: { readonly path: string; readonly sha256: string },
  fontDirs: readonly string[],
): Promise<Coverage> {
  const packed = await readFile(bitmap.path);
  if (sha256Of(packed) !== bitmap.sha256) {
    throw new Error(`${bitmap.path} is damaged: restore it from the repository`);
  }
  const bits = new Uint8Array(unicodeBytes);
  bits.set(packed);
  for (const folder of fontDirs) {
    for (const file of await fontFilesIn(folder)) {
      await forEachCodePoint(file, (codePoint) => {
        bits[codePoint >> 3] = (bits[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
      });
    }
  }
  return { bits };
}
