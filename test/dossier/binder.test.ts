import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDossierBinder } from '../../activities/dossier/binder.ts';
import { openFontPack } from '../../platform/fonts/font-pack.ts';
import { fontPackDir } from '../../templates/load.ts';
import { cacheDir } from '../documents/documents-fixture.ts';
import { caseNo, encryptedPaper, pdfOf, pdfPaper } from './papers.ts';
import { faxedPage } from './pixels.ts';

const { dirs } = await openFontPack({ packDir: fontPackDir, cacheDir: path.resolve(cacheDir) });
const binder = createDossierBinder({ fontDirs: dirs });
const hasty = createDossierBinder({ timeoutMs: 1 });
afterAll(() => Promise.all([binder.close(), hasty.close()]));

describe('the binder', () => {
  it('counts, binds and makes faxes, several at once in their turn', async () => {
    const cover = await pdfOf('cover');
    const paper = await pdfPaper('a', 'b');
    const [count, bound, tiff] = await Promise.all([
      binder.countPages(paper, 1),
      binder.bind(caseNo, cover, [paper]),
      binder.toFaxTiff(cover),
    ]);
    expect(count).toBe(2);
    expect(bound.pages).toBe(3);
    expect((await faxedPage(tiff, 0)).width).toBe(1728);
  });

  it('says which paper it cannot read', async () => {
    await expect(binder.countPages(await encryptedPaper(), 2)).rejects.toMatchObject({
      name: 'DossierUnreadableError',
      code: 'dossier_unreadable',
      message: '第 2 份材料是加密的 PDF，无法并入：请另存为不加密的文件后重新上传。',
    });
  });

  it('goes on after something ended its thread', async () => {
    const noPdf = new TextEncoder().encode('no PDF');
    await expect(binder.toFaxTiff(noPdf)).rejects.toMatchObject({ code: 'service_unavailable' });
    expect(await binder.countPages(await pdfPaper('a'), 1)).toBe(1);
  });

  it('does not wait for ever; a paper that takes too long alone cannot be read', async () => {
    const cover = await pdfOf('cover');
    await expect(hasty.bind(caseNo, cover, [])).rejects.toMatchObject({ code: 'service_unavailable' });
    await expect(hasty.countPages(await pdfPaper('a'), 1)).rejects.toMatchObject({
      code: 'dossier_unreadable',
    });
  });

  it('prints Chinese text of a PDF that names a font without bringing it along', async () => {
    const page = await faxedPage(await binder.toFaxTiff(pdfWithoutFont('户一')), 0);
    // 100 points wide each, from x = 100: a missing glyph would be the same box for both.
    const [gate, one] = [100, 200].map((x) =>
      page.blackIn({ left: x / 610, right: (x + 100) / 610, top: 0.1, bottom: 0.3 }),
    );
    expect(one).toBeGreaterThan(0);
    expect(gate).toBeGreaterThan(1.5 * (one ?? 0));
  });
});

/** As office programs write them when they rely on the reader's own 宋体. */
function pdfWithoutFont(text: string): Uint8Array {
  const utf16 = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const drawing = `BT /F1 100 Tf 100 650 Td <${utf16}> Tj ET`;
  const descendant = '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light${descendant}>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 880]/ItalicAngle 0/Ascent 880' +
      '/Descent -120/CapHeight 880/StemV 93>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer<</Size 8/Root 1 0 R>>\n%%EOF`);
}
