import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerEvents } from '../../db/schema/index.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { ApiProcess } from '../house/api-process.ts';
import { startApiProcess } from '../house/api-process.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { acceptingStation, addCase, homeStation } from '../notices/outbox.ts';
import type { EventStream } from './event-stream.ts';
import { namesOf, readEventStream } from './event-stream.ts';

const url = await createHouseDatabase();
const watcher = connectOwner(url);
const holder = connectOwner(url);
const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-stop-'));

/** No test waits so long for the first: it ends because nothing is left, the other because its time is over. */
const [patient, strict] = await Promise.all(
  ['600', '1'].map((TONGBAN_STOP_LIMIT_S) => startApiProcess(url, dataDir, { TONGBAN_STOP_LIMIT_S })),
);
if (patient === undefined || strict === undefined) throw new Error('two were started');
afterAll(async () => {
  for (const { child } of [patient, strict]) child.kill('SIGKILL');
  await Promise.all([watcher.close(), holder.close()]);
  await rm(dataDir, { recursive: true });
});

async function headersOf(role: Role, unitCode: UnitCode): Promise<Record<string, string>> {
  const token = await patient?.issuer.sign({ officerId: 'officer-1', roles: [role], unitCode });
  return { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' };
}
const headers = await headersOf('window_officer', acceptingStation);
const follower = await headersOf('liaison_officer', homeStation);

const addressOf = ({ port }: ApiProcess) => `http://127.0.0.1:${String(port)}`;

beforeAll(async () => {
  for (const api of [patient, strict]) {
    // A busy machine starts a process so slowly that it refuses the first requests for being too busy.
    const isLetIn = async () => (await fetch(`${addressOf(api)}/v1/cases`, { headers })).ok;
    await waitFor(isLetIn, { timeoutMs: 60_000, what: 'the API to answer' });
  }
});

/** Whether nobody comes in any more. */
function isClosed({ port }: ApiProcess): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1');
  socket.on('connect', () => {
    resolve(false);
    socket.destroy();
  });
  socket.on('error', () => {
    resolve(true);
  });
  return promise;
}

async function tellToStop(api: ApiProcess): Promise<void> {
  api.child.kill('SIGTERM');
  await waitFor(() => isClosed(api), { timeoutMs: 30_000, what: 'the door to be closed' });
}

/** What is heard on a line of one's own, until it is closed. */
function line({ port }: ApiProcess, head: string) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  socket
    .on('error', () => undefined)
    .on('close', () => {
      resolve(heard);
    });
  socket.write(head);
  return { socket, whole: promise, heard: () => heard };
}

