import { EncryptedPDFError, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { PaperFault } from './errors.ts';

/** A paper of a dossier as it was handed in. */
export interface PaperFile {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Why a paper cannot be opened; who knows its place in the list says it to people. */
export class PaperFaultError extends Error {
  readonly fault: PaperFault;

  constructor(fault: PaperFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** ISO 216 A4 in points. */
const a4 = { short: 595.28, long: 841.89 } as const;

// 12.7 mm: what every printer leaves white.
const marginPoints = 36;

// 60 megapixels: an A3 page at 600 dpi has 70, an A4 page 35. More is a bomb.
const maxPixels = 60_000_000;

// A4 at 300 dpi: print sees no more, a fax less.
const maxEdgePixels = 3508;

/** Opens a paper as a PDF whose pages may be copied. @throws {PaperFaultError} when it cannot be read. */
export async function openPaper({ mediaType, content }: PaperFile): Promise<PDFDocument> {
  switch (mediaType) {
    case 'application/pdf':
      return openPdf(content);
    case 'image/jpeg':
    case 'image/png':
      return pageOfImage(content);
    default:
      throw new PaperFaultError('unknown_type');
  }
}

async function openPdf(content: Uint8Array): Promise<PDFDocument> {
  let pages: PDFPage[];
  let pdf: PDFDocument;
  try {
    pdf = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: true });
    pages = pdf.getPages();
    for (const page of pages) removeActions(page);
  } catch (cause) {
    throw new PaperFaultError(isEncrypted(content, cause) ? 'encrypted' : 'broken', { cause });
  }
  if (pages.length === 0) throw new PaperFaultError('no_pages');
  return pdf;
}

/** The parser may stumble over enciphered strings before it sees that they are; the entry itself is in the clear. */
function isEncrypted(content: Uint8Array, cause: unknown): boolean {
  return cause instanceof EncryptedPDFError || Buffer.from(content).includes('/Encrypt');
}

/** What a page would do when it is opened or clicked has no place in a file of the police. */
function removeActions({ node }: PDFPage): void {
  const action = PDFName.of('A');
  const moreActions = PDFName.of('AA');
  node.delete(moreActions);
  const annotations = node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
    const annotation = annotations?.lookup(index);
    if (annotation instanceof PDFDict) {
      annotation.delete(action);
      annotation.delete(moreActions);
    }
  }
}

/** A scan or photograph, upright, as large as an A4 page takes it. Where it was taken (EXIF) stays behind. */
async function pageOfImage(content: Uint8Array): Promise<PDFDocument> {
  const jpeg = await uprightJpeg(content);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const image = await pdf.embedJpg(jpeg);
  const isWide = image.width > image.height;
  const [width, height] = isWide ? [a4.long, a4.short] : [a4.short, a4.long];
  const { width: drawnWidth, height: drawnHeight } = image.scaleToFit(
    width - 2 * marginPoints,
    height - 2 * marginPoints,
  );
  pdf.addPage([width, height]).drawImage(image, {
    x: (width - drawnWidth) / 2,
    y: (height - drawnHeight) / 2,
    width: drawnWidth,
    height: drawnHeight,
  });
  await pdf.flush();
  return pdf;
}

async function uprightJpeg(content: Uint8Array): Promise<Buffer> {
  try {
    return await sharp(content, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' })
      .resize({ width: maxEdgePixels, height: maxEdgePixels, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      // Letters of a scan stay sharp; less than full colour resolution would smear the red of a seal.
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toBuffer();
  } catch (cause) {
    throw new PaperFaultError('broken', { cause });
  }
}
