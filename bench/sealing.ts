import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../db/database.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { addApplication } from '../db/repositories/applications.ts';
import { addAttachments, findAttachmentChunk } from '../db/repositories/attachments.ts';
import { getDossier } from '../db/repositories/dossiers.ts';
import { allotCaseNo } from '../db/repositories/numbers.ts';
import type { Application } from '../domain/application/application.ts';
import type { AcceptCommand } from '../domain/case/command.ts';
import { isMatterCode } from '../domain/matters/catalogue.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { systemClock } from '../platform/clock.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import type { KeyRing } from '../platform/key-ring.ts';
import { fixedKeyRing, newKeyRingContent } from '../platform/key-ring.ts';
import { describeMachine, median } from './machine.ts';

/**
 * What sealing adds to storing a submission with a scan of 1 MB, to reading a case and to reading the scan: the same
 * statements, by turns with the key ring and with one that only puts the head of a sealed value before the plain bytes.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '300' } },
});
const rounds = Number(values.rounds);

const sealing = fixedKeyRing(newKeyRingContent());
const head = sealing.seal(new Uint8Array(0), '');
const plain: KeyRing = {
  ...sealing,
  seal: (bytes) => Buffer.concat([head, bytes]),
  open: (bytes) => bytes.subarray(head.length),
};

const fixture = path.join(import.meta.dirname, '..', 'test', 'fixtures', 'application.json');
const application = JSON.parse(await readFile(fixture, 'utf8')) as Application;
const station = parseUnitCode('440106990000');
// One piece.
const scan = new Uint8Array(randomBytes(1_000_000));
const acceptance = (): AcceptCommand => ({
  type: 'accept',
  commandId: randomUUID() as AcceptCommand['commandId'],
  by: { officerId: 'officer-1', role: 'window_officer', unitCode: station },
  acceptingStation: station,
  homeStation: application.homeStation,
  homeLevel: 'station',
  matters: application.matters.map(({ code }) => code).filter(isMatterCode),
});

interface Times {
  readonly submitMs: number[];
  readonly readMs: number[];
  readonly scanMs: number[];
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const result = await work();
  times.push(performance.now() - startedAtMs);
  return result;
}

async function round(database: Database, { submitMs, readMs, scanMs }: Times): Promise<void> {
  const id = randomUUID();
  const caseNo = await timed(submitMs, () =>
    database.transaction(async (executor) => {
      const submittedAt = systemClock.now();
      const allotted = await allotCaseNo(executor, station, submittedAt);
      const stored = { caseNo: allotted, submittedAt, acceptance: acceptance(), personal: application };
      await addApplication(executor, stored);
      const paper = {
        ...{ mediaType: 'image/png', sizeBytes: scan.length, sha256: '', fileName: '扫描.png', pages: 1 },
        keptIn: 'database' as const,
      };
      const added = { addedBy: 'officer-1', addedAt: submittedAt };
      await addAttachments(executor, [
        { ...paper, ...added, id, caseNo: allotted, position: 0, content: scan },
      ]);
      return allotted;
    }),
  );
  await timed(readMs, () => getDossier(database, caseNo));
  await timed(scanMs, () => findAttachmentChunk(database, id, 0));
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-sealing-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir, durability: 'ephemeral' });
const { url } = postgres;
const [sealed, open] = [sealing, plain].map((keyRing) => ({
  database: connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing }),
  times: { submitMs: [], readMs: [], scanMs: [] } satisfies Times,
}));
try {
  await migrateDatabase(url);
  if (sealed === undefined || open === undefined) throw new Error('there are two sides');
  for (let n = 0; n < rounds; n += 1) {
    for (const { database, times } of [sealed, open]) await round(database, times);
  }
  const titles = { submitMs: '存入申请（1 MB扫描件）', readMs: '读取申请件', scanMs: '读取扫描件' } as const;
  const figures = (Object.keys(titles) as (keyof Times)[]).map((what) => {
    const [sealedMs, plainMs] = [median(sealed.times[what]), median(open.times[what])];
    const ratio = sealedMs / plainMs;
    console.log(
      `${titles[what]}：加密${sealedMs.toFixed(2)}毫秒，不加密${plainMs.toFixed(2)}毫秒，为${ratio.toFixed(2)}倍`,
    );
    return { what, sealedMs, plainMs, ratio };
  });
  if (values.json) console.log(JSON.stringify({ rounds, figures, machine: describeMachine() }));
} finally {
  await Promise.all([sealed?.database.close(), open?.database.close()]);
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
