import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { dataHeaders } from '../../api/data-headers.ts';
import { createHouseDatabase } from '../house/house.ts';
import { openDoor } from './door.ts';

const door = await openDoor(await createHouseDatabase(), undefined as never);
await door.app.listen({ host: '127.0.0.1', port: 0 });
const { port } = door.app.server.address() as AddressInfo;

/** What is heard until the line is closed. */
async function heardAfter(sent: string) {
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
  const [head = '', body = ''] = (await promise).split('\r\n\r\n');
  const [line = '', ...fields] = head.split('\r\n');
  const headers = fields.map((field) => /^([^:]+): (.*)$/.exec(field)?.slice(1) as [string, string]);
  return { status: Number(line.split(' ')[1]), headers: Object.fromEntries(headers), body };
}

const asking = (address: string, ...headers: string[]) =>
  [`GET ${address} HTTP/1.1`, 'connection: close', ...headers].join('\r\n') + '\r\n\r\n';

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
  ['a case number that cannot be decoded', asking('/v1/cases/%zz', 'host: a'), 400, 'malformed_request'],
  ['a page that cannot be decoded', asking('/status/%zz', 'host: a'), 400, 'malformed_request'],
  ['a token that is too long', asking(`/verify/${'A'.repeat(200)}`, 'host: a'), 400, 'malformed_request'],
  ['a request of no host', asking('/v1/cases'), 400, 'malformed_request'],
  ['a request of no host for nothing', asking('/v1/nothing'), 400, 'malformed_request'],
  ['what nobody does', asking('/v1/health', 'host: a', 'expect: nonsense'), 417, 'expectation_failed'],
])('%s is answered with a problem like any other', async (_, sent, status, code) => {
  const heard = await heardAfter(sent);
  expect(heard.status).toBe(status);
  expect(heard.headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
    'content-length': String(Buffer.byteLength(heard.body)),
    ...dataHeaders,
  });
  expect(JSON.parse(heard.body)).toMatchObject({ status, code, type: `/errors/${code}` });
});

it.each([
  ['of HTTP/1.0, which knows no host', 'GET /v1/health HTTP/1.0\r\n\r\n'],
  ['that expects to be told to go on', asking('/v1/health', 'host: a', 'expect: 100-continue')],
])('a request %s is answered', async (_, sent) => {
  const heard = await heardAfter(sent);
  expect([100, 200]).toContain(heard.status);
});

it('what is refused early is sent with the same headers as the answer of a route', async () => {
  const { headers } = await door.app.inject({ url: '/v1/health' });
  const ofTheAnswer = ['connection', 'content-length', 'content-type', 'date'];
  expect(Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheAnswer.includes(name)))).toEqual(
    dataHeaders,
  );
});
