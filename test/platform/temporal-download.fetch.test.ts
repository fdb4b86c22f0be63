import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchFromTemporal } from '../../platform/embedded/temporal-download.ts';
import { makeDataDir } from './data-dir.ts';

/** A download service as Temporal's: says where the archive is, and serves it. */
async function serve(archive: Buffer): Promise<{ baseUrl: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/archive') response.end(archive);
    else response.end(JSON.stringify({ archiveUrl: `${baseUrl}/archive`, fileToExtract: 'temporal' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => void server.close());
  return { baseUrl, asked };
}

describe('the download from Temporal', () => {
  it('puts the program where it belongs, ready to run', async () => {
    const dir = makeDataDir();
    writeFileSync(path.join(dir, 'temporal'), '#!/bin/sh\necho it runs\n');
    execFileSync('tar', ['-czf', path.join(dir, 'a.tgz'), '-C', dir, 'temporal']);
    const { baseUrl, asked } = await serve(readFileSync(path.join(dir, 'a.tgz')));
    const target = path.join(dir, 'cache', 'temporal-1.9.1');
    await fetchFromTemporal({ product: 'cli', version: '1.9.1', target, progress: () => undefined, baseUrl });
    expect(execFileSync(target, { encoding: 'utf8' })).toBe('it runs\n');
    expect(asked[0]).toMatch(/^\/cli\/1\.9\.1\?arch=(amd64|arm64)&platform=\w+&format=tar\.gz$/);
  });
});
