import { createHash, randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createDossierActivities } from '../../activities/dossier/bind-dossier.ts';
import { createDossierBinder } from '../../activities/dossier/binder.ts';
import type { PaperFile } from '../../activities/dossier/paper-pdf.ts';
import { createLedgerActivities } from '../../activities/ledger.ts';
import type { HandoverDeps } from '../../activities/transmission-channels/hand-over.ts';
import { handOver } from '../../activities/transmission-channels/hand-over.ts';
import { createHylafaxClient } from '../../activities/transmission-channels/hylafax-client.ts';
import { samplePersons } from '../../commands/sample-directory.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { addAttachments } from '../../db/repositories/attachments.ts';
import { findDossierFile } from '../../db/repositories/dossier-files.ts';
import { listFaxAttempts } from '../../db/repositories/fax-attempts.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { findPaper } from '../../db/repositories/papers.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { StoredContacts } from '../../db/repositories/station-contacts.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { withScope } from '../../db/scope.ts';
import {
  dossierFiles,
  faxAttempts,
  policies,
  stationContacts,
  transmissions,
} from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { EffectOf } from '../../domain/case/effect.ts';
import type { Channel } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { accept } from '../domain/case/commands.ts';
import { start } from '../domain/case/ledger.ts';
import { accepted } from '../domain/case/roads.ts';
import { readPdf } from '../documents/documents-fixture.ts';
import { encryptedPaper, pdfOf, pdfPaper, sidewaysPhoto } from '../dossier/papers.ts';
import { acceptingStation, homeStation, sampleApplication } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { createFakeHylafax } from './fake-hylafax.ts';
import { publicAddressesOf } from '../../platform/public-addresses.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1, keyRing: testKeyRing });
const binder = createDossierBinder();
const hylafax = createFakeHylafax();
afterAll(async () => {
  hylafax.remove();
  await Promise.all([binder.close(), owner.close(), database.close(), api.close()]);
});

const now = parseInstant('2026-11-02T15:00:00+08:00');
const clock = { now: () => now };
const units = createUnitDirectory(database, clock);
const log = pino({ level: 'silent' });

const covers: PaperViews['cover_sheet'][] = [];
const renderer: DocumentRenderer = {
  render: (id, view) => {
    if (id === 'cover_sheet') covers.push(view as PaperViews['cover_sheet']);
    return pdfOf(id);
  },
};
beforeEach(() => covers.splice(0));

const { bindDossier, printDossier } = createDossierActivities({
  database,
  attachmentFiles: createAttachmentFiles({ database, clock }),
  units,
  renderer,
  binder,
  addresses: publicAddressesOf(undefined),
  clock,
  log,
});
const ledgerActivities = createLedgerActivities({ database, units });
const deps: HandoverDeps = {
  database,
  units,
  clock,
  fax: undefined,
  progress: { heartbeat: () => undefined, signal: new AbortController().signal },
};

const contacts: StoredContacts = {
  unitCode: homeStation,
  dutyTelephone: null,
  faxNumbers: ['0851-28880001'],
  groupRobotUrl: null,
  lastConfirmedOn: parsePlainDate('2026-11-01'),
  succession: null,
  closure: null,
  version: 0,
};
await changeContacts(owner, contacts, { by: 'test', at: start });

/** A case whose dossier has been asked to be handed over. */
async function askedFor(channel: Channel, papers = [pdfPaper('identity card', 'its back'), sidewaysPhoto()]) {
  const caseNo = await allotCaseNo(owner, acceptingStation, start);
  const ledger = accepted().do('transmit', { channel });
  await addApplication(owner, {
    caseNo,
    submittedAt: start,
    acceptance: accept(),
    personal: sampleApplication,
  });
  const files = await Promise.all(papers);
  await addPapers(caseNo, files);
  await ledgerActivities.record({ caseNo, events: ledger.events, next: ledger.state });
  const effect = ledger.pending('transmit_dossier') as EffectOf<'transmit_dossier'>;
  return { caseNo, effect, files };
}

