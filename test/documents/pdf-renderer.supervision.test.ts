import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RenderError } from '../../activities/documents/errors.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { PdfRenderer, PdfRendererOptions } from '../../activities/documents/pdf-renderer.ts';
import type { ChromiumInstallation } from '../../platform/embedded/chromium.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { log, openPrinter, readPdf } from './documents-fixture.ts';

const html = '<p>hello</p>';
const waiting = { timeout: 30_000, interval: 20 };
let printer: { chromium: ChromiumInstallation; fonts: FontPack };
let renderer: PdfRenderer | undefined;

beforeAll(async () => {
  printer = await openPrinter();
}, 120_000);
afterEach(() => renderer?.close());

function create(options: Partial<PdfRendererOptions> = {}): PdfRenderer {
  renderer = createPdfRenderer({ ...printer, log, ...options });
  return renderer;
}

/** Browser processes that this process started and that have not ended. */
function browserPids(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [state, parent] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        const executable = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0')[0];
        return (
          parent === String(process.pid) && state !== 'Z' && executable === printer.chromium.executablePath
        );
      } catch {
        return false;
      }
    });
}

function onlyBrowserPid(): number {
  const [pid, ...others] = browserPids();
  if (pid === undefined || others.length > 0) throw new Error('one browser process was expected');
  return pid;
}

describe('the renderer', () => {
  it('keeps one browser warm and leaves no process when it is closed', async () => {
    const created = create();
    await Promise.all([created.render(html), created.render(html), created.render(html)]);
    expect(browserPids()).toHaveLength(1);
    await created.close();
    expect(browserPids()).toEqual([]);
    await expect(created.render(html)).rejects.toMatchObject({ failure: 'closed' });
  });

  it('starts a new browser when the old one was killed', async () => {
    const created = create();
    await created.render(html);
    const killed = onlyBrowserPid();
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => {
      expect(browserPids()).toEqual([]);
    }, waiting);
    const pdf = await vi.waitFor(() => created.render(html), waiting);
    expect((await readPdf(pdf)).text).toBe('hello');
    expect(onlyBrowserPid()).not.toBe(killed);
  });

  it('tells the caller of a document under way that the browser died, so that it is tried again', async () => {
    const created = create();
    await created.render(html);
    const slow = created.render('<p>hello</p>'.repeat(200_000));
    process.kill(onlyBrowserPid(), 'SIGKILL');
    await expect(slow).rejects.toMatchObject({ name: 'RenderError', failure: 'browser_failed' });
  });

  it('replaces a browser after its number of documents', async () => {
    const created = create({ rendersPerBrowser: 3 });
    const pids = new Set<number>();
    for (let document = 0; document < 7; document += 1) {
      await created.render(html);
      for (const pid of browserPids()) pids.add(pid);
    }
    expect(pids.size).toBe(3);
    await created.close();
    expect(browserPids()).toEqual([]);
  });

  it('refuses what its queue cannot hold, and prints the rest', async () => {
    const created = create({ pagesAtOnce: 2, maxWaiting: 3 });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => created.render(html)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as RenderError).failure)).toEqual(['busy', 'busy', 'busy']);
  });

  it('gives up a document after its time, with its browser, and prints the next', async () => {
    const created = create({ renderTimeoutMs: 2000, pagesAtOnce: 1 });
    await vi.waitFor(() => created.render(html), waiting);
    const endless = created.render('<p>endless</p>'.repeat(3_000_000));
    await expect(endless).rejects.toMatchObject({ failure: 'timeout' });
    const pdf = await vi.waitFor(() => created.render(html), waiting);
    expect((await readPdf(pdf)).text).toBe('hello');
  });

  it('lets a document under way finish when it is closed', async () => {
    const created = create();
    const underWay = created.render(html);
    await created.close();
    expect((await readPdf(await underWay)).text).toBe('hello');
  });

  it('fails each time, and leaves nothing, when the browser cannot start', async () => {
    const created = create({ chromium: { ...printer.chromium, executablePath: '/bin/false' } });
    await expect(created.render(html)).rejects.toMatchObject({ failure: 'browser_failed' });
    await expect(created.render(html)).rejects.toMatchObject({ failure: 'browser_failed' });
    await created.close();
  });
});
