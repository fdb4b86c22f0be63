import { PDFDocument, PDFName, PDFString, StandardFonts, degrees, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { PaperFile } from '../../activities/dossier/paper-pdf.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';

export const caseNo = '44010699000020261102000019' as CaseNo;

const a4 = [595, 842] as const;

/** A PDF with one line of text a page. */
export async function pdfOf(...lines: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of lines) pdf.addPage([...a4]).drawText(line, { x: 72, y: 720, size: 20, font });
  return pdf.save();
}

export async function pdfPaper(...lines: readonly string[]): Promise<PaperFile> {
  return { mediaType: 'application/pdf', content: await pdfOf(...lines) };
}

/** A page that a viewer turns, of which it shows a part: black all over, also beyond that part. */
export async function turnedPaper(turn: 0 | 90 | 180 | 270): Promise<PaperFile> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([400, 700]);
  page.drawRectangle({ x: 0, y: 0, width: 400, height: 700, color: rgb(0, 0, 0) });
  page.setCropBox(50, 60, 300, 500);
  page.setRotation(degrees(turn));
  return { mediaType: 'application/pdf', content: await pdf.save() };
}

/** A page that runs a script when it is opened, with a link that runs another. */
export async function scriptedPaper(): Promise<PaperFile> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([...a4]);
  const action = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
  page.node.set(PDFName.of('AA'), pdf.context.obj({ O: action }));
  const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 50, 50], A: action });
  page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(link)]));
  return { mediaType: 'application/pdf', content: await pdf.save() };
}

export async function encryptedPaper(): Promise<PaperFile> {
  const pdf = await PDFDocument.load(await pdfOf('secret'));
  pdf.encrypt({ userPassword: 'test', ownerPassword: 'test' });
  return { mediaType: 'application/pdf', content: await pdf.save() };
}

/** A sheet of one shade of grey. */
export async function greyPaper(shade: number, width = 400, height = 600): Promise<PaperFile> {
  const background = { r: shade, g: shade, b: shade };
  const content = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  return { mediaType: 'image/png', content };
}

/**
 * A photograph as a telephone stores it, lying on its side: upright it is a white page with a black square in its
 * upper right corner.
 */
export async function sidewaysPhoto(): Promise<PaperFile> {
  const square = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const content = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#fff' } })
    .composite([{ input: square, left: 0, top: 0 }])
    .withExif({ IFD0: { Make: 'TestCamera', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return { mediaType: 'image/jpeg', content };
}
