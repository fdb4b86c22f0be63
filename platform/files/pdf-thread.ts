import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { boundDecoding } from './bounded-decoding.ts';
import type { FileFault } from './file-fault.ts';

/*
 * Where foreign PDFs are read: whatever they do to a parser, they do it to this thread, which can be ended.
 */

/** What was found in a file; what is wrong with it is told at once. */
export interface PdfFinding {
  readonly pages: number;
  readonly faults: readonly FileFault[];
}

const meter = boundDecoding();

// An A4 page at 600 dpi has 35 million; a fax of it is drawn at a tenth of that.
const maxImagePixels = 60_000_000;

/** Keys of a dictionary that bring a program or a file along, wherever they stand (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8). */
const faultOfKey: Readonly<Record<string, FileFault>> = {
  '/JS': 'pdf_has_scripts',
  '/JavaScript': 'pdf_has_scripts',
  '/XFA': 'pdf_has_scripts',
  '/EmbeddedFiles': 'pdf_has_embedded_files',
  '/EF': 'pdf_has_embedded_files',
};

/** Actions that leave the document. Those that stay in it (to go to a page) do no harm. */
const faultOfAction: Readonly<Record<string, FileFault>> = {
  '/JavaScript': 'pdf_has_scripts',
  '/Launch': 'pdf_has_actions',
  '/URI': 'pdf_has_actions',
  '/GoToR': 'pdf_has_actions',
  '/GoToE': 'pdf_has_actions',
  '/SubmitForm': 'pdf_has_actions',
  '/ImportData': 'pdf_has_actions',
  '/Rendition': 'pdf_has_actions',
  '/Movie': 'pdf_has_actions',
  '/Sound': 'pdf_has_actions',
  '/RichMediaExecute': 'pdf_has_actions',
};

/** Annotations that are more than something to look at. */
const faultOfSubtype: Readonly<Record<string, FileFault>> = {
  '/FileAttachment': 'pdf_has_embedded_files',
  '/RichMedia': 'pdf_has_actions',
  '/Movie': 'pdf_has_actions',
  '/Sound': 'pdf_has_actions',
  '/Screen': 'pdf_has_actions',
  '/3D': 'pdf_has_actions',
};

/** The same where our parser sees no object: a reader that follows another table of contents might. */
const faultOfWord: Readonly<Record<string, FileFault>> = {
  '/JavaScript': 'pdf_has_scripts',
  '/Launch': 'pdf_has_actions',
  '/EmbeddedFile': 'pdf_has_embedded_files',
};

/** Looks through a PDF. Called by the pool of `pdf-inspector.ts`. */
export default async function inspectPdf(content: Uint8Array): Promise<PdfFinding> {
  meter.reset();
  const raw = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const document = await openPdf(raw);
  if (!(document instanceof PDFDocument)) return { pages: 0, faults: [document] };
  const faults = new Set<FileFault>(faultsOfWords(raw));
  for (const [, object] of document.context.enumerateIndirectObjects()) addFaults(object, faults);
  if (meter.isExceeded()) faults.add('file_unpacks_too_large');
  const pages = document.getPageCount();
  if (pages === 0) faults.add('file_unreadable');
  return { pages, faults: [...faults] };
}

async function openPdf(raw: Buffer): Promise<PDFDocument | FileFault> {
  try {
    const document = await PDFDocument.load(raw, { updateMetadata: false, throwOnInvalidObject: true });
    // Walks the tree of pages, which the parser has not looked at.
    document.getPages();
    return document;
  } catch (error) {
    if (meter.isExceeded()) return 'file_unpacks_too_large';
    // The parser may stumble over enciphered strings before it sees that they are; the entry itself is in the clear.
    const isEncrypted = error instanceof EncryptedPDFError || raw.includes('/Encrypt');
    return isEncrypted ? 'pdf_encrypted' : 'file_unreadable';
  }
}

function faultsOfWords(raw: Buffer): FileFault[] {
  return Object.entries(faultOfWord).flatMap(([word, fault]) => (raw.includes(word) ? [fault] : []));
}

function addFaults(object: PDFObject, faults: Set<FileFault>): void {
  if (object instanceof PDFArray) {
    for (const each of object.asArray()) addFaults(each, faults);
  } else if (object instanceof PDFStream) {
    addFaults(object.dict, faults);
    addFaultsOfStream(object, faults);
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      addFault(faultOfKey[key.asString()], faults);
      addFaults(value, faults);
    }
    addFault(faultOfAction[nameIn(object, 'S')], faults);
    addFault(faultOfSubtype[nameIn(object, 'Subtype')], faults);
  }
}

function addFaultsOfStream(stream: PDFStream, faults: Set<FileFault>): void {
  const { dict } = stream;
  if (nameIn(dict, 'Subtype') === '/Image') {
    const [width, height] = [numberIn(dict, 'Width'), numberIn(dict, 'Height')];
    if (width * height > maxImagePixels) faults.add('image_too_large');
  } else if (stream instanceof PDFRawStream) {
    unpack(stream);
  }
}

/** Whoever opens the file will do it too. What cannot be unpacked is no bomb, and often no fault: an unknown filter. */
function unpack(stream: PDFRawStream): void {
  try {
    decodePDFRawStream(stream).decode();
  } catch {
    return;
  }
}

function addFault(fault: FileFault | undefined, faults: Set<FileFault>): void {
  if (fault !== undefined) faults.add(fault);
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.asString() : '';
}

function numberIn(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
