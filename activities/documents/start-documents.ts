import { findChromium } from '../../platform/embedded/chromium.ts';
import { openFontPack } from '../../platform/fonts/font-pack.ts';
import type { Logger } from '../../platform/logger.ts';
import { fontPackDir } from '../../templates/load.ts';
import type { DossierBinder } from '../dossier/binder.ts';
import { createDossierBinder } from '../dossier/binder.ts';
import type { DocumentRenderer } from './document-renderer.ts';
import { createDocumentRenderer } from './document-renderer.ts';
import { createPdfRenderer } from './pdf-renderer.ts';
import { proveRenderer } from './self-test.ts';

/** Everything that makes papers; it holds a browser until it is closed. */
export interface Documents extends DocumentRenderer {
  /** Makes one file out of papers; it holds a thread. */
  readonly binder: DossierBinder;
  close(): Promise<void>;
}

export interface DocumentsOptions {
  /** Folder that may be deleted at any time: unpacked fonts (65 MB) and, from npm, the browser (200 MB). */
  readonly cacheDir: string;
  /** A browser to use and no other. */
  readonly chromiumPath?: string;
  /** Folders with a site's own fonts, for characters that the font pack lacks. */
  readonly fontDirs?: readonly string[];
  readonly log: Logger;
}

/**
 * Makes the machine ready to print: finds a browser, unpacks the fonts, and proves with a specimen that what goes in is
 * what comes out.
 * @throws {UnavailablePartError} when there is no browser.
 * @throws {PrinterUnfitError} when the specimen came out wrong.
 */
export async function startDocuments({
  cacheDir,
  chromiumPath,
  fontDirs,
  log,
}: DocumentsOptions): Promise<Documents> {
  const chromium = await findChromium({
    cacheDir,
    log,
    ...(chromiumPath === undefined ? {} : { chromiumPath }),
  });
  const fonts = await openFontPack({
    packDir: fontPackDir,
    cacheDir,
    ...(fontDirs === undefined ? {} : { fontDirs }),
  });
  const renderer = createPdfRenderer({ chromium, fonts, log });
  try {
    await proveRenderer(renderer, fonts);
  } catch (error) {
    await renderer.close();
    throw error;
  }
  const { name, version, source } = chromium;
  log.info({ browser: `${name} ${version}`, source, fonts: fonts.families.length }, 'documents are ready');
  const binder = createDossierBinder({ fontDirs: fonts.dirs });
  return {
    ...createDocumentRenderer({ renderer, fonts }),
    binder,
    close: async () => {
      await Promise.all([renderer.close(), binder.close()]);
    },
  };
}
