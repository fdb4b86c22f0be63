import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { fontFamilyList } from '../../activities/documents/font-family-list.ts';
import { forEachCodePoint } from '../../platform/fonts/cmap.ts';
import { openFontPack } from '../../platform/fonts/font-pack.ts';
import { readFontManifest } from '../../platform/fonts/manifest.ts';
import { sha256Of } from '../../platform/fonts/unpack.ts';
import { fontPackDir } from '../../templates/load.ts';
import {
  cacheDir as sharedCacheDir,
  log,
  openPrinter,
  rareCharacters,
  readPdf,
} from './documents-fixture.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongban-fonts-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function unpackedDirIn(cacheDir: string): Promise<string> {
  const name = (await readdir(cacheDir)).find((entry) => /^fonts-/.test(entry));
  if (name === undefined) throw new Error('nothing was unpacked');
  return path.join(cacheDir, name);
}

describe('the font pack', () => {
  it('covers every block of GB 18030 that it promises, and says what it lacks', async () => {
    const fonts = await openFontPack({ packDir: fontPackDir, cacheDir: sharedCacheDir });
    expect(fonts.missingCodePoints(`户籍·A1（）“”，。${rareCharacters}\u{2fa1d}\ufad9`)).toEqual([]);
    expect(fonts.missingCodePoints('\u{323b0}中\ue000\u{323b0}')).toEqual([0x323b0, 0xe000]);
    const complete = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x2a6df],
      [0x2a700, 0x2b739],
      [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1],
      [0x2ceb0, 0x2ebe0],
      [0x2ebf0, 0x2ee5d],
      [0x2f800, 0x2fa1d],
    ] as const;
    for (const [first, last] of complete) {
      const block = Array.from({ length: last - first + 1 }, (_, index) =>
        String.fromCodePoint(first + index),
      );
      expect(fonts.missingCodePoints(block.join(''))).toEqual([]);
    }
  });

  it('is the same, whole and repaired, for processes that start together on a damaged cache', async () => {
    const cacheDir = path.join(folder, 'damaged');
    await openFontPack({ packDir: fontPackDir, cacheDir });
    const unpacked = await unpackedDirIn(cacheDir);
    const [first = '', second = ''] = await readdir(unpacked);
    await rm(path.join(unpacked, first));
    await appendFile(path.join(unpacked, second), 'x');
    await Promise.all(Array.from({ length: 3 }, () => openFontPack({ packDir: fontPackDir, cacheDir })));
    const { slices } = await readFontManifest(fontPackDir);
    expect((await readdir(unpacked)).sort()).toEqual(slices.map(({ file }) => file).sort());
    for (const { file, sha256 } of slices) {
      expect(sha256Of(await readFile(path.join(unpacked, file)))).toBe(sha256);
    }
  });

  it('refuses a pack that was damaged', async () => {
    const packDir = path.join(folder, 'damaged-pack');
    await mkdir(packDir);
    await cp(path.join(fontPackDir, 'manifest.json'), path.join(packDir, 'manifest.json'));
    const [first, second] = (await readFontManifest(fontPackDir)).slices;
    await cp(
      path.join(fontPackDir, `${second?.file ?? ''}.br`),
      path.join(packDir, `${first?.file ?? ''}.br`),
    );
    await expect(openFontPack({ packDir, cacheDir: path.join(folder, 'unused') })).rejects.toThrow(
      'does not hold',
    );
    await expect(openFontPack({ packDir: folder, cacheDir: folder })).rejects.toThrow('no font pack');
  });

  it('joins the fonts that a site adds, and names a file that is no font', async () => {
    const packDir = path.join(folder, 'empty-pack');
    await mkdir(packDir);
    const nothing = Buffer.alloc(8);
    const coverage = { file: 'coverage.bin', sha256: sha256Of(nothing) };
    await writeFile(path.join(packDir, 'manifest.json'), JSON.stringify({ slices: [], coverage }));
    await writeFile(path.join(packDir, 'coverage.bin'), nothing);
    await openFontPack({ packDir: fontPackDir, cacheDir: sharedCacheDir });
    const cacheDir = path.join(folder, 'site');
    const siteFonts = path.join(folder, 'site-fonts');
    await cp(await unpackedDirIn(path.join(folder, 'damaged')), siteFonts, { recursive: true });
    const alone = await openFontPack({ packDir, cacheDir });
    const joined = await openFontPack({ packDir, cacheDir, fontDirs: [siteFonts] });
    expect(alone.missingCodePoints('中𰻝')).toEqual([0x4e2d, 0x30edd]);
    expect(joined.missingCodePoints('中𰻝')).toEqual([]);
    expect(await readFile(joined.fontconfigFile, 'utf8')).toContain(siteFonts);
    await writeFile(path.join(siteFonts, 'broken.ttf'), 'no font');
    await expect(openFontPack({ packDir, cacheDir, fontDirs: [siteFonts] })).rejects.toThrow('broken.ttf');
  });

  it('has a bitmap that says what the slices say, each character in one slice', async () => {
    const unpacked = await unpackedDirIn(path.join(folder, 'damaged'));
    const { slices, coverage } = await readFontManifest(fontPackDir);
    const found = new Map<number, number>();
    for (const { file } of slices.filter(({ style }) => style === 'Regular')) {
      const own = new Set<number>();
      await forEachCodePoint(path.join(unpacked, file), (codePoint) => own.add(codePoint));
      for (const codePoint of own) found.set(codePoint, (found.get(codePoint) ?? 0) + 1);
    }
    const bitmap = await readFile(path.join(fontPackDir, coverage.file));
    const inBitmap = Array.from({ length: bitmap.length * 8 }, (_, codePoint) => codePoint).filter(
      (codePoint) => (((bitmap[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1,
    );
    expect([...found.keys()].sort((a, b) => a - b)).toEqual(inBitmap);
    expect(new Set(found.values())).toEqual(new Set([1]));
  });

  it('prints every compatibility ideograph and radical as itself, beside the character that it resembles', async () => {
    const { chromium, fonts } = await openPrinter();
    const renderer = createPdfRenderer({ chromium, fonts, log });
    const ranges = [
      [0xf900, 0xfa6d],
      [0xfa70, 0xfad9],
      [0x2f800, 0x2fa1d],
      [0x2f00, 0x2fd5],
    ] as const;
    const characters = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    );
    const text = characters.map((character) => character + character.normalize('NFKC')).join('');
    const style = fontFamilyList(fonts.families).replaceAll('"', "'");
    try {
      const printed = await readPdf(await renderer.render(`<p style="font-family: ${style}">${text}</p>`));
      expect(printed.text).toBe(text);
    } finally {
      await renderer.close();
    }
  });
});