async function addPapers(
  caseNo: CaseNo,
  files: readonly PaperFile[],
  firstPosition = 0,
  addedAt: Instant = start,
) {
  await addAttachments(
    owner,
    files.map(({ mediaType, content }, index) => ({
      id: randomUUID(),
      caseNo,
      position: firstPosition + index,
      mediaType,
      sizeBytes: content.byteLength,
      sha256: sha256Of(content),
      fileName: `材料${firstPosition + index + 1}`,
      content,
      pages: null,
      keptIn: 'database' as const,
      addedBy: 'officer-1',
      addedAt,
    })),
  );
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const order = (caseNo: CaseNo) => ({ caseNo, n: 1, addressee: 'liaison_officer' }) as const;

describe('a dossier that is bound', () => {
  it('has the cover sheet, the application form and every paper, listed with pages and digests', async () => {
    const { caseNo, effect, files } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const file = await findDossierFile(database, caseNo, effect);
    const form = await findPaper(database, caseNo, { paper: 'application_form', seq: 1 });
    const digests = [form?.sha256, ...files.map(({ content }) => sha256Of(content))];
    expect(file).toMatchObject({ pages: 5, boundAt: now });
    expect(file?.sha256).toBe(sha256Of(file?.pdf ?? new Uint8Array()));
    expect(file?.papers.map(({ pages, sha256 }) => [pages, sha256])).toEqual(
      [1, 2, 1].map((pages, index) => [pages, digests[index]]),
    );
    expect(covers).toHaveLength(1);
    expect(covers[0]).toMatchObject({
      caseNo,
      transmissionNo: 1,
      channelTitle: '传真',
      sentAt: now,
      termWorkingDays: 5,
      papers: [
        { name: '户籍类证明“跨省通办”申请表', pages: 1 },
        { name: '材料1', pages: 2 },
        { name: '材料2', pages: 1 },
      ],
    });
    const { text } = await readPdf(file?.pdf ?? new Uint8Array());
    const foots = [1, 2, 3, 4, 5].map((page) => `${caseNo}${page}/5`);
    const [c, f, p1, p2, p3] = foots;
    expect(text).toBe(`cover_sheet${c}application_form${f}identitycard${p1}itsback${p2}${p3}`);
  });

  it('stays as it is, however often it is asked for', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const first = await findDossierFile(database, caseNo, effect);
    await bindDossier({ caseNo, effect });
    expect(covers).toHaveLength(1);
    expect(await findDossierFile(database, caseNo, effect)).toEqual(first);
  });

  it('is not bound with a paper that cannot be read, and says which it is', async () => {
    const { caseNo, effect } = await askedFor('fax', [pdfPaper('identity card'), encryptedPaper()]);
    await expect(bindDossier({ caseNo, effect })).rejects.toMatchObject({
      type: 'dossier_unreadable',
      nonRetryable: true,
      message: '第 3 份材料是加密的 PDF，无法并入：请另存为不加密的文件后重新上传。',
    });
    expect(await findDossierFile(database, caseNo, effect)).toBeUndefined();
  });

  it('goes without a paper that cannot be read once it has been scanned again', async () => {
    const { caseNo, effect } = await askedFor('fax', [pdfPaper('identity card'), encryptedPaper()]);
    const rescanned = await pdfPaper('its back');
    await addPapers(caseNo, [rescanned], 2, addMs(start, 1000));
    await bindDossier({ caseNo, effect });
    const file = await findDossierFile(database, caseNo, effect);
    expect(file?.papers.map(({ pages }) => pages)).toEqual([1, 1, 1]);
    expect(file?.papers.at(-1)?.sha256).toBe(sha256Of(rescanned.content));
  });
});

