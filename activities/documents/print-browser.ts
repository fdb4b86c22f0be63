import { homedir, tmpdir } from 'node:os';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import type { ChromiumInstallation } from '../../platform/embedded/chromium.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { within } from '../../platform/within.ts';
import { launchArguments } from './browser-lock-down.ts';
import { RenderError } from './errors.ts';
import { openPrintPage } from './print-page.ts';
import type { PrintPage } from './print-page.ts';

/** One browser process with the pages that are open in it. */
export interface PrintBrowser {
  /** How many documents it was given. */
  readonly started: () => number;
  readonly isAlive: () => boolean;
  /**
   * @throws {RenderError} `timeout` (the browser is then ended: nobody knows what it is doing), `browser_failed`.
   */
  print(html: string, timeoutMs: number): Promise<Uint8Array>;
  /** Lets the documents under way finish, then ends the process. */
  close(): Promise<void>;
}

export interface PrintBrowserOptions {
  readonly chromium: ChromiumInstallation;
  readonly fonts: Pick<FontPack, 'fontconfigFile'>;
}

/** Starts a browser that sees the fonts of the pack only, and neither network nor the worker's environment. */
export function launchLockedBrowser({ chromium, fonts }: PrintBrowserOptions): Promise<Browser> {
  return playwright.launch({
    executablePath: chromium.executablePath,
    args: [...launchArguments],
    env: { ...chromium.env, FONTCONFIG_FILE: fonts.fontconfigFile, HOME: homedir(), TMPDIR: tmpdir() },
    // Chromium refuses to run its sandbox as root.
    chromiumSandbox: process.getuid?.() !== 0,
    // The worker ends on signals in its own order: first the documents under way, then the browser.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

/** Starts a browser that is kept for many documents. */
export async function launchPrintBrowser(options: PrintBrowserOptions): Promise<PrintBrowser> {
  const browser = await launchLockedBrowser(options);
  const idlePages: PrintPage[] = [];
  const underWay = new Set<Promise<unknown>>();
  let started = 0;
  let ended = false;

  /** Gives the browser up without waiting for it: it may hang, and playwright kills it after a while. */
  function end(): void {
    ended = true;
    browser.close().catch(() => undefined);
  }

  async function printOn(page: PrintPage, html: string): Promise<Uint8Array> {
    let reusable = false;
    try {
      const pdf = await page.print(html);
      reusable = page.isReusable();
      return pdf;
    } finally {
      if (reusable) idlePages.push(page);
      else await page.close().catch(() => undefined);
    }
  }

  /**
   * A `<meta refresh>` outlives its document: it fires, seconds later, while the next one is on the page. So a document
   * that failed on a used page is printed again on a fresh one, where only itself can be to blame.
   */
  async function printOnPage(html: string): Promise<Uint8Array> {
    const used = idlePages.pop();
    const printed = used && (await printOn(used, html).catch(() => undefined));
    return printed ?? printOn(await openPrintPage(browser), html);
  }

  async function print(html: string, timeoutMs: number): Promise<Uint8Array> {
    started += 1;
    const printing = printOnPage(html);
    underWay.add(printing);
    try {
      return await within(timeoutMs, printing, () => new RenderError('timeout'));
    } catch (error) {
      const failure =
        error instanceof RenderError ? error : new RenderError('browser_failed', { cause: error });
      if (failure.failure === 'timeout') end();
      throw failure;
    } finally {
      printing.catch(() => undefined);
      underWay.delete(printing);
    }
  }

  return {
    started: () => started,
    isAlive: () => !ended && browser.isConnected(),
    print,
    close: async () => {
      await Promise.allSettled(underWay);
      await browser.close();
    },
  };
}
