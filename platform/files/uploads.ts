import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { ByteBudget } from './byte-budget.ts';
import { createByteBudget } from './byte-budget.ts';
import { openScanner } from './clamd.ts';
import type { FileChecks } from './file-checks.ts';
import { createFileChecks } from './file-checks.ts';
import { createPdfInspector } from './pdf-inspector.ts';

/** How much may be sent at once. */
export interface UploadLimits {
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly files: number;
  readonly pdfPages: number;
}

/** What is done with files that come in. */
export interface Uploads {
  readonly limits: UploadLimits;
  /** Of all uploads that the process reads and looks into at the moment. */
  readonly inFlight: ByteBudget;
  readonly checks: FileChecks;
}

const mebibyte = 1024 * 1024;

/** As the settings have it; closed by whoever opened it. */
export function openUploads(
  { uploads, clamdAddress }: Pick<Config, 'uploads' | 'clamdAddress'>,
  log: Pick<Logger, 'warn'>,
): Uploads & { close(): Promise<void> } {
  const { fileMegabytes, totalMegabytes, inFlightMegabytes, files, pdfPages } = uploads;
  const pdfs = createPdfInspector({ maxPages: pdfPages });
  const onInfected = (signature: string) => {
    log.warn({ signature }, 'an infected file was refused');
  };
  return {
    limits: { fileBytes: fileMegabytes * mebibyte, totalBytes: totalMegabytes * mebibyte, files, pdfPages },
    inFlight: createByteBudget(inFlightMegabytes * mebibyte),
    checks: createFileChecks({ scanner: openScanner(clamdAddress), pdfs, onInfected }),
    close: () => pdfs.close(),
  };
}