describe('a dossier that is printed', () => {
  it('can be held by whoever hands it over before he says that he did, and is what he handed over', async () => {
    const { caseNo, effect } = await askedFor('manual');
    await printDossier({ caseNo, n: 1 });
    const printed = await findDossierFile(database, caseNo, effect);
    expect(printed).toMatchObject({ edition: 1, pages: 5, faxTiff: null });
    expect(covers[0]).toMatchObject({ transmissionNo: 1, channelTitle: '人工送达', sentAt: now });
    const manualRecord = { way: 'carried', handedOverAt: now, pages: 5 } as const;
    const handed = await handOver(deps, { ...order(caseNo), channel: 'manual', manualRecord });
    expect(handed).toMatchObject({ dossierSha256: printed?.sha256, papers: printed?.papers });
  });

  it('is printed once for the same papers, and anew when some are added before it goes', async () => {
    const { caseNo, effect } = await askedFor('manual');
    await printDossier({ caseNo, n: 1 });
    await printDossier({ caseNo, n: 1 });
    expect(covers).toHaveLength(1);
    await addPapers(caseNo, [await pdfPaper('guardian')], 2);
    const manualRecord = { way: 'carried', handedOverAt: now, pages: 5 } as const;
    await printDossier({ caseNo, n: 1 });
    const printed = await findDossierFile(database, caseNo, effect);
    expect(printed).toMatchObject({ edition: 2, pages: 6 });
    const handed = await handOver(deps, { ...order(caseNo), channel: 'manual', manualRecord });
    expect(handed.dossierSha256).toBe(printed?.sha256);
  });

  it('counts for nothing where papers were added after the print', async () => {
    const { caseNo } = await askedFor('manual');
    await printDossier({ caseNo, n: 1 });
    await addPapers(caseNo, [await pdfPaper('guardian')], 2);
    const manualRecord = { way: 'carried', handedOverAt: now, pages: 5 } as const;
    const handed = await handOver(deps, { ...order(caseNo), channel: 'manual', manualRecord });
    expect(handed.dossierSha256).toBeNull();
    expect(handed.papers).toHaveLength(3);
  });

  it('leaves out what cannot be read, and says so on the cover sheet', async () => {
    const { caseNo, effect } = await askedFor('manual', [encryptedPaper(), pdfPaper('identity card')]);
    await printDossier({ caseNo, n: 1 });
    expect(covers[0]?.papers.map(({ pages }) => pages)).toEqual([1, null, 1]);
    expect(await findDossierFile(database, caseNo, effect)).toMatchObject({ pages: 3 });
  });

  it('takes nothing from a fax, which sends what was bound for it', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const bound = await findDossierFile(database, caseNo, effect);
    await printDossier({ caseNo, n: 1 });
    await printDossier({ caseNo, n: 2 });
    expect(await findDossierFile(database, caseNo, effect)).toEqual(bound);
    expect(covers.map(({ transmissionNo }) => transmissionNo)).toEqual([1, 2]);
  });
});

/** A server that sends the next fax at once. */
function sendingFax() {
  const courses = Array.from({ length: hylafax.jobs().length + 1 }, () => [['D', 5, 1]] as const);
  hylafax.plan({ pages: 5, courses });
  return createHylafaxClient(hylafax.settings);
}

