import type { BrowserContextOptions } from 'playwright-core';

/**
 * Five settings that each keep a document from the network and from the machine's files, used together because each
 * alone has been seen to let something through (JavaScript off: 13 of 15 kinds of request; the policy: meta refresh).
 */

/** No name resolves, and what needs no name meets a proxy that does not exist. */
export const launchArguments = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-pings',
  '--disable-gpu',
  // /dev/shm is 64 MB in a container.
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
] as const;

/** No script runs and the page counts as offline. */
export const contextOptions = {
  javaScriptEnabled: false,
  offline: true,
  serviceWorkers: 'block',
  acceptDownloads: false,
} as const satisfies BrowserContextOptions;

const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; object-src 'none'";

/**
 * The document behind the policy that forbids it to load anything. With `font-src 'none'` there are no web fonts to wait
 * for: fonts are those of the system (the font pack), found while the page is laid out.
 */
export function behindPolicy(html: string): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">${html}`;
}
