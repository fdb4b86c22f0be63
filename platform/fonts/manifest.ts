import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One small TrueType file of the font pack. Each regular slice is a font family of its own. */
export interface FontSlice {
  readonly family: string;
  readonly style: 'Regular' | 'Bold';
  /** Name of the unpacked file; the pack holds it as `<file>.br` (brotli). */
  readonly file: string;
  readonly sha256: string;
}

/** `manifest.json` of a font pack, as tools/font-pack writes it. */
export interface FontManifest {
  readonly slices: readonly FontSlice[];
  readonly coverage: { readonly file: string; readonly sha256: string };
}

/**
 * Reads the manifest of a font pack.
 * @throws {Error} when the folder holds no font pack.
 */
export async function readFontManifest(packDir: string): Promise<FontManifest> {
  const path = join(packDir, 'manifest.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as FontManifest;
  } catch (error) {
    throw new Error(`no font pack at ${packDir}: rebuild it with tools/font-pack`, { cause: error });
  }
}
