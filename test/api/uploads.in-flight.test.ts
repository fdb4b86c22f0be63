import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../platform/config.ts';
import { createByteBudget } from '../../platform/files/byte-budget.ts';
import { openUploads } from '../../platform/files/uploads.ts';
import { createLogger } from '../../platform/logger.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { temporal, url, door: sound } = await openHouseWithDoor();
const inFlight = createByteBudget(1_000_000);
const uploads = { ...openUploads(loadConfig({}), createLogger({ name: 'api', level: 'silent' })), inFlight };
const door = await openDoor(url, temporal.client, { uploads });
await door.app.listen({ host: '127.0.0.1', port: 0 });
const { port } = door.app.server.address() as AddressInfo;
const token = await door.issuer.sign({
  ...{ officerId: 'officer-1', roles: ['window_officer'] },
  unitCode: parseUnitCode('440106990000'),
});

const boundary = 'bytes-in-flight';
const fileHead = [
  `--${boundary}`,
  'content-disposition: form-data; name="attachments"; filename="a.png"',
  'content-type: image/png',
  '',
  '',
].join('\r\n');

/** Begins an upload, and says what is heard of it. */
function begin(framing: string): { readonly socket: Socket; heard(): string } {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  const head = [
    'POST /v1/cases HTTP/1.1',
    'host: localhost',
    `authorization: Bearer ${token}`,
    `content-type: multipart/form-data; boundary=${boundary}`,
    framing,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return { socket, heard: () => heard };
}

const answered = (upload: { heard(): string }) =>
  waitFor(() => upload.heard().includes('"code"'), { timeoutMs: 60_000, what: 'the answer' });
const holding = (bytes: number) =>
  waitFor(() => inFlight.heldBytes() === bytes, { timeoutMs: 60_000, what: `${String(bytes)} bytes held` });

describe('uploads in flight', () => {
  it('are refused before they are read where their length says so, and while they are read where nothing does', async () => {
    const first = begin('content-length: 600000');
    first.socket.write(fileHead);
    await holding(600_000);

    // Not a byte of its body is sent: it is answered by its head.
    const second = begin('content-length: 600000');
    await answered(second);
    expect(second.heard()).toMatch(/^HTTP\/1.1 503/);
    expect(second.heard().toLowerCase()).toMatch(/retry-after: \d+\r\n/);
    expect(second.heard().toLowerCase()).toContain('connection: close');

    const third = begin('transfer-encoding: chunked');
    const piece = Buffer.alloc(500_000, 65);
    third.socket.write(`${fileHead.length.toString(16)}\r\n${fileHead}\r\n`);
    third.socket.write(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece]));
    await answered(third);
    expect(third.heard()).toMatch(/^HTTP\/1.1 503/);
    await holding(600_000);

    // What breaks off gives back what it held.
    first.socket.destroy();
    await holding(0);
    const fourth = begin(`content-length: ${String(fileHead.length + boundary.length + 8)}`);
    fourth.socket.write(`${fileHead}\r\n--${boundary}--\r\n`);
    await answered(fourth);
    expect(fourth.heard()).not.toMatch(/^HTTP\/1.1 503/);
    await holding(0);
    for (const { socket } of [second, third, fourth]) socket.destroy();
  });

  it('are nothing to whoever sends none', async () => {
    expect((await sound.call('window', 'GET', '/v1/cases')).statusCode).toBe(200);
  });
});
