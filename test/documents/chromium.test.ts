import { access } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../platform/embedded/chromium.ts';
import { findNpmBrowser } from '../../platform/embedded/chromium/npm-browser.ts';
import { UnavailablePartError } from '../../platform/embedded/unavailable-part.ts';
import { cacheDir, log } from './documents-fixture.ts';

describe('findChromium', () => {
  it('finds a browser and what it is', async () => {
    const found = await findChromium({ cacheDir, log });
    expect(found.version).toMatch(/^\d+(\.\d+){3}$/);
    expect(path.isAbsolute(found.executablePath)).toBe(true);
  });

  it('takes the configured browser and no other', async () => {
    const { executablePath, env } = await findChromium({ cacheDir, log });
    if (Object.keys(env).length === 0) {
      const configured = await findChromium({ cacheDir, log, chromiumPath: executablePath });
      expect(configured).toMatchObject({ executablePath, source: 'configured' });
    }
    await expect(findChromium({ cacheDir, log, chromiumPath: '/nonexistent' })).rejects.toThrow(
      UnavailablePartError,
    );
  });
});

describe('the browser from npm', () => {
  it('brings its libraries along, also for two that ask together', async () => {
    const browser = await findNpmBrowser(cacheDir);
    // Built for x64 Linux only; elsewhere there is nothing to bring.
    if (browser === undefined) return;
    const [first, second] = await Promise.all([browser.unpackLibraries(), browser.unpackLibraries()]);
    expect(first).toBe(second);
    for (const library of [
      'libnss3.so',
      'libnspr4.so',
      'libnssutil3.so',
      'libexpat.so.1',
      'libsoftokn3.so',
    ]) {
      await expect(access(path.join(first, library))).resolves.toBeUndefined();
    }
  });
});
