import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { maxBytesPerPage, maxPages, tooManyPages, unreadablePaper } from './errors.ts';
import { addFootStrip } from './foot-strip.ts';
import type { PaperFile } from './paper-pdf.ts';
import { PaperFaultError, openPaper } from './paper-pdf.ts';

/** One paginated PDF. */
export interface BoundDossier {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * How many pages a paper has: the cover sheet lists them, so they are counted before there is one. `position` is the
 * paper's place in the list, from 1.
 * @throws {DossierUnreadableError} when it cannot be read.
 */
export async function countPages(paper: PaperFile, position: number): Promise<number> {
  const pages = await append(await newPdf(), paper, position);
  if (paper.content.byteLength > maxBytesPerPage * pages) throw unreadablePaper(position, 'too_large');
  return pages;
}

/**
 * Binds cover sheet and papers to one PDF with `<case number>  n / m` below every page. The same papers give the same
 * bytes, so that the digest names the dossier.
 * @throws {DossierUnreadableError} naming the paper, or when there are too many pages.
 */
export async function bind(
  caseNo: CaseNo,
  cover: Uint8Array,
  papers: readonly PaperFile[],
): Promise<BoundDossier> {
  const bound = await newPdf();
  await copyAll(bound, await PDFDocument.load(cover, { updateMetadata: false }));
  for (const [index, paper] of papers.entries()) await append(bound, paper, index + 1);
  const pages = bound.getPages();
  if (pages.length > maxPages) throw tooManyPages(pages.length);
  const font = await bound.embedFont(StandardFonts.Helvetica);
  for (const [index, page] of pages.entries()) {
    addFootStrip(page, `${caseNo}   ${index + 1} / ${pages.length}`, font);
  }
  return { pdf: await bound.save(), pages: pages.length };
}

function newPdf(): Promise<PDFDocument> {
  return PDFDocument.create({ updateMetadata: false });
}

async function append(bound: PDFDocument, paper: PaperFile, position: number): Promise<number> {
  try {
    return await copyAll(bound, await openPaper(paper));
  } catch (cause) {
    throw unreadablePaper(position, cause instanceof PaperFaultError ? cause.fault : 'broken', { cause });
  }
}

async function copyAll(bound: PDFDocument, document: PDFDocument): Promise<number> {
  const copied = await bound.copyPages(document, document.getPageIndices());
  for (const page of copied) bound.addPage(page);
  return copied.length;
}
