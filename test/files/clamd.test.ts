import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { createClamdScanner, openScanner } from '../../platform/files/clamd.ts';
import { infectedFile, startClamd } from './clamd-server.ts';

const clamd = await startClamd();
afterAll(() => clamd.stop());
const scanner = openScanner(`127.0.0.1:${clamd.port}`);

/** A daemon that says what it likes, or nothing. */
async function answering(answer: string | undefined) {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (answer !== undefined) socket.end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return createClamdScanner({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    timeoutMs: 300,
  });
}

describe('the scanner', () => {
  it('says what the daemon says, of small files and of several at once', async () => {
    const large = Buffer.alloc(300_000, 'a');
    expect(await Promise.all([scanner.scan(infectedFile), scanner.scan(large)])).toEqual([
      { kind: 'infected', signature: 'Tongban.Test.UNOFFICIAL' },
      { kind: 'clean' },
    ]);
  });

  it('is unavailable for what is longer than the daemon takes: that is not clean', async () => {
    const verdict = await scanner.scan(Buffer.alloc(2 * 1024 * 1024, 'a'));
    expect(verdict.kind).toBe('unavailable');
  });

  it('is unavailable where nobody listens', async () => {
    const nobody = createClamdScanner({ host: '127.0.0.1', port: await findFreePort() });
    expect(await nobody.scan(infectedFile)).toEqual({ kind: 'unavailable', reason: 'ECONNREFUSED' });
  });

  it.each([
    ['nothing', undefined],
    ['an end', ''],
    ['half a sentence', 'stream: O'],
    ['an OK that is not the last word', 'stream: OK'],
    ['something else', 'UNKNOWN COMMAND\0'],
  ])('is unavailable when the daemon answers with %s', async (_, answer) => {
    expect((await (await answering(answer)).scan(Buffer.from('a'))).kind).toBe('unavailable');
  });
});
