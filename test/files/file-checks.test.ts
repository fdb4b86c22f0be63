import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createFileChecks } from '../../platform/files/file-checks.ts';
import { createPdfInspector } from '../../platform/files/pdf-inspector.ts';
import type { ScanVerdict } from '../../platform/files/scanner.ts';
import { noScanner } from '../../platform/files/scanner.ts';
import { createZip } from '../../platform/zip.ts';
import { encryptedPaper, pdfOf, sidewaysPhoto } from '../dossier/papers.ts';
import { hostilePdfs } from './hostile-pdfs.ts';
import { pdfWith, stream } from './pdf-with.ts';

const pdfs = createPdfInspector({ maxPages: 3 });
afterAll(() => pdfs.close());

const infected: string[] = [];
const checks = createFileChecks({ scanner: noScanner, pdfs, onInfected: (name) => infected.push(name) });

function check(content: Uint8Array, declaredType = '') {
  return checks.check({ content, declaredType });
}

const zipped = () => buffer(createZip([{ name: 'a.class', content: Buffer.from('x') }]));

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } });

/** As a telephone stores it: lying on its side, with place, maker, profile and a comment. */
async function tellingPhoto(): Promise<Buffer> {
  const jpeg = await flat(60, 40)
    .withExif({
      IFD0: { Make: 'TestCamera', Copyright: 'someone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '27/1 41/1 0/1' },
    })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .jpeg()
    .toBuffer();
  const oriented = await sharp(jpeg).keepMetadata().withMetadata({ orientation: 6 }).toBuffer();
  const comment = Buffer.from('\xff\xfe\x00\x0atelltale', 'latin1');
  return Buffer.concat([oriented.subarray(0, 2), comment, oriented.subarray(2), Buffer.from('trailer')]);
}

describe('an image', () => {
  it('is written anew, upright, with nothing in it but what is seen', async () => {
    const sent = await tellingPhoto();
    expect(await sharp(sent).metadata()).toMatchObject({
      orientation: 6,
      exif: expect.any(Buffer) as unknown,
    });
    const kept = await check(sent, 'image/jpeg');
    if (kept.kind === 'refused') throw new Error(kept.faults.join());
    const { width, height, exif, icc, xmp, iptc, orientation, comments } = await sharp(
      kept.content,
    ).metadata();
    expect({ width, height }).toEqual({ width: 40, height: 60 });
    expect({ exif, icc, xmp, iptc, orientation, comments }).toEqual({});
    const text = Buffer.from(kept.content).toString('latin1');
    for (const word of ['TestCamera', 'someone', 'secret', 'telltale', 'trailer']) {
      expect(sent.toString('latin1')).toContain(word);
      expect(text).not.toContain(word);
    }
    expect(kept).toMatchObject({ mediaType: 'image/jpeg', pages: 1 });
  });

  it('becomes the same bytes each time, so that its digest names it', async () => {
    const { content } = await sidewaysPhoto();
    expect(await check(content)).toEqual(await check(content));
  });

  it('as PNG loses its texts and what shines through, and stays a PNG', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 4, background: '#0000' } })
      .withExif({ IFD0: { Copyright: 'someone' } })
      .png()
      .toBuffer();
    const kept = await check(png, 'image/png');
    if (kept.kind === 'refused') throw new Error(kept.faults.join());
    expect(await sharp(kept.content).metadata()).toMatchObject({
      format: 'png',
      channels: 3,
      hasAlpha: false,
    });
    expect(Buffer.from(kept.content).includes('someone')).toBe(false);
    expect((await sharp(kept.content).stats()).channels[0]?.min).toBe(255);
  });

  it('is no larger than A4 at 400 dots an inch', async () => {
    const kept = await check(await flat(7016, 4960).jpeg().toBuffer());
    if (kept.kind === 'refused') throw new Error(kept.faults.join());
    expect(await sharp(kept.content).metadata()).toMatchObject({ width: 4677, height: 3306 });
  });

  it('of noise as PNG is kept as JPEG where it would be too large', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 4 };
    const png = await sharp({ create: { width: 2600, height: 2600, channels: 3, background: '#888', noise } })
      .png()
      .toBuffer();
    expect(png.length).toBeGreaterThan(10_000_000);
    expect(await check(png, 'image/png')).toMatchObject({ kind: 'taken', mediaType: 'image/jpeg' });
  });

  it('is refused where it would unpack to more than a page, before it does', async () => {
    // A few kilobytes that say they are 30,000 × 30,000.
    const png = Buffer.from(await flat(8, 8).png().toBuffer());
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    expect(await check(png)).toEqual({ kind: 'refused', faults: ['image_too_large'] });
    expect(await check(await flat(9000, 7000).png().toBuffer())).toEqual({
      kind: 'refused',
      faults: ['image_too_large'],
    });
  });

  it('is refused where it breaks off', async () => {
    const jpeg = await flat(500, 500).jpeg().toBuffer();
    expect(await check(jpeg.subarray(0, jpeg.length / 2))).toEqual({
      kind: 'refused',
      faults: ['file_unreadable'],
    });
  });
});

