import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../../platform/wait-for.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door, temporal, url } = await openHouseWithDoor();

/** Sends the pieces, keeps the line open without ever ending the request, and gives what came until it was closed. */
async function dribble(port: number, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('close', () => {
    resolve(heard);
  });
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  return promise;
}

describe('JSON of a few kilobytes and thousands of levels', () => {
  const nested = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;

  it.each(['/v1/drafts', '/v1/cases', '/v1/cases/bulk'])(
    'is malformed before anything looks into it: %s',
    async (url) => {
      const headers = { 'content-type': 'application/json' };
      const response = await door.call('window', 'POST', url, { payload: nested, headers });
      expect([response.statusCode, response.json()]).toMatchObject([400, { code: 'malformed_request' }]);
    },
  );

  it('is malformed as a part of a form', async () => {
    const form = new FormData();
    form.set('application', nested);
    const sent = new Response(form);
    const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await sent.arrayBuffer());
    const response = await door.call('window', 'POST', '/v1/cases', { payload, headers });
    expect([response.statusCode, response.json()]).toMatchObject([400, { code: 'malformed_request' }]);
  });
});

describe('what browsers are told of an answer', () => {
  it.each(['/v1/health', '/v1/cases', '/v1/nothing'])('%s: it is data, never a page', async (address) => {
    const { headers } = await door.app.inject({ url: address });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('lets the page of the documentation run its own scripts and nobody else’s', async () => {
    const { headers } = await door.app.inject({ url: '/docs/static/index.html' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });
});

describe('whoever holds a line without saying anything', () => {
  it('loses it, with its head half sent, and with its body half sent', async () => {
    const slow = await openDoor(url, temporal.client);
    await slow.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = slow.app.server.address() as AddressInfo;
    const { server } = slow.app;
    // As long as real ones, but for the waiting.
    expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 300_000]);
    server.headersTimeout = 50;
    server.requestTimeout = 100;
    const head = 'POST /v1/cases HTTP/1.1\r\nhost: localhost\r\n';
    const [ofHead, ofBody] = await Promise.all([
      dribble(port, head),
      dribble(port, `${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`),
    ]);
    expect(ofHead).toMatch(/^HTTP\/1.1 408 [^]*"code":"request_timeout"/);
    expect(ofBody).toMatch(/^HTTP\/1.1 (408|401)/);
  });
});

describe('a process that is asked too much', () => {
  it('says so at once, and goes on answering whoever supervises it', async () => {
    const busy = await openDoor(url, temporal.client, {
      shedding: { maxEventLoopDelayMs: 60_000, maxRssBytes: 1 },
    });
    // What it weighs is looked at every few seconds.
    await waitFor(() => busy.app.isUnderPressure(), { timeoutMs: 30_000, what: 'the first look' });
    const refused = await busy.call('window', 'GET', '/v1/cases');
    expect(refused.json()).toMatchObject({ status: 503, code: 'service_unavailable' });
    expect(refused.headers['retry-after']).toBe('5');
    for (const address of ['/v1/health', '/v1/ready']) {
      expect((await busy.app.inject({ url: address })).statusCode).toBe(200);
    }
    for (const address of ['/', '/status', '/verify']) {
      const { statusCode, headers } = await busy.app.inject({ url: address });
      expect([address, statusCode, headers['retry-after']]).toEqual([address, 503, '5']);
    }
  });
});
