import { Piscina } from 'piscina';
import { FileFaultError } from './file-fault.ts';
import type { PdfFinding } from './pdf-thread.ts';

export interface PdfInspector {
  /**
   * How many pages a PDF has.
   * @throws {FileFaultError} with everything that is wrong with it.
   */
  countPages(content: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

export interface PdfInspectorOptions {
  readonly maxPages: number;
  /** For one file; 20 s if left out. */
  readonly timeoutMs?: number;
  /** Of the thread, for the objects of a document; 512 if left out. What its streams unpack to is bounded there. */
  readonly heapMegabytes?: number;
}

// 10 MB of office documents take under a second.
const defaultTimeoutMs = 20_000;

const defaultHeapMegabytes = 512;

/** Looks into PDFs in a thread of its own, one at a time; a file that takes too long or too much ends it. */
export function createPdfInspector({
  maxPages,
  timeoutMs = defaultTimeoutMs,
  heapMegabytes = defaultHeapMegabytes,
}: PdfInspectorOptions): PdfInspector {
  const pool = new Piscina({
    filename: new URL('pdf-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });

  async function inspect(content: Uint8Array): Promise<PdfFinding> {
    try {
      return (await pool.run(content, { signal: AbortSignal.timeout(timeoutMs) })) as PdfFinding;
    } catch (cause) {
      // Alone with one file, it is the file that did it.
      throw new FileFaultError(['file_unreadable'], { cause });
    }
  }

  let underWay: Promise<unknown> = Promise.resolve();
  return {
    async countPages(content) {
      // The time runs from when a file is looked at, not from when it came.
      const inspecting = underWay.then(() => inspect(content));
      underWay = inspecting.catch(() => undefined);
      const { pages, faults } = await inspecting;
      const tooMany: readonly 'pdf_too_many_pages'[] = pages > maxPages ? ['pdf_too_many_pages'] : [];
      if (faults.length + tooMany.length > 0) throw new FileFaultError([...faults, ...tooMany]);
      return pages;
    },
    close: () => pool.destroy(),
  };
}