function headOf(method: string, target: string, more: Record<string, string>): string {
  const lines = Object.entries({ host: 'localhost', ...headers, ...more }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

const boundary = 'stopping';
const form = `--${boundary}\r\ncontent-disposition: form-data; name="application"\r\ncontent-type: application/json\r\n\r\n{}\r\n`;
const end = `--${boundary}--\r\n`;

/** Sends a part of an upload; another request is answered after it was read, so that it has begun. */
async function beginUpload(api: ApiProcess, length: number) {
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const upload = line(
    api,
    headOf('POST', '/v1/cases', { ...type, 'content-length': String(form.length + end.length) }),
  );
  upload.socket.write(form.slice(0, length));
  await waitFor(() => upload.socket.writableLength === 0, { timeoutMs: 30_000, what: 'a part to be sent' });
  await fetch(`${addressOf(api)}/v1/health`, { headers: { connection: 'close' } });
  return upload;
}

/** Somebody changes a draft whose row another holds: Postgres makes him wait until it is let go. */
async function changeHeldDraft(api: ApiProcess) {
  const address = `${addressOf(api)}/v1/drafts`;
  const kept = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ purpose: '入学' }) });
  const { id } = (await kept.json()) as { id: string };
  const [held, letGo] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const holding = holder.transaction(async (transaction) => {
    await transaction.execute(sql`select 1 from drafts where id = ${id} for update`);
    held.resolve(undefined);
    await letGo.promise;
  });
  await held.promise;
  const body = JSON.stringify({ purpose: '就业' });
  const more = {
    'if-match': kept.headers.get('etag') ?? '',
    'content-length': String(Buffer.byteLength(body)),
  };
  const change = line(api, `${headOf('PUT', `/v1/drafts/${id}`, more)}${body}`);
  const isHeld = async () =>
    (await countOf(sql`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)) >
    0;
  await waitFor(isHeld, { timeoutMs: 30_000, what: 'the change to be held' });
  return {
    change,
    id,
    release: async () => {
      letGo.resolve(undefined);
      await holding;
    },
  };
}

async function countOf(what: ReturnType<typeof sql>): Promise<number> {
  const [row] = await watcher.execute<{ count: number }>(sql`select count(*)::int as count from ${what}`);
  return row?.count ?? -1;
}

const at = parseInstant('2026-11-25T10:00:00+08:00');

async function happen(caseNo: CaseNo, seq: number): Promise<void> {
  await watcher.insert(ledgerEvents).values({
    ...{ caseNo, seq, stepKey: `step/${seq}`, position: 0, occurredAt: at, hash: '' },
    event: { type: 'received', remark: '' } as never,
  });
}

async function follow(api: ApiProcess, after: string): Promise<EventStream> {
  const more = { ...follower, 'last-event-id': after };
  return readEventStream(await fetch(`${addressOf(api)}/v1/cases/events`, { headers: more }));
}

const until = (stream: EventStream, name: string) =>
  waitFor(() => namesOf(stream).includes(name), { timeoutMs: 30_000, what: name });

describe('an API that is told to stop', () => {
  it('answers what it has begun, ends its streams and goes when nothing is left', async () => {
    const caseNo = await addCase(watcher, at);
    const stream = await follow(patient, '0');
    await happen(caseNo, 1);
    await until(stream, `${caseNo}/1`);
    const idle = line(patient, headOf('GET', '/v1/health', {}));
    await waitFor(() => idle.heard().endsWith('}'), { timeoutMs: 30_000, what: 'an answer' });
    const upload = await beginUpload(patient, form.length);
    const { change, id, release } = await changeHeldDraft(patient);

    await happen(caseNo, 2);
    await tellToStop(patient);
    await idle.whole;
    await stream.ended;
    expect(change.heard()).toBe('');

    await release();
    const changed = await change.whole;
    expect(changed).toMatch(/^HTTP\/1.1 200 [^]*connection: close[^]*"purpose":"就业"[^]*\}$/i);
    upload.socket.write(end);
    // Refused for what it says, or for the machine being too busy: it has its answer.
    expect(await upload.whole).toMatch(/^HTTP\/1.1 (422|503) [^]*application\/problem\+json/);
    expect(await patient.exit).toEqual([0, null]);

    const draft = await fetch(`${addressOf(strict)}/v1/drafts/${id}`, { headers });
    expect(await draft.json()).toMatchObject({ application: { purpose: '就业' } });
    await happen(caseNo, 3);
    const resumed = await follow(strict, stream.lastId() ?? '');
    await until(resumed, `${caseNo}/3`);
    // Each once: where the first stream ended the second goes on.
    expect([...namesOf(stream), ...namesOf(resumed)]).toEqual([1, 2, 3].map((seq) => `${caseNo}/${seq}`));
  });

  it('goes when its time is over although an upload stands still, and keeps nothing of it', async () => {
    const upload = await beginUpload(strict, 60);
    const before = await countOf(sql`applications`);
    await tellToStop(strict);
    expect(await strict.exit).toEqual([0, null]);
    expect(await upload.whole).toBe('');
    expect([await countOf(sql`applications`), await countOf(sql`attachments`)]).toEqual([before, 0]);
  });
});
