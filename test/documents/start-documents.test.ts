import { describe, expect, it } from 'vitest';
import { PrinterUnfitError } from '../../activities/documents/errors.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { proveRenderer } from '../../activities/documents/self-test.ts';
import { startDocuments } from '../../activities/documents/start-documents.ts';
import { annex1View, cacheDir, log, openPrinter, readPdf } from './documents-fixture.ts';

describe('startDocuments', () => {
  it('brings up everything that a certificate needs', async () => {
    const documents = await startDocuments({ cacheDir, log });
    try {
      expect((await readPdf(await documents.render('annex_1', annex1View))).text).toContain(
        annex1View.applicantName,
      );
    } finally {
      await documents.close();
    }
  }, 120_000);

  it('refuses a browser path that is none', async () => {
    await expect(startDocuments({ cacheDir, log, chromiumPath: '/nonexistent/chromium' })).rejects.toThrow(
      '/nonexistent/chromium',
    );
  });

  it('refuses to print where the fonts are not found', async () => {
    const { chromium, fonts } = await openPrinter();
    const renderer = createPdfRenderer({ chromium, fonts: { fontconfigFile: '/dev/null' }, log });
    try {
      await expect(proveRenderer(renderer, fonts)).rejects.toThrow(PrinterUnfitError);
    } finally {
      await renderer.close();
    }
  }, 120_000);
});
