import type { Logger } from '../../platform/logger.ts';
import { counter } from '../../platform/metrics/metrics.ts';
import { inSpan } from '../../platform/tracing/spans.ts';
import { watchDocument } from './document-metrics.ts';
import { RenderError } from './errors.ts';
import { createLanes } from './lanes.ts';
import { launchPrintBrowser } from './print-browser.ts';
import type { PrintBrowser, PrintBrowserOptions } from './print-browser.ts';

const browserStarts = counter('tongban_browser_starts_total');

/** Prints HTML. The port behind which another engine may stand. */
export interface PdfRenderer {
  /**
   * Prints a document that loads nothing: no network, files, scripts or web fonts are reached.
   * @throws {RenderError} with a reason for which the call may be repeated; the renderer never repeats it itself,
   * because its callers are activities, whose retries Temporal keeps.
   */
  render(html: string): Promise<Uint8Array>;
  /** Refuses what waits, lets finish what is under way, ends every browser process. */
  close(): Promise<void>;
}

export interface PdfRendererOptions extends PrintBrowserOptions {
  readonly log: Logger;
  /** Default 2: more pages than cores gain nothing (measured on 2 cores). */
  readonly pagesAtOnce?: number;
  /** Documents that may wait for a page, default 200: some four seconds of work. */
  readonly maxWaiting?: number;
  /** A browser is replaced after so many documents, default 2000: what a long-lived process leaks goes with it. */
  readonly rendersPerBrowser?: number;
  /** Default 15 s, below the 20 s of the activity that asks, so that the reason is told; a document takes 15 ms. */
  readonly renderTimeoutMs?: number;
}

/** Creates a renderer. Its browser starts with the first document and is kept warm, replaced when old or dead. */
export function createPdfRenderer(options: PdfRendererOptions): PdfRenderer {
  const {
    log,
    pagesAtOnce = 2,
    maxWaiting = 200,
    rendersPerBrowser = 2000,
    renderTimeoutMs = 15_000,
  } = options;
  const lanes = createLanes({
    lanes: pagesAtOnce,
    maxWaiting,
    onRefused: (reason) => new RenderError(reason),
  });
  const closing = new Set<Promise<void>>();
  let current: Promise<PrintBrowser> | undefined;

  function launch(): Promise<PrintBrowser> {
    browserStarts.inc();
    const launching = launchPrintBrowser(options).catch((error: unknown) => {
      throw new RenderError('browser_failed', { cause: error });
    });
    current = launching;
    launching.catch(() => {
      if (current === launching) current = undefined;
    });
    return launching;
  }

  function retire(browser: PrintBrowser): void {
    current = undefined;
    const ended = browser.close().catch((error: unknown) => {
      log.warn({ err: error }, 'a browser did not close');
    });
    closing.add(ended);
    void ended.finally(() => closing.delete(ended));
  }

  async function print(html: string): Promise<Uint8Array> {
    const found = current ?? launch();
    const browser = await found;
    // Check and print stand together without an await: a browser that is retired in between would not wait for it.
    if (browser.isAlive() && browser.started() < rendersPerBrowser)
      return browser.print(html, renderTimeoutMs);
    // Two documents may come to this point together: the first replaces the browser, the second finds the new one.
    if (current === found) {
      if (!browser.isAlive()) log.warn('the browser died and is started anew');
      retire(browser);
    }
    return print(html);
  }

  return {
    render: async (html) => {
      const watched = watchDocument();
      try {
        const pdf = await lanes.run(() => {
          watched.begun();
          return inSpan('chromium print', {}, () => print(html));
        });
        watched.ended('printed');
        return pdf;
      } catch (error) {
        watched.ended(error instanceof RenderError ? error.failure : 'browser_failed');
        throw error;
      }
    },
    close: async () => {
      await lanes.close();
      const browser = await current?.catch(() => undefined);
      if (browser !== undefined) retire(browser);
      await Promise.all(closing);
    },
  };
}