describe('a PDF', () => {
  it('is kept byte for byte, its pages counted', async () => {
    const content = await pdfOf('a', 'b');
    expect(await check(content, 'application/pdf')).toEqual({
      kind: 'taken',
      mediaType: 'application/pdf',
      content,
      pages: 2,
    });
  });

  it('may have a form, links within it and empty space behind it', async () => {
    const form = await PDFDocument.create();
    form.getForm().createTextField('a').addToPage(form.addPage());
    expect(await check(await form.save())).toMatchObject({ kind: 'taken', pages: 1 });
    const linked = pdfWith([], {
      page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[3 0 R/Fit]>>>>]',
    });
    expect(await check(Buffer.concat([linked, Buffer.alloc(5000)]))).toMatchObject({
      kind: 'taken',
      pages: 1,
    });
  });

  it('is refused with more pages than are taken, and where it is encrypted', async () => {
    expect(await check(await pdfOf('1', '2', '3', '4'))).toEqual({
      kind: 'refused',
      faults: ['pdf_too_many_pages'],
    });
    expect(await check((await encryptedPaper()).content)).toEqual({
      kind: 'refused',
      faults: ['pdf_encrypted'],
    });
  });

  it.each(Object.entries(hostilePdfs))('is refused with %s', async (_, [content, faults]) => {
    expect(await check(content)).toEqual({ kind: 'refused', faults });
    // The thread, or its successor, goes on.
    expect(await check(await pdfOf('a'))).toMatchObject({ kind: 'taken' });
  });

  it('that takes too long is given up, and the next one is looked at', async () => {
    const hasty = createPdfInspector({ maxPages: 3, timeoutMs: 1 });
    await expect(hasty.countPages(await pdfOf('a'))).rejects.toMatchObject({ faults: ['file_unreadable'] });
    await hasty.close();
  });

  it('of more objects than there is room for is given up, and the next one is looked at', async () => {
    const narrow = createPdfInspector({ maxPages: 3, heapMegabytes: 32 });
    const lists = deflateSync(Buffer.from(`9 0 [${'[] '.repeat(1_000_000)}]`));
    const crowded = pdfWith([stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', lists)]);
    await expect(narrow.countPages(crowded)).rejects.toMatchObject({
      faults: ['file_unreadable'],
      cause: { code: 'ERR_WORKER_OUT_OF_MEMORY' },
    });
    expect(await narrow.countPages(await pdfOf('a'))).toBe(1);
    await narrow.close();
  });
});

describe('any file', () => {
  it('that is an archive too is refused, whichever it is first', async () => {
    const archive = await zipped();
    for (const content of [
      await pdfOf('a'),
      await flat(8, 8).png().toBuffer(),
      await flat(8, 8).jpeg().toBuffer(),
    ]) {
      expect(await check(Buffer.concat([content, archive]))).toEqual({
        kind: 'refused',
        faults: ['file_is_archive_too'],
      });
    }
  });

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF behind something else', Buffer.from('MZ\n%PDF-1.7\n')],
    ['a TIFF, which no dossier is bound of', Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1')],
  ])('that is %s is not taken', async (_, content) => {
    expect(await check(content)).toEqual({ kind: 'refused', faults: ['file_type_not_allowed'] });
  });

  it('is what its content is, and may not say otherwise', async () => {
    expect(await check(await pdfOf('a'), 'image/png')).toMatchObject({ faults: ['file_type_differs'] });
    expect(await check(new Uint8Array())).toEqual({ kind: 'refused', faults: ['file_empty'] });
  });

  it('is taken only where the scanner says that it is clean', async () => {
    const content = await pdfOf('a');
    const asked = (verdict: ScanVerdict) =>
      createFileChecks({
        scanner: { scan: () => Promise.resolve(verdict) },
        pdfs,
        onInfected: (name) => infected.push(name),
      }).check({ content, declaredType: '' });
    expect(await asked({ kind: 'clean' })).toMatchObject({ kind: 'taken' });
    expect(await asked({ kind: 'infected', signature: 'Test' })).toEqual({
      kind: 'refused',
      faults: ['file_infected'],
    });
    expect(infected).toEqual(['Test']);
    await expect(asked({ kind: 'unavailable', reason: 'ECONNREFUSED' })).rejects.toThrow('not scanned');
  });
});
