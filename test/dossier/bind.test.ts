import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Util, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { describe, expect, it } from 'vitest';
import { bind, countPages } from '../../activities/dossier/bind.ts';
import type { PaperFile } from '../../activities/dossier/paper-pdf.ts';
import { toFaxTiff } from '../../activities/dossier/fax-pages.ts';
import {
  caseNo,
  encryptedPaper,
  greyPaper,
  pdfOf,
  pdfPaper,
  scriptedPaper,
  sidewaysPhoto,
  turnedPaper,
} from './papers.ts';
import { faxedPage, printedPage } from './pixels.ts';

const cover = await pdfOf('cover');

/** The lines of each page as a reader sees them: text, and its place from the lower edge of the turned page. */
async function readPages(pdf: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = (items as TextItem[]).map(({ str, transform }) => {
      const [a = 0, b = 0, , , , y = 0] = Util.transform(viewport.transform, transform) as number[];
      return { text: str, fromBottom: viewport.height - y, isUpright: a > 0 && Math.abs(b) < 1e-6 };
    });
    const lines = Map.groupBy(pieces, ({ fromBottom }) => Math.round(fromBottom));
    pages.push({
      lines: Array.from(lines.values(), (line) => ({
        text: line.map(({ text }) => text).join(''),
        fromBottom: line[0]?.fromBottom,
        isUpright: line.every(({ isUpright }) => isUpright),
      })),
      width: viewport.width,
      height: viewport.height,
    });
  }
  return pages;
}

describe('a bound dossier', () => {
  it('has the cover sheet and every page of every paper in order, each with its place in the whole', async () => {
    const papers = [await pdfPaper('form 1', 'form 2'), await greyPaper(255), await pdfPaper('last')];
    const { pdf, pages } = await bind(caseNo, cover, papers);
    const read = await readPages(pdf);
    expect(pages).toBe(5);
    expect(
      read.map(({ lines }) => lines.map(({ text }) => text).filter((text) => text.trim() !== '')),
    ).toEqual([
      ['cover', `${caseNo} 1 / 5`],
      ['form 1', `${caseNo} 2 / 5`],
      ['form 2', `${caseNo} 3 / 5`],
      [`${caseNo} 4 / 5`],
      ['last', `${caseNo} 5 / 5`],
    ]);
  });

  it('has the same bytes whenever it is bound, and others when a paper differs', async () => {
    const papers = [await pdfPaper('form'), await sidewaysPhoto()];
    const digests = new Set<string>();
    for (const each of [papers, papers, papers.toReversed()]) {
      const { pdf } = await bind(caseNo, cover, each);
      digests.add(createHash('sha256').update(pdf).digest('hex'));
    }
    expect(digests.size).toBe(2);
  });

  it.each([0, 90, 180, 270] as const)(
    'has its line below a page that is turned by %i degrees, and covers nothing of it',
    async (turn) => {
      const { pdf } = await bind(caseNo, cover, [await turnedPaper(turn)]);
      const [, page] = await readPages(pdf);
      const [foot] = page?.lines ?? [];
      expect(foot).toMatchObject({ text: `${caseNo} 2 / 2`, isUpright: true });
      expect(foot?.fromBottom).toBeCloseTo(8);
      // 24 points longer than the 500 by 300 that a viewer showed of it.
      const isWide = turn === 90 || turn === 270;
      expect([page?.width, page?.height]).toEqual(isWide ? [500, 324] : [300, 524]);
      // What the paper hid beyond its edge does not come to light in the strip.
      const picture = await printedPage(pdf, 2);
      const strip = 24 / (isWide ? 324 : 524);
      expect(picture.blackIn({ left: 0, right: 0.1, top: 1 - strip + 0.005, bottom: 1 })).toBe(0);
      expect(picture.blackIn({ left: 0, right: 1, top: 0, bottom: 1 - strip - 0.005 })).toBe(1);
    },
  );

  it('shows photographs upright and says nothing of where they were taken', async () => {
    const { pdf } = await bind(caseNo, cover, [await sidewaysPhoto()]);
    const page = await faxedPage(await toFaxTiff(pdf), 1);
    expect(page.blackIn({ left: 0.5, right: 1, top: 0, bottom: 0.4 })).toBeGreaterThan(0.05);
    expect(page.blackIn({ left: 0, right: 0.5, top: 0, bottom: 0.9 })).toBe(0);
    expect(page.blackIn({ left: 0, right: 1, top: 0.5, bottom: 0.9 })).toBe(0);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).not.toContain('Exif');
    expect(text).not.toContain('TestCamera');
  });

  it('does nothing when it is opened or clicked', async () => {
    const { pdf } = await bind(caseNo, cover, [await scriptedPaper()]);
    const page = (await PDFDocument.load(pdf)).getPage(1).node;
    expect(page.get(PDFName.of('AA'))).toBeUndefined();
    expect(page.Annots()?.lookup(0, PDFDict).get(PDFName.of('A'))).toBeUndefined();
  });

  it('has at most 60 pages', async () => {
    const papers = [await pdfPaper(...Array.from({ length: 60 }, (_, index) => `page ${index}`))];
    await expect(bind(caseNo, cover, papers)).rejects.toMatchObject({
      code: 'dossier_unreadable',
      message: '申请材料共 61 页，超过 60 页的上限：请精简材料，或分次送达。',
    });
  });
});

describe('a paper', () => {
  it('has its pages counted', async () => {
    expect(await countPages(await pdfPaper('a', 'b', 'c'), 1)).toBe(3);
    expect(await countPages(await sidewaysPhoto(), 2)).toBe(1);
  });

  const pdf = 'application/pdf';
  const cases: readonly (readonly [string, () => Promise<PaperFile>, string])[] = [
    ['an encrypted PDF', encryptedPaper, '是加密的 PDF'],
    ['something that is no PDF', () => file(pdf, 'no PDF at all'), '已损坏'],
    ['a PDF of which half is missing', async () => half(await pdfPaper('a', 'b')), '已损坏'],
    ['an empty file', () => file(pdf, ''), '已损坏'],
    ['a picture of which half is missing', async () => half(await sidewaysPhoto()), '已损坏'],
    ['a picture with the wrong name', () => file('image/png', 'no picture'), '已损坏'],
    ['a text', () => file('text/plain', 'text'), '不是 PDF、JPEG 或 PNG 文件'],
    ['a page of more than 10 MB', async () => padded(await pdfPaper('a')), '每页超过 10 MB'],
  ];

  it.each(cases)('is refused when it is %s, by its place in the list', async (_, paper, reason) => {
    await expect(countPages(await paper(), 3)).rejects.toMatchObject({
      code: 'dossier_unreadable',
      message: expect.stringContaining(`第 3 份材料${reason}`) as string,
    });
  });
});

function file(mediaType: string, text: string): Promise<PaperFile> {
  return Promise.resolve({ mediaType, content: new TextEncoder().encode(text) });
}

function half({ mediaType, content }: PaperFile): PaperFile {
  return { mediaType, content: content.slice(0, content.length / 2) };
}

function padded({ mediaType, content }: PaperFile): PaperFile {
  const longer = new Uint8Array(10_000_001).fill(0x20);
  longer.set(content);
  return { mediaType, content: longer };
}
