import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { createAttachmentFiles, readWhole } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { listKeyUse } from '../../db/key-rotation.ts';
import {
  addApplication,
  listApplicants,
  listOpenCasesOfApplicant,
} from '../../db/repositories/applications.ts';
import type { NewAttachment } from '../../db/repositories/attachments.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { addPaperOnce, findPaper } from '../../db/repositories/papers.ts';
import { papers } from '../../db/schema/index.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { systemClock } from '../../platform/clock.ts';
import { createKeyRingFile, openKeyRingFile } from '../../platform/key-ring-file.ts';
import { hashesOfCode, hashOfCode, newPrintedCode } from '../../platform/printed-secrets.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation, sampleApplication } from '../house/case-driver.ts';
import { createHouseDatabase } from '../house/house.ts';
import { commandRows } from './command-rows.ts';
import { quickly } from '../services/quickly.ts';

const url = await createHouseDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'tongban-rotation-'));
const file = path.join(folder, 'key-ring.json');
createKeyRingFile(file);
const keyRing = openKeyRingFile(file);
const first = keyRing.content();
/** A process that runs on while keys change. */
const owner = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing });
afterAll(async () => {
  await owner.close();
  rmSync(folder, { recursive: true });
});

const submittedAt = systemClock.now();
const caseNos = Array.from({ length: 350 }, (_, index) =>
  formatCaseNo(acceptingStation, localDateOf(submittedAt), index + 1),
);
for (const caseNo of caseNos) {
  await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });
}
const paperOf = formatCaseNo(acceptingStation, localDateOf(submittedAt), 1);
const pdf = new Uint8Array(3_000_000).fill(65);
const key = { paper: 'acceptance_receipt', seq: 1 } as const;
const code = newPrintedCode();
const codeHash = hashOfCode(keyRing, paperOf, code);
await addPaperOnce(owner, { ...key, caseNo: paperOf, sha256: '', pdf, madeAt: submittedAt, codeHash });
const scan: NewAttachment = {
  ...{
    id: randomUUID(),
    caseNo: paperOf,
    position: 0,
    mediaType: 'application/pdf',
    pages: 1,
    fileName: '材料',
  },
  ...{ sizeBytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex'), content: pdf },
  ...{ keptIn: 'database', addedBy: 'officer-1', addedAt: submittedAt },
};
await addAttachments(owner, [scan]);
const files = createAttachmentFiles({ database: owner, clock: systemClock });

function start(command: string, ...args: string[]) {
  return spawn(process.execPath, [...quickly, `commands/${command}.ts`, ...args], {
    cwd: path.join(import.meta.dirname, '..', '..'),
    env: { TONGBAN_POSTGRES_ADMIN_URL: url, TONGBAN_KEY_RING_FILE: file },
  });
}

async function run(command: string, ...args: string[]): Promise<string> {
  const child = start(command, ...args);
  const ended = once(child, 'exit');
  const [told, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([errors, (await ended)[0]]).toEqual(['', 0]);
  return told;
}

/** How many values each encryption key is needed for. */
async function usesOf(purpose: 'encryption' | 'search'): Promise<Record<string, number>> {
  const uses = (await listKeyUse(owner)).filter((use) => use.purpose === purpose);
  return Object.fromEntries(
    [...Map.groupBy(uses, (use) => use.key)].map(([id, of]) => [
      id,
      of.reduce((sum, { values }) => sum + values, 0),
    ]),
  );
}

async function expectReadable(): Promise<void> {
  const found = await listApplicants(owner, caseNos);
  expect(found.size).toBe(caseNos.length);
  expect(new Set([...found.values()].map(({ name }) => name))).toEqual(new Set(['李样例']));
  const paper = await findPaper(owner, paperOf, key);
  expect(Buffer.compare(paper?.pdf ?? new Uint8Array(), pdf)).toBe(0);
  const read = await readWhole(files.read(scan, (query) => query(owner)));
  expect(Buffer.compare(read, pdf)).toBe(0);
  const { idNumber } = sampleApplication.applicant;
  expect(await listOpenCasesOfApplicant(owner, idNumber, ['NAME_CHANGE'])).toHaveLength(caseNos.length);
}

// Of each case three, a paper, and of the scan its name and three pieces.
const valueCount = 3 * caseNos.length + 1 + 4;

describe('npm run keys:rotate', () => {
  it('killed half-way leaves both keys in use and everything readable; run again it finishes', async () => {
    expect(await usesOf('encryption')).toEqual({ [first.encryption.primary]: valueCount });
    const child = start('keys-rotate');
    const ended = once(child, 'exit');
    for await (const chunk of child.stdout) {
      if (String(chunk).includes('applications：')) break;
    }
    child.kill('SIGKILL');
    await ended;
    const half = await usesOf('encryption');
    expect(Object.keys(half)).toHaveLength(2);
    await expectReadable();

    expect(await run('keys-rotate')).toContain('继续上次未完成的轮换');
    const { primary } = keyRing.content().encryption;
    expect(primary).not.toBe(first.encryption.primary);
    expect(await usesOf('encryption')).toEqual({ [primary]: valueCount });
    await expectReadable();
  });

  it('keeps the old key readable until it is dropped, and never drops one that is needed', async () => {
    expect([...keyRing.content().encryption.keys.keys()]).toContain(first.encryption.primary);
    expect(await run('keys-rotate', '--drop')).toContain(`已移除 ${first.encryption.primary}`);
    const { encryption } = openKeyRingFile(file).content();
    expect([...encryption.keys.keys()]).toEqual([encryption.primary]);
    await expectReadable();
    expect(await run('keys-rotate', '--drop')).toContain('没有可移除的');
    expect(await commandRows(owner, 'keys:rotate')).toEqual([encryption.primary]);
    expect(await commandRows(owner, 'keys:rotate --drop')).toEqual([first.encryption.primary]);
  });

  it('adds a key that every process can read before any writes with it', async () => {
    const before = keyRing.content().encryption.primary;
    expect(await run('keys-rotate', '--add')).toContain('尚未启用');
    expect(keyRing.content().encryption.primary).toBe(before);
    expect(await run('keys-rotate')).toContain('已启用先前加入的');
    expect(await usesOf('encryption')).toEqual({ [keyRing.content().encryption.primary]: valueCount });
    await expectReadable();
  });

  it('turns the search key too', async () => {
    await run('keys-rotate', '--search');
    const { primary } = keyRing.content().search;
    expect(primary).not.toBe(first.search.primary);
    expect(await usesOf('search')).toEqual({ [primary]: caseNos.length, [first.search.primary]: 1 });
    await expectReadable();
  });

  it('leaves a printed code with the key of its day, which is dropped when its paper is gone and not before', async () => {
    const isFound = async () => {
      const hashes: readonly string[] = hashesOfCode(openKeyRingFile(file), paperOf, code);
      return hashes.includes((await findPaper(owner, paperOf, key))?.codeHash ?? '');
    };
    const before = keyRing.content().search.primary;
    expect(await run('keys-rotate', '--search')).toContain('已生成并启用新的检索密钥');
    expect(keyRing.content().search.primary).not.toBe(before);
    const kept = await run('keys-rotate', '--drop');
    expect(kept).toContain(`检索密钥：已移除 ${before}`);
    expect(kept).toMatch(new RegExp(`${first.search.primary} 仍有1项内容需要.*只印在纸上`));
    expect(await isFound()).toBe(true);
    await owner.delete(papers).where(eq(papers.caseNo, paperOf));
    expect(await run('keys-rotate', '--drop')).toContain(`检索密钥：已移除 ${first.search.primary}`);
  });

  it('and keys:status tell ids and counts, never a key', async () => {
    const told = (await run('keys-status')) + (await run('keys-rotate'));
    expect(told).toContain('applications.applicant_id_number：350');
    expect(told).toContain('attachment_chunks.content：3');
    const { encryption, search } = keyRing.content();
    for (const bytes of [...encryption.keys.values(), ...search.keys.values()]) {
      for (const encoding of ['base64', 'hex', 'base64url'] as const) {
        expect(told).not.toContain(Buffer.from(bytes).toString(encoding).slice(0, 12));
      }
    }
  });
});
