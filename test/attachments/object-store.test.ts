import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createBlobSweepActivities } from '../../activities/periodic/blob-sweep.ts';
import { createRetentionActivities } from '../../activities/periodic/retention.ts';
import { createAttachmentFiles, readWhole } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import type { NewAttachment } from '../../db/repositories/attachments.ts';
import { addAttachments, listAttachments } from '../../db/repositories/attachments.ts';
import { applications, attachmentChunks, strayBlobs } from '../../db/schema/index.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { createS3Store } from '../../platform/blobs/s3-store.ts';
import { sealed } from '../../platform/blobs/store.ts';
import { systemClock } from '../../platform/clock.ts';
import { anotherApplication, openDoor, openHouseWithDoor } from '../api/door.ts';
import type { Door } from '../api/door.ts';
import { playPeople, scan } from '../api/people.ts';
import { unzip } from '../api/unzip.ts';
import { pdfWith, stream } from '../files/pdf-with.ts';
import { testKeyRing } from '../services/test-key-ring.ts';
import { startS3Server } from './s3-server.ts';

const server = await startS3Server();
afterAll(() => server.close());
const bucket = createS3Store(server.options);
const store = sealed(bucket, testKeyRing);

// The house beside it knows no object store, as before it was set up.
const { url, temporal, house, door: plainDoor } = await openHouseWithDoor();
const opening = { url, maxConnections: 2, keyRing: testKeyRing };
const apiDatabase = connectDatabase({ ...opening, role: 'tongban_api' });
const workerDatabase = connectDatabase({ ...opening, role: 'tongban_worker' });
afterAll(() => Promise.all([apiDatabase.close(), workerDatabase.close()]));
const door = await openDoor(url, temporal.client, {
  attachmentFiles: createAttachmentFiles({ database: apiDatabase, store, clock: systemClock }),
});
const { submitWithScan } = playPeople(door);

const workerFiles = (at: string) =>
  createAttachmentFiles({ database: workerDatabase, store, clock: { now: () => parseInstant(at) } });

// Three pieces, of which the last is short.
const large = pdfWith([stream('', randomBytes(2.5 * 1024 * 1024))]);

