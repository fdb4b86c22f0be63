import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { ApiProcess } from '../house/api-process.ts';
import { startApiProcess } from '../house/api-process.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';

const url = await createHouseDatabase();
const watcher = connectOwner(url);
const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-stop-'));
afterAll(async () => {
  await watcher.close();
  await rm(dataDir, { recursive: true });
});

let api: ApiProcess;
let headers: Record<string, string>;

beforeEach(async () => {
  api = await startApiProcess(url, dataDir);
  onTestFinished(() => void api.child.kill('SIGKILL'));
  const token = await api.issuer.sign({
    ...{ officerId: 'officer-1', roles: ['window_officer'], unitCode: parseUnitCode('440106990000') },
  });
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  // A busy machine starts a process so slowly that it refuses the first requests for being too busy.
  const isLetIn = async () => (await fetch(`http://127.0.0.1:${String(api.port)}/v1/cases`, { headers })).ok;
  await waitFor(isLetIn, { timeoutMs: 60_000, what: 'the API to answer' });
}, 300_000);

/** Whether nobody comes in any more. */
function isClosed(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(api.port, '127.0.0.1');
  socket.on('connect', () => {
    resolve(false);
    socket.destroy();
  });
  socket.on('error', () => {
    resolve(true);
  });
  return promise;
}

async function tellToStop(): Promise<void> {
  api.child.kill('SIGTERM');
  await waitFor(isClosed, { timeoutMs: 30_000, what: 'the door to be closed' });
}

/** What is heard on a line of one's own, from its first word to its end. */
function line(head: string) {
  const socket = connect(api.port, '127.0.0.1');
  let heard = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  socket
    .on('error', () => undefined)
    .on('close', () => {
      resolve(heard);
    });
  socket.write(head);
  return { socket, whole: promise };
}

function headOf(method: string, target: string, more: Record<string, string>): string {
  const lines = Object.entries({ host: 'localhost', ...headers, ...more }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

async function countOf(table: 'applications' | 'attachments'): Promise<number> {
  const [row] = await watcher.execute<{ count: number }>(
    sql.raw(`select count(*)::int as count from ${table}`),
  );
  return row?.count ?? -1;
}

const boundary = 'stopping';
const form = `--${boundary}\r\ncontent-disposition: form-data; name="application"\r\ncontent-type: application/json\r\n\r\n{}\r\n`;
const end = `--${boundary}--\r\n`;
const formHead = () =>
  headOf('POST', '/v1/cases', {
    ...{ 'content-type': `multipart/form-data; boundary=${boundary}` },
    'content-length': String(form.length + end.length),
  });

it('hears an upload out that is still coming in, and answers it', { timeout: 240_000 }, async () => {
  const upload = line(formHead());
  upload.socket.write(form);
  await waitFor(() => upload.socket.writableLength === 0, {
    timeoutMs: 30_000,
    what: 'the first half to be sent',
  });
  // Another request is answered after the half upload was read: it has begun.
  await fetch(`http://127.0.0.1:${String(api.port)}/v1/health`, { headers: { connection: 'close' } });
  await tellToStop();
  upload.socket.write(end);
  const answer = await upload.whole;
  // Refused for what it says, or for the machine being too busy: it has its answer.
  expect(answer).toMatch(/^HTTP\/1.1 (422|503) [^]*application\/problem\+json/);
  expect(await api.exit).toEqual([0, null]);
});

it('goes although an upload stands still, and keeps nothing of it', { timeout: 240_000 }, async () => {
  const upload = line(formHead());
  upload.socket.write(form.slice(0, 60));
  await fetch(`http://127.0.0.1:${String(api.port)}/v1/health`, { headers: { connection: 'close' } });
  await tellToStop();
  expect(await api.exit).toEqual([0, null]);
  await upload.whole;
  expect([await countOf('applications'), await countOf('attachments')]).toEqual([0, 0]);
});
