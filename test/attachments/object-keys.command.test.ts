import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createAttachmentFiles, readWhole } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import type { NewAttachment } from '../../db/repositories/attachments.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { noteStrays } from '../../db/repositories/stray-blobs.ts';
import { attachments } from '../../db/schema/index.ts';
import { listObjectKeyUse, resealObjects } from '../../db/sealed-objects.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { createS3Store } from '../../platform/blobs/s3-store.ts';
import type { SealedStore } from '../../platform/blobs/store.ts';
import { sealed } from '../../platform/blobs/store.ts';
import { systemClock } from '../../platform/clock.ts';
import type { KeyId } from '../../platform/key-ring.ts';
import { fixedKeyRing } from '../../platform/key-ring.ts';
import { createKeyRingFile, openKeyRingFile } from '../../platform/key-ring-file.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation, sampleApplication } from '../house/case-driver.ts';
import { createHouseDatabase } from '../house/house.ts';
import { startS3Server } from './s3-server.ts';
import { quickly } from '../services/quickly.ts';

// Some seventy objects are sealed anew five times, and read: half a minute where others work too.
vi.setConfig({ testTimeout: 180_000 });
const server = await startS3Server();
const url = await createHouseDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'tongban-object-keys-'));
const file = path.join(folder, 'key-ring.json');
createKeyRingFile(file);
const keyRing = openKeyRingFile(file);
const first = keyRing.content();
const bucket = createS3Store(server.options);
/** A process that runs on while keys change. */
const store = sealed(bucket, keyRing);
const owner = connectDatabase({ url, role: 'owner', maxConnections: 3, keyRing });
afterAll(async () => {
  await owner.close();
  await server.close();
  rmSync(folder, { recursive: true });
});
const files = createAttachmentFiles({ database: owner, store, clock: systemClock });

const submittedAt = systemClock.now();
const caseNo = formatCaseNo(acceptingStation, localDateOf(submittedAt), 1);
await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });

// More than two batches; the first one has three pieces.
const papers = Array.from({ length: 65 }, (_, position): NewAttachment => {
  const content = randomBytes(position === 0 ? 2.5 * 1024 * 1024 : 40);
  return {
    ...{ id: randomUUID(), caseNo, position, mediaType: 'application/pdf', pages: 1, fileName: '材料' },
    ...{ sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), content },
    ...{ keptIn: 'object_store', addedBy: 'officer-1', addedAt: submittedAt },
  };
});
const objectCount = papers.length + 2;
await files.whileStored(papers, () => owner.transaction((executor) => addAttachments(executor, papers)));
const [large] = papers;
if (large === undefined) throw new Error('there are papers');

const s3 = {
  ...{ TONGBAN_S3_URL: server.options.url, TONGBAN_S3_BUCKET: server.options.bucket },
  ...{ TONGBAN_S3_REGION: server.options.region, TONGBAN_S3_ACCESS_KEY: server.options.accessKey },
  TONGBAN_S3_SECRET_KEY: server.options.secretKey,
};

function start(settings: object, command: string, ...args: string[]) {
  return spawn(process.execPath, [...quickly, `commands/${command}.ts`, ...args], {
    cwd: path.join(import.meta.dirname, '..', '..'),
    env: { TONGBAN_POSTGRES_ADMIN_URL: url, TONGBAN_KEY_RING_FILE: file, ...settings },
  });
}