describe('a dossier is handed over', () => {
  it('on the platform at once, paper by paper, and keeps its time when asked again', async () => {
    const { caseNo, files } = await askedFor('platform');
    await printDossier({ caseNo, n: 1 });
    const handed = await handOver(deps, { ...order(caseNo), channel: 'platform' });
    expect(handed).toEqual({
      caseNo,
      n: 1,
      channel: 'platform',
      addressee: 'liaison_officer',
      fromStation: acceptingStation,
      toStation: homeStation,
      handedOverAt: now,
      deliveredAt: now,
      pages: 2,
      dossierSha256: null,
      papers: files.map(({ mediaType, content }) => ({
        mediaType,
        sizeBytes: content.byteLength,
        sha256: sha256Of(content),
      })),
      faxNumber: null,
    });
    const later = { ...deps, clock: { now: () => parseInstant('2026-11-03T09:00:00+08:00') } };
    expect(await handOver(later, { ...order(caseNo), channel: 'platform' })).toEqual(handed);
  });

  it('by fax to the number in the directory, with a report of each call', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    hylafax.plan({ pages: 5, courses: [[['F', 0, 6, 'Busy signal detected']], [['D', 5, 1]]] });
    const fax = createHylafaxClient(hylafax.settings);
    const asking = () => handOver({ ...deps, fax }, { ...order(caseNo), channel: 'fax' });
    await expect(asking()).rejects.toMatchObject({ code: 'fax_failed' });
    expect(await asking()).toMatchObject({
      channel: 'fax',
      handedOverAt: now,
      deliveredAt: now,
      pages: 5,
      faxNumber: '085128880001',
    });
    expect(await listFaxAttempts(database, caseNo, 1)).toMatchObject([
      { attempt: 1, end: { outcome: 'busy', pagesSent: 0, jobId: 1 } },
      { attempt: 2, end: { outcome: 'sent', pagesSent: 5, jobId: 2, endedAt: now } },
    ]);
    const file = await findDossierFile(database, caseNo, effect);
    expect(hylafax.documentOf(2)).toEqual(Buffer.from(file?.faxTiff ?? []));
  });

  it('not by fax where no server is set up', async () => {
    const { caseNo } = await askedFor('fax');
    await expect(handOver(deps, { ...order(caseNo), channel: 'fax' })).rejects.toMatchObject({
      code: 'fax_not_configured',
    });
  });

  it('not by fax to a number that its province believes no longer', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const freshness = { reminderAfterDays: 0, blockedAfterDays: 1 };
    await enactPolicy(owner, {
      province: parseUnitCode('520000000000'),
      document: { ...defaultPolicy, version: '520000000000/strict' as PolicyVersion, freshness },
      by: 'test',
      at: start,
    });
    const faxed = handOver({ ...deps, fax: sendingFax() }, { ...order(caseNo), channel: 'fax' });
    await expect(faxed).rejects.toMatchObject({ code: 'fax_number_missing' });
    await owner.delete(policies);
  });

  it('not by fax to a number that nobody confirmed for long, but to one of its people; else it says what to do', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const fax = sendingFax();
    const asking = () => handOver({ ...deps, fax }, { ...order(caseNo), channel: 'fax' });
    await owner.update(stationContacts).set({ lastConfirmedOn: parsePlainDate('2026-06-01') });
    await expect(asking()).rejects.toMatchObject({
      code: 'fax_number_missing',
      message: '该单位传真号码长期未确认，已停用；请电话联系对方确认，或改用人工送达。',
    });
    const liaison = samplePersons(parsePlainDate('2026-11-01')).filter(
      ({ unitCode, post }) => unitCode === homeStation && post === 'liaison_officer',
    );
    const reachable = liaison.map((person) => ({ ...person, faxNumber: '0851-28880009' }));
    await savePersons(owner, reachable, { by: 'test', at: start });
    expect(await asking()).toMatchObject({ faxNumber: '085128880009', toStation: homeStation });
  });

  it('by fax to the office that does the work of a merged station', async () => {
    const { caseNo, effect } = await askedFor('fax');
    await bindDossier({ caseNo, effect });
    const fax = sendingFax();
    const successor = parseUnitCode('520302980000');
    const since = parsePlainDate('2026-11-02');
    await owner.update(stationContacts).set({ successor, successorSince: since });
    const ofSuccessor = { ...contacts, unitCode: successor, faxNumbers: ['0851-28880005'] };
    await changeContacts(owner, ofSuccessor, { by: 'test', at: start });
    const handed = await handOver({ ...deps, fax }, { ...order(caseNo), channel: 'fax' });
    expect(handed).toMatchObject({ faxNumber: '085128880005' });
  });

  const handedOverAt = parseInstant('2026-11-02T11:20:00+08:00');
  it.each([
    ['fax', '0851-28880001', null],
    ['carried', null, handedOverAt],
    ['post', null, null],
  ] as const)('by hand (%s) as the officer recorded it', async (way, faxNumber, deliveredAt) => {
    const { caseNo } = await askedFor('manual');
    const manualRecord = { way, handedOverAt, pages: 7, ...(faxNumber === null ? {} : { faxNumber }) };
    const handed = await handOver(deps, { ...order(caseNo), channel: 'manual', manualRecord });
    expect(handed).toMatchObject({ channel: 'manual', handedOverAt, deliveredAt, pages: 7, faxNumber });
  });

  it('by hand (fax) with its report: it arrived when the report says', async () => {
    const { caseNo } = await askedFor('manual');
    const manualRecord = { way: 'fax', handedOverAt, confirmedAt: handedOverAt, pages: 7 } as const;
    const handed = await handOver(deps, { ...order(caseNo), channel: 'manual', manualRecord });
    expect(handed.deliveredAt).toBe(handedOverAt);
  });
});

describe('of dossiers and faxes', () => {
  it.each([dossierFiles, faxAttempts, transmissions])(
    'the stations of the case see theirs, others nothing',
    async (table) => {
      const sees = (unit: string) =>
        withScope(api, parseUnitCode(unit), (executor) => executor.$count(table));
      expect(await sees('520302990000')).toBeGreaterThan(0);
      expect(await sees('650102990000')).toBe(0);
    },
  );

  it('nothing that was handed over can be changed', async () => {
    await expect(database.update(dossierFiles).set({ pages: 1 })).rejects.toThrow();
    await expect(database.delete(dossierFiles)).rejects.toThrow();
    await expect(database.delete(faxAttempts)).rejects.toThrow();
    await expect(database.update(transmissions).set({ pages: 1 })).rejects.toThrow();
  });
});
