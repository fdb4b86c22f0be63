import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createHouseDatabase } from '../house/house.ts';
import { openDoor } from './door.ts';

const door = await openDoor(await createHouseDatabase(), undefined as never);
await door.app.listen({ host: '127.0.0.1', port: 0 });
const { port } = door.app.server.address() as AddressInfo;

/** What is heard until the line is closed. */
async function heardAfter(sent: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  const { promise, resolve } = Promise.withResolvers<string>();
  socket
    .on('error', () => undefined)
    .on('close', () => {
      resolve(heard);
    });
  socket.write(sent);
  return promise;
}

it.each([
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000', 400, 'malformed_request'],
  [
    'two lengths',
    'POST /v1/cases HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    400,
    'malformed_request',
  ],
  [
    'a head that is too large',
    `GET /v1/cases HTTP/1.1\r\nhost: a\r\nx: ${'A'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_large',
  ],
])('%s is answered with a problem like any other', async (_, sent, status, code) => {
  const heard = await heardAfter(sent);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  expect(heard).toContain('content-type: application/problem+json');
  const [head = '', body = ''] = heard.split('\r\n\r\n');
  expect(JSON.parse(body)).toMatchObject({ status, code, type: `/errors/${code}` });
  expect(head).toContain(`content-length: ${String(Buffer.byteLength(body))}`);
});
