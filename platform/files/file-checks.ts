import { fileTypeFromBuffer } from 'file-type';
import pLimit from 'p-limit';
import { outage } from '../error-trace.ts';
import { isArchiveToo } from './archive-inside.ts';
import type { FileFault } from './file-fault.ts';
import { FileFaultError } from './file-fault.ts';
import { reencodeImage } from './image.ts';
import type { PdfInspector } from './pdf-inspector.ts';
import type { Scanner } from './scanner.ts';

/** What a file may be: what the binder of dossiers takes. */
export const acceptedTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;

export type AcceptedType = (typeof acceptedTypes)[number];

export interface SentFile {
  readonly declaredType: string;
  readonly content: Uint8Array;
}

/** A file as it is kept: an image is no longer the one that was sent. */
export interface KeptFile {
  readonly mediaType: AcceptedType;
  readonly content: Uint8Array;
  readonly pages: number;
}

export type CheckedFile =
  | ({ readonly kind: 'taken' } & KeptFile)
  | { readonly kind: 'refused'; readonly faults: readonly FileFault[]; readonly actualType?: AcceptedType };

export interface FileChecks {
  /** @throws {ScannerUnavailableError} where nobody can say whether the file is clean. */
  check(file: SentFile): Promise<CheckedFile>;
}

/** The virus scanner that a deployment has does not answer: nothing passes meanwhile. */
export class ScannerUnavailableError extends Error {
  override readonly name = 'ScannerUnavailableError';
}

export interface FileCheckDeps {
  readonly scanner: Scanner;
  readonly pdfs: Pick<PdfInspector, 'countPages'>;
  /** Told of an infected file by the scanner's name for what is in it; the file's own name is personal data. */
  readonly onInfected: (signature: string) => void;
}

// What a browser or the multipart parser says when it knows nothing.
const undeclared: readonly string[] = ['application/octet-stream', 'text/plain', ''];

// An image of the largest size allowed takes 240 MB.
const imagesAtOnce = 2;

/** Sees by its content what a file is, has it scanned, and makes of it what is kept. */
export function createFileChecks({ scanner, pdfs, onInfected }: FileCheckDeps): FileChecks {
  const imageLane = pLimit(imagesAtOnce);

  async function take(content: Uint8Array, mediaType: AcceptedType): Promise<KeptFile> {
    if (mediaType === 'application/pdf') {
      return { mediaType, content, pages: await pdfs.countPages(content) };
    }
    return { ...(await imageLane(() => reencodeImage({ mediaType, content }))), pages: 1 };
  }

  async function scanFaults(content: Uint8Array): Promise<FileFault[]> {
    const verdict = await scanner.scan(content);
    switch (verdict.kind) {
      case 'clean':
        return [];
      case 'infected':
        onInfected(verdict.signature);
        return ['file_infected'];
      case 'unavailable':
        throw new ScannerUnavailableError('a file was not scanned', { cause: outage(verdict.reason) });
    }
  }

  return {
    async check({ declaredType, content }) {
      if (content.byteLength === 0) return { kind: 'refused', faults: ['file_empty'] };
      const sniffed = (await fileTypeFromBuffer(content))?.mime;
      const actualType = acceptedTypes.find((type) => type === sniffed);
      if (actualType === undefined) return { kind: 'refused', faults: ['file_type_not_allowed'] };
      if (!undeclared.includes(declaredType) && declaredType !== actualType) {
        return { kind: 'refused', faults: ['file_type_differs'], actualType };
      }
      const faults = [
        ...(await scanFaults(content)),
        ...(isArchiveToo(content) ? (['file_is_archive_too'] as const) : []),
      ];
      if (faults.length > 0) return { kind: 'refused', faults };
      try {
        return { kind: 'taken', ...(await take(content, actualType)) };
      } catch (error) {
        if (error instanceof FileFaultError) return { kind: 'refused', faults: error.faults };
        throw error;
      }
    },
  };
}
