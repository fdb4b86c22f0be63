import type { Browser } from 'playwright-core';
import { behindPolicy, contextOptions } from './browser-lock-down.ts';
import { RenderError } from './errors.ts';

/** Size and margins come from the document's `@page` rule. */
export const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: false,
} as const;

/** The document as it is loaded: locked, and laid out for paper only, not for a screen before (3 of 18 ms, measured). */
export function pageContentOf(html: string): string {
  return behindPolicy(`<style>@media screen{html{display:none}}</style>${html}`);
}

/** A page of a browser that prints one document after another. */
export interface PrintPage {
  /** The HTML as a PDF with the size and margins of its `@page` rule. */
  print(html: string): Promise<Uint8Array>;
  /** Whether the last document left the page as it found it. If not, the page must not be used again. */
  isReusable(): boolean;
  close(): Promise<void>;
}

/** Opens a page that is closed off from network, files and scripts. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  let reusable = true;
  let navigated = false;
  const crashed = new Promise<never>((_resolve, reject) => {
    page.once('crash', () => {
      reusable = false;
      reject(new RenderError('browser_failed'));
    });
  });
  crashed.catch(() => undefined);
  const onNavigation = (event: { readonly frameId: string }) => {
    reusable = false;
    navigated ||= event.frameId === frameId;
  };
  session.on('Page.frameRequestedNavigation', onNavigation);
  session.on('Page.frameAttached', onNavigation);
  session.on('Page.frameNavigated', ({ frame }) => {
    onNavigation({ frameId: frame.id });
  });
  await session.send('Page.enable');

  async function print(html: string): Promise<Uint8Array> {
    await session.send('Page.setDocumentContent', { frameId, html: pageContentOf(html) });
    const { data } = await session.send('Page.printToPDF', printOptions);
    if (navigated) throw new RenderError('document_navigated');
    return Buffer.from(data, 'base64');
  }

  return {
    print: (html) => Promise.race([print(html), crashed]),
    isReusable: () => reusable,
    close: () => context.close(),
  };
}
