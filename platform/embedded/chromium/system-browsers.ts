import { access, constants, readdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const systemHeadlessShells = [
  '/usr/bin/chromium-headless-shell',
  '/usr/lib/chromium/chromium-headless-shell',
];
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Whether the file exists and may be run. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function findFirstExecutable(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await isExecutable(file)) return file;
  return undefined;
}

/** The headless shell of the distribution's package. */
export function findSystemHeadlessShell(): Promise<string | undefined> {
  return findFirstExecutable(systemHeadlessShells);
}

/** A full Chrome or Chromium: it prints, seven times slower than the headless shell (measured). */
export function findSystemBrowser(): Promise<string | undefined> {
  return findFirstExecutable(systemBrowsers);
}

/**
 * The headless shell in playwright's cache, put there by `npx playwright install`. playwright-core names only the path
 * of its full browser (`…/chromium-1255/…`); the shell of the same revision lies beside it.
 */
export async function findPlaywrightHeadlessShell(): Promise<string | undefined> {
  const match = /^(.*)[/\\]chromium-(\d+)[/\\]/.exec(chromium.executablePath());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const folder = path.join(match[1], `chromium_headless_shell-${match[2]}`);
  const platforms = await readdir(folder).catch(() => []);
  return findFirstExecutable(
    platforms.flatMap((name) =>
      ['chrome-headless-shell', 'headless_shell'].map((file) => path.join(folder, name, file)),
    ),
  );
}