async function outcomeOf(child: ReturnType<typeof start>) {
  const ended = once(child, 'exit');
  const [told, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { told, errors, code: (await ended)[0] as number };
}

async function run(command: string, ...args: string[]): Promise<string> {
  const { told, errors, code } = await outcomeOf(start(s3, command, ...args));
  expect([errors, code]).toEqual(['', 0]);
  return told;
}

const primary = () => keyRing.content().encryption.primary;

async function objectsByKey(): Promise<Record<string, number>> {
  const uses = await listObjectKeyUse(owner, store);
  return Object.fromEntries(uses.map(({ key, values }) => [key, values]));
}

async function expectReadable(): Promise<void> {
  for (const paper of papers) {
    const read = await readWhole(files.read(paper, (query) => query(owner)));
    expect(Buffer.compare(read, paper.content)).toBe(0);
  }
}

describe('npm run keys:rotate, with papers in an object store', () => {
  it('killed half-way leaves objects under both keys and all readable; run again it finishes', async () => {
    expect(await objectsByKey()).toEqual({ [first.encryption.primary]: objectCount });
    const child = start(s3, 'keys-rotate');
    const ended = once(child, 'exit');
    for await (const chunk of child.stdout) {
      if (String(chunk).includes('对象存储：')) break;
    }
    child.kill('SIGKILL');
    await ended;
    const half = await objectsByKey();
    expect(Object.keys(half).sort()).toEqual([first.encryption.primary, primary()].sort());
    await expectReadable();
    expect(await run('keys-status')).toContain(`  对象存储：${String(half[first.encryption.primary])}\n`);

    expect(await run('keys-rotate')).toContain('继续上次未完成的轮换');
    expect(await objectsByKey()).toEqual({ [primary()]: objectCount });
    await expectReadable();
  });

  it('keeps a key that one object still needs, be it of an upload that is under way, and drops it afterwards', async () => {
    const old = sealed(bucket, fixedKeyRing(first));
    await old.put(`attachments/${large.id}/2`, large.content.subarray(2 * 1024 * 1024));
    const stray = { id: randomUUID(), chunks: 2, removableAt: submittedAt };
    await noteStrays(owner, [stray]);
    await old.put(`attachments/${stray.id}/0`, randomBytes(10));
    const kept = await run('keys-rotate', '--drop');
    expect(kept).toContain(`${first.encryption.primary} 仍有2项内容需要，未移除`);
    expect([...keyRing.content().encryption.keys.keys()]).toContain(first.encryption.primary);
    await expectReadable();
    await run('keys-rotate');
    expect(await run('keys-rotate', '--drop')).toContain(
      `${first.encryption.primary} 仍有1项内容需要，未移除`,
    );
    expect(await files.removeStrays()).toBe(1);
    expect(await run('keys-rotate', '--drop')).toContain(`已移除 ${first.encryption.primary}`);
    await expectReadable();
  });

  it.each([['keys-rotate'], ['keys-rotate', '--drop'], ['keys-status']] as const)(
    'does nothing without the settings of the store: %s %s',
    async (command, ...args) => {
      const before = keyRing.content();
      const { errors, code } = await outcomeOf(start({}, command, ...args));
      expect([code, errors]).toEqual([1, expect.stringContaining('TONGBAN_S3_URL')]);
      expect(keyRing.content()).toEqual(before);
    },
  );

  it('seals several objects at a time and never more, and after a failure goes on with what is left', async () => {
    await run('keys-rotate', '--add');
    const added = [...keyRing.content().encryption.keys.keys()].at(-1) ?? '';
    const { encryption, search } = keyRing.content();
    const next = fixedKeyRing({ encryption: { ...encryption, primary: added as KeyId }, search });
    const turning = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing: next });
    const plain = sealed(bucket, next);
    const state = { underWay: 0, most: 0, put: 0, failsAfter: 30 };
    const counted = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
      state.underWay += 1;
      state.most = Math.max(state.most, state.underWay);
      try {
        return await work();
      } finally {
        state.underWay -= 1;
      }
    };
    const watched: SealedStore = {
      ...plain,
      get: (key) => counted(() => plain.get(key)),
      put: (key, bytes) =>
        counted(async () => {
          if (state.put === state.failsAfter) throw new Error('the store is away');
          state.put += 1;
          await plain.put(key, bytes);
        }),
    };
    await expect(resealObjects(turning, watched)).rejects.toThrow('the store is away');
    expect(state.underWay).toBe(0);
    const half = await objectsByKey();
    expect(half[added]).toBe(30);
    Object.assign(state, { put: 0, failsAfter: -1 });
    await resealObjects(turning, watched);
    expect(state.put).toBe(objectCount - 30);
    expect([state.most > 1, state.most <= 8]).toEqual([true, true]);
    expect(await objectsByKey()).toEqual({ [added]: objectCount });
    await expectReadable();
    await turning.close();
    await run('keys-rotate');
  });

  it('lets retention wait for the paper that is being sealed anew, and puts nothing back that it removed', async () => {
    await run('keys-rotate', '--add');
    const turnedTo = [...keyRing.content().encryption.keys.keys()].at(-1);
    const { encryption, search } = keyRing.content();
    const next = fixedKeyRing({ encryption: { ...encryption, primary: turnedTo ?? primary() }, search });
    const turning = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing: next });
    const order: string[] = [];
    const slow = sealed(bucket, next);
    const waitsForDeletion: SealedStore = {
      ...slow,
      async put(key, bytes) {
        if (key === `attachments/${large.id}/1`) {
          void owner
            .delete(attachments)
            .where(eq(attachments.id, large.id))
            .then(() => order.push('deleted'));
          await waitFor(() => isWaiting(), { what: 'the deletion to wait', timeoutMs: 10_000 });
          order.push('sealed');
        }
        await slow.put(key, bytes);
      },
    };
    await resealObjects(turning, waitsForDeletion);
    await waitFor(() => order.length === 2, { what: 'the deletion', timeoutMs: 10_000 });
    expect(order).toEqual(['sealed', 'deleted']);
    // The server of the tests may stumble over deletions at the same moment; the sweep comes again.
    const sweep = () => files.removeStrays().then(() => true);
    await waitFor(sweep, { what: 'the sweep', timeoutMs: 10_000 });
    expect((await server.keys()).filter((key) => key.includes(large.id))).toEqual([]);
    await turning.close();
  });
});

async function isWaiting(): Promise<boolean> {
  const rows = await owner.execute(
    sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'delete from "attachments"%'`,
  );
  return rows.length > 0;
}
