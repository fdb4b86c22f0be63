import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bind } from '../../activities/dossier/bind.ts';
import { toFaxTiff } from '../../activities/dossier/fax-pages.ts';
import { caseNo, greyPaper, pdfOf } from './papers.ts';
import { faxedPage, tiffTags } from './pixels.ts';

/** Where a paper lies on a bound page without its margins. */
const middle = { left: 0.3, right: 0.7, top: 0.3, bottom: 0.7 };

describe('a dossier for fax machines', () => {
  it('has a page for each page, 1728 dots wide, as long as A4 in fine mode, in TIFF G4', async () => {
    const tiff = await toFaxTiff(await pdfOf('1', '2', '3'));
    const { pages, width, height, format } = await sharp(tiff, { pages: -1 }).metadata();
    expect({ format, pages, width, height }).toEqual({
      format: 'tiff',
      pages: 3,
      width: 1728,
      height: 3 * 2291,
    });
    const tags = tiffTags(tiff);
    const [compression, photometric, bitsPerSample] = [259, 262, 258].map((tag) => tags.get(tag));
    // Black on white, the only kind that HylaFAX passes on as it is.
    expect({ compression, photometric, bitsPerSample }).toEqual({
      compression: 4,
      photometric: 0,
      bitsPerSample: 1,
    });
    expect(tags.get(282)).toBeCloseTo(204, 0);
    expect(tags.get(283)).toBeCloseTo(196, 0);
  });

  it('is a TIFF of one page when there is one', async () => {
    const { pages, height } = await sharp(await toFaxTiff(await pdfOf('1'))).metadata();
    expect([pages ?? 1, height]).toEqual([1, 2291]);
  });

  it('has the same bytes whenever it is made', async () => {
    const pdf = await pdfOf('1', '2');
    expect(Buffer.compare(await toFaxTiff(pdf), await toFaxTiff(pdf))).toBe(0);
  });

  it('shows photographs as dots, and dirt on white paper not at all', async () => {
    const papers = await Promise.all([128, 180, 230, 40].map((shade) => greyPaper(shade)));
    const { pdf } = await bind(caseNo, await pdfOf('cover'), papers);
    const tiff = await toFaxTiff(pdf);
    const blackOf = async (page: number) => (await faxedPage(tiff, page)).blackIn(middle);
    expect(await blackOf(1)).toBeCloseTo(0.56, 1);
    expect(await blackOf(2)).toBeCloseTo(0.2, 1);
    expect(await blackOf(3)).toBe(0);
    expect(await blackOf(4)).toBe(1);
  });

  it('turns wide pages, and makes large ones fit', async () => {
    const pdf = await PDFDocument.create();
    // A3 lying, its left half black.
    pdf.addPage([1191, 842]).drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(0, 0, 0) });
    const page = await faxedPage(await toFaxTiff(await pdf.save()), 0);
    expect(page.blackIn({ left: 0.05, right: 0.95, top: 0.02, bottom: 0.48 })).toBe(1);
    expect(page.blackIn({ left: 0, right: 1, top: 0.52, bottom: 1 })).toBe(0);
  });
});
