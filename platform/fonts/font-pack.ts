import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { covers, readCoverage } from './coverage.ts';
import { readFontManifest } from './manifest.ts';
import { sha256Of, unpackSlices, writeAtomically } from './unpack.ts';

/** The fonts with which documents are printed: the pack of the product and the folders that a site adds. */
export interface FontPack {
  /** Value of `FONTCONFIG_FILE` for a browser that shall see these fonts and no others. */
  readonly fontconfigFile: string;
  /** Folders with the font files, the pack's own first. */
  readonly dirs: readonly string[];
  /** The families of the pack, in the order in which a style sheet lists them. */
  readonly families: readonly string[];
  /** The code points of a text for which no font has a glyph, each once, in order of occurrence. */
  missingCodePoints(text: string): readonly number[];
}

export interface FontPackOptions {
  /** Folder that holds `manifest.json` and the compressed slices. */
  readonly packDir: string;
  /** Folder that may be deleted at any time; the slices are unpacked into it (about 65 MB). */
  readonly cacheDir: string;
  /** Folders with licensed fonts of a site. They print what the pack lacks. */
  readonly fontDirs?: readonly string[];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function fontconfigXml(fontDirs: readonly string[], cacheDir: string): string {
  const directories = fontDirs.map((folder) => `  <dir>${escapeXml(folder)}</dir>\n`).join('');
  return (
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n' +
    `${directories}  <cachedir>${escapeXml(cacheDir)}</cachedir>\n</fontconfig>\n`
  );
}

/**
 * Makes the fonts ready: unpacks the pack into the cache, verifies it, reads which characters it and the site's own
 * fonts can print, and writes a fontconfig file that shows a browser these fonts only. The fonts of the machine stay
 * unseen, so a certificate looks the same wherever it is printed. May be called by several processes at once.
 * @throws {Error} when the pack is damaged or a folder of `fontDirs` cannot be read.
 */
export async function openFontPack(options: FontPackOptions): Promise<FontPack> {
  const manifest = await readFontManifest(options.packDir);
  // One folder for each version of the pack: fontconfig must not find slices of an older one.
  const version = sha256Of(JSON.stringify(manifest.slices)).slice(0, 16);
  const unpackedDir = join(resolve(options.cacheDir), `fonts-${version}`);
  const fontDirs = (options.fontDirs ?? []).map((folder) => resolve(folder));
  await unpackSlices(options.packDir, unpackedDir, manifest.slices);
  const coverage = await readCoverage(
    { path: join(options.packDir, manifest.coverage.file), sha256: manifest.coverage.sha256 },
    fontDirs,
  );
  const cacheDir = join(resolve(options.cacheDir), 'fontconfig');
  await mkdir(cacheDir, { recursive: true });
  const dirs = [unpackedDir, ...fontDirs];
  const xml = fontconfigXml(dirs, cacheDir);
  const fontconfigFile = join(cacheDir, `fonts-${sha256Of(xml).slice(0, 16)}.conf`);
  await writeAtomically(fontconfigFile, xml);
  return {
    fontconfigFile,
    dirs,
    families: manifest.slices.filter((slice) => slice.style === 'Regular').map((slice) => slice.family),
    missingCodePoints: (text) =>
      [...new Set(text)]
        .map((character) => character.codePointAt(0) ?? 0)
        .filter((codePoint) => !covers(coverage, codePoint)),
  };
}
