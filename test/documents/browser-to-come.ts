import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openPrinter } from './documents-fixture.ts';

/** A browser's path where there is none until it is installed. */
export interface BrowserToCome {
  readonly chromiumPath: string;
  readonly install: () => Promise<void>;
}

/** It starts the real browser of this machine; gone with the test. */
export async function browserToCome(): Promise<BrowserToCome> {
  const { chromium } = await openPrinter();
  const folder = await mkdtemp(path.join(tmpdir(), 'tongban-browser-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const chromiumPath = path.join(folder, 'chromium');
  const variables = Object.entries(chromium.env).map(([name, value]) => `export ${name}='${value}'\n`);
  const script = `#!/bin/sh\n${variables.join('')}exec '${chromium.executablePath}' "$@"\n`;
  return { chromiumPath, install: () => writeFile(chromiumPath, script, { mode: 0o755 }) };
}
