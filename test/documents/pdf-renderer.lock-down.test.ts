import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { PdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { log, openPrinter, readPdf } from './documents-fixture.ts';

const secret = 'CANARY-7788';
let renderer: PdfRenderer;
let canary: Server;
let folder: string;
const hits: string[] = [];

beforeAll(async () => {
  renderer = createPdfRenderer({ ...(await openPrinter()), log });
  folder = await mkdtemp(path.join(tmpdir(), 'tongban-lock-down-'));
  await writeFile(path.join(folder, 'secret.txt'), secret);
  canary = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('x');
  }).listen(0, '127.0.0.1');
  canary.on('connection', () => hits.push('connection'));
  await once(canary, 'listening');
}, 120_000);

afterAll(async () => {
  await renderer.close();
  canary.close();
  await rm(folder, { recursive: true });
});

function hostileHead(origin: string): string {
  return `<link rel=stylesheet href="${origin}/css"><link rel=preload as=font crossorigin href="${origin}/preload">
    <link rel=prefetch href="${origin}/prefetch"><link rel=preconnect href="${origin}"><base href="${origin}/">
    <style>@import url(${origin}/import);@font-face{font-family:x;src:url(${origin}/font)}
    body{font-family:x;background:url(${origin}/background)}</style>`;
}

function hostileBody(origin: string, file: string): string {
  return `hello<img src="${origin}/img"><img src="${origin.replace('127.0.0.1', 'localhost')}/name">
    <iframe src="${origin}/iframe"></iframe><iframe src="${file}"></iframe><object data="${file}"></object>
    <embed src="${file}"><img src="${file}"><svg><image href="${origin}/svg"/></svg><video src="${origin}/video"></video>
    <iframe srcdoc="<img src=${origin}/srcdoc>"></iframe>
    <script>document.body.append('SCRIPT');fetch('${origin}/fetch');new WebSocket('${origin.replace('http', 'ws')}')</script>`;
}

describe('a hostile document', () => {
  it('reaches neither network nor files, and runs no script', async () => {
    const origin = `http://127.0.0.1:${String((canary.address() as AddressInfo).port)}`;
    const file = `file://${path.join(folder, 'secret.txt')}`;
    const { text } = await readPdf(
      await renderer.render(
        `<html><head>${hostileHead(origin)}</head><body>${hostileBody(origin, file)}</body></html>`,
      ),
    );
    expect(text).toContain('hello');
    expect(text).not.toContain('SCRIPT');
    expect(text).not.toContain(secret);
    expect(hits).toEqual([]);
  });

  it('is stopped when it tries to lead the page elsewhere, and the next document is printed as always', async () => {
    const origin = `http://127.0.0.1:${String((canary.address() as AddressInfo).port)}`;
    const refresh = `<meta http-equiv="refresh" content="0;url=${origin}/refresh"><p>hello</p>`;
    await Promise.allSettled([renderer.render(refresh), renderer.render(refresh), renderer.render(refresh)]);
    const next = await Promise.all([renderer.render('<p>next</p>'), renderer.render('<p>next</p>')]);
    for (const pdf of next) expect((await readPdf(pdf)).text).toBe('next');
    expect(hits).toEqual([]);
  });

  it.each(['about:blank', 'http://127.0.0.1:9/'])(
    'does no harm to the next ones when it leads to %s a second later',
    async (url) => {
      const onePage = createPdfRenderer({ ...(await openPrinter()), log, pagesAtOnce: 1 });
      onTestFinished(() => onePage.close());
      await onePage.render(`<meta http-equiv="refresh" content="1;url=${url}"><p>hello</p>`);
      // Some two seconds of work (12 ms each, measured): the refresh fires under one of them.
      for (let document = 0; document < 200; document += 1) await onePage.render('<p>next</p>');
    },
  );

  it('would have reached the canary without the lock-down', async () => {
    const origin = `http://127.0.0.1:${String((canary.address() as AddressInfo).port)}`;
    await fetch(`${origin}/alive`);
    expect(hits).toContain('/alive');
    hits.length = 0;
  });
});
