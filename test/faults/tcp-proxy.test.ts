import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { waitFor } from '../../platform/wait-for.ts';
import { open, startTcpProxy } from './harness/tcp-proxy.ts';

const echo = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.pipe(socket);
});
echo.listen(0, '127.0.0.1');
await once(echo, 'listening');
const proxy = await startTcpProxy((echo.address() as AddressInfo).port);
afterAll(async () => {
  await proxy.close();
  echo.close();
});

async function call(): Promise<{ socket: Socket; heard: () => string; ended: Promise<string> }> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1' });
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  const ended = new Promise<string>((resolve) => {
    socket.once('error', (error) => {
      resolve((error as NodeJS.ErrnoException).code ?? 'error');
    });
    socket.once('end', () => {
      resolve('end');
    });
  });
  // Or it is reset before it has begun.
  await once(socket, 'connect').catch(() => undefined);
  onTestFinished(() => {
    socket.destroy();
    proxy.set(open);
  });
  return { socket, heard: () => heard, ended };
}

const timeoutMs = 30_000;
const hears = (line: { heard: () => string }, text: string) =>
  waitFor(() => line.heard() === text, { timeoutMs, what: text });

it('passes on what comes, in its order, also when it is slow', async () => {
  const line = await call();
  proxy.set({ kind: 'slow', delayMs: 50 });
  for (const piece of ['a', 'b', 'c']) line.socket.write(piece);
  proxy.set(open);
  line.socket.write('d');
  await hears(line, 'abcd');
});

it('cut: resets whoever is connected, and whoever connects', async () => {
  const line = await call();
  line.socket.write('a');
  await hears(line, 'a');
  proxy.set({ kind: 'cut' });
  expect(await line.ended).toBe('ECONNRESET');
  const next = await call();
  expect(await next.ended).toBe('ECONNRESET');
});

it('silent: nothing comes, and who noticed is reset when it is over', async () => {
  const line = await call();
  line.socket.write('a');
  await hears(line, 'a');
  proxy.set({ kind: 'silent' });
  line.socket.write('b');
  proxy.set(open);
  expect(await line.ended).toBe('ECONNRESET');
  expect(line.heard()).toBe('a');
});

it('holds back the answer that may not pass, and no other', async () => {
  const line = await call();
  let mayPass = true;
  proxy.set({
    kind: 'holds_answers',
    having: Buffer.from('!'),
    mayPass: () => Promise.resolve(mayPass),
  });
  line.socket.write('1!');
  await hears(line, '1!');
  mayPass = false;
  line.socket.write('2');
  await hears(line, '1!2');
  line.socket.write('3!');
  // What comes after it waits behind it.
  const other = await call();
  other.socket.write('x');
  await hears(other, 'x');
  expect(line.heard()).toBe('1!2');
  proxy.set(open);
  await hears(line, '1!23!');
});