async function send(to: Door, content: Buffer, change: object = {}) {
  const form = new FormData();
  const application = { ...anotherApplication(), ...change };
  form.append('application', new Blob([JSON.stringify(application)], { type: 'application/json' }));
  form.append('attachments', new Blob([new Uint8Array(content)]), '材料.pdf');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return to.call('window', 'POST', '/v1/cases', {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
}

interface Sent {
  readonly caseNo: CaseNo;
  readonly attachments: readonly { readonly id: string; readonly sha256: string }[];
}

const keysOf = async (id: string) => (await server.keys()).filter((key) => key.includes(id));
const countStrays = () => house.owner.$count(strayBlobs);
const countApplications = () => house.owner.$count(applications);

async function sendLarge(to = door) {
  const { caseNo, attachments } = (await send(to, large)).json<Sent>();
  const [paper = { id: '', sha256: '' }] = attachments;
  return { caseNo, ...paper, address: `/v1/cases/${caseNo}/attachments/${paper.id}` };
}

describe('papers in an object store', () => {
  it('are put there in pieces and nowhere else, and read back by both stations, the export and the binder', async () => {
    const { caseNo, id, sha256, address } = await sendLarge();
    const keys = [0, 1, 2].map((n) => `attachments/${id}/${n}`);
    expect(await keysOf(id)).toEqual(keys);
    for (const [n, key] of keys.entries()) {
      const start = n * 1024 * 1024;
      expect(Buffer.from(await bucket.get(key)).includes(large.subarray(start, start + 16))).toBe(false);
    }
    expect(await house.owner.$count(attachmentChunks, eq(attachmentChunks.attachmentId, id))).toBe(0);
    expect(await countStrays()).toBe(0);
    expect(sha256).toBe(createHash('sha256').update(large).digest('hex'));
    expect((await door.call('liaison', 'GET', address)).rawPayload.equals(large)).toBe(true);
    expect((await door.call('stranger', 'GET', address)).statusCode).toBe(404);
    const exported = await door.call('window', 'GET', `/v1/cases/${caseNo}/export`);
    expect((await unzip(exported.rawPayload)).get('attachments/00.pdf')?.equals(large)).toBe(true);
    const [paper] = await listAttachments(workerDatabase, caseNo);
    if (paper === undefined) throw new Error('no paper');
    const files = workerFiles('2026-11-30T10:00:00+08:00');
    const read = await readWhole(files.read(paper, (query) => query(workerDatabase)));
    expect(large.equals(read)).toBe(true);
  });

  it('leave those where they are that the database kept', async () => {
    const { address } = await sendLarge(plainDoor);
    expect((await door.call('liaison', 'GET', address)).rawPayload.equals(large)).toBe(true);
  });

  it('are taken away again with an application that is refused, or the same paper once more', async () => {
    const before = await server.keys();
    expect((await send(door, large, { agreed: false })).statusCode).toBe(422);
    const caseNo = await submitWithScan();
    const kept = await server.keys();
    expect(kept).toHaveLength(before.length + 1);
    const form = new FormData();
    form.append('attachments', new Blob([new Uint8Array(scan)]), '身份证件.png');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const again = await door.call('window', 'POST', `/v1/cases/${caseNo}/attachments`, {
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    });
    expect(again.statusCode).toBe(201);
    expect(await server.keys()).toEqual(kept);
    expect(await countStrays()).toBe(0);
  });

  it('are not taken while the store is away, and nothing is stored half; what needs no store goes on', async () => {
    const { address } = await sendLarge();
    const before = await countApplications();
    await server.stop();
    const sent = await send(door, large);
    expect([sent.statusCode, sent.headers['retry-after']]).toEqual([503, '5']);
    expect((await door.call('liaison', 'GET', address)).json()).toMatchObject({
      status: 503,
      code: 'service_unavailable',
    });
    expect(await countApplications()).toBe(before);
    await door.submit();
    await server.startAgain();
    expect((await door.call('liaison', 'GET', address)).statusCode).toBe(200);
  });

  it('are read while they are sent: one that is damaged breaks off instead of ending well', async () => {
    const { id, address } = await sendLarge();
    await store.put(`attachments/${id}/2`, new Uint8Array(large.length - 2 * 1024 * 1024));
    const broken = await door.call('liaison', 'GET', address).then(
      ({ rawPayload }) => rawPayload.length < large.length,
      () => true,
    );
    expect(broken).toBe(true);
    await store.delete(`attachments/${id}/0`);
    expect((await door.call('liaison', 'GET', address)).json()).toMatchObject({ code: 'internal_error' });
  });
});

describe('the sweep', () => {
  const paper = (caseNo: CaseNo): NewAttachment => ({
    ...{ id: randomUUID(), caseNo, position: 1, mediaType: 'application/pdf', sizeBytes: 3, pages: 1 },
    ...{ sha256: 'x', fileName: '材料', keptIn: 'object_store', content: new Uint8Array(3) },
    ...{ addedBy: 'officer-1', addedAt: parseInstant('2026-11-30T10:00:00+08:00') },
  });

  /** A process that dies between the bytes and their row, which it may still be about to add. */
  async function diedMeanwhile(added: NewAttachment): Promise<void> {
    const dying = workerFiles('2026-11-30T10:00:00+08:00').whileStored([added], () => {
      // Nothing removes what it noted.
      return server.stop().then(() => Promise.reject(new Error('killed')));
    });
    await expect(dying).rejects.toThrow('killed');
    await server.startAgain();
  }

  it('removes what a crash left, an hour later and not before; its row can then no longer be added', async () => {
    const { caseNo } = await sendLarge();
    const [left, late] = [paper(caseNo), paper(caseNo)];
    await diedMeanwhile(left);
    await diedMeanwhile(late);
    const sweepAt = (at: string) =>
      createBlobSweepActivities({
        attachmentFiles: workerFiles(at),
        log: pino({ level: 'silent' }),
      }).removeStrayBlobs();
    expect(await sweepAt('2026-11-30T10:59:00+08:00')).toBe(0);
    await addAttachments(house.owner, [late]);
    expect(await sweepAt('2026-11-30T11:01:00+08:00')).toBe(1);
    expect([await keysOf(left.id), await keysOf(late.id)]).toEqual([[], [`attachments/${late.id}/0`]]);
    const tooLate = house.owner.transaction((executor) =>
      addAttachments(executor, [{ ...left, position: 2 }]),
    );
    await expect(tooLate).rejects.toThrow('too long after their bytes');
  });

  it('and retention remove the papers of a case, which a hold keeps', async () => {
    const [gone, held, inDatabase] = [await sendLarge(), await sendLarge(), await sendLarge(plainDoor)];
    const chunks = () =>
      house.owner.$count(attachmentChunks, eq(attachmentChunks.attachmentId, inDatabase.id));
    expect(await chunks()).toBe(3);
    for (const { caseNo } of [gone, held, inDatabase]) {
      const body = { statement: '申请人要求撤回' };
      const withdrawn = await door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, { body });
      expect(withdrawn.statusCode).toBe(200);
    }
    const hold = await door.call('homeAuditor', 'PUT', `/v1/cases/${held.caseNo}/legal-hold`, {
      body: { reason: '复议' },
    });
    expect(hold.statusCode).toBeLessThan(300);
    const at = '2037-01-01T02:00:00+08:00';
    const { anonymiseExpired } = createRetentionActivities({
      ...{ database: workerDatabase, attachmentFiles: workerFiles(at), retentionDays: 30 },
      clock: { now: () => parseInstant(at) },
      log: pino({ level: 'silent' }),
    });
    expect(await anonymiseExpired()).toBe(2);
    expect(await keysOf(gone.id)).toEqual([]);
    expect(await chunks()).toBe(0);
    expect(await keysOf(held.id)).toHaveLength(3);
    expect(await countStrays()).toBe(0);
  });
});
