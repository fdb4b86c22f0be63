import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { addFaxAttempt, endFaxAttempt } from '../../db/repositories/fax-attempts.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { openHouseWithDoor } from './door.ts';
import { consistent, playPeople } from './people.ts';
import { unzip } from './unzip.ts';

const { door, house } = await openHouseWithDoor();
const { act, submitWithScan, transmitted, issued } = playPeople(door);

interface Transmissions {
  readonly dossiers: readonly { readonly dossierSha256: string }[];
  readonly filings: readonly object[];
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

describe('the export of a case', () => {
  it('S50 gives both stations the same files, each with the digest that the manifest says', async () => {
    const caseNo = await issued();
    await act('window', caseNo, 'notify', { method: 'telephone' });
    await act('window', caseNo, 'collect', { collectedBy: 'applicant' });
    const [mine, theirs] = await Promise.all(
      (['window', 'homeLeader'] as const).map((person) =>
        door.call(person, 'GET', `/v1/cases/${caseNo}/export`),
      ),
    );
    expect(mine?.statusCode).toBe(200);
    expect(mine?.rawPayload.equals(theirs?.rawPayload ?? Buffer.alloc(0))).toBe(true);
    const files = await unzip(mine?.rawPayload ?? Buffer.alloc(0));
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as {
      ledgerHash: string;
      notMade: unknown[];
      files: { name: string; sha256: string; bytes: number }[];
    };
    expect(manifest.notMade).toEqual([]);
    for (const { name, sha256, bytes } of manifest.files) {
      const content = files.get(name) ?? Buffer.alloc(0);
      expect([name, sha256Of(content), content.byteLength]).toEqual([name, sha256, bytes]);
    }
    expect([...files.keys()].sort()).toEqual(
      ['README.txt', 'manifest.json', ...manifest.files.map(({ name }) => name)].sort(),
    );
    expect(manifest.files.map(({ name }) => name.replace(/\d[\dA-Z]*/g, 'n'))).toEqual(
      expect.arrayContaining([
        'papers/n-application_form.pdf',
        'papers/n-verification_report.pdf',
        'papers/n-cover_sheet.pdf',
        'papers/n-collection_record.pdf',
        'certificates/n.pdf',
      ]),
    );
    const timeline = JSON.parse(files.get('timeline.json')?.toString() ?? '') as { hash: string }[];
    expect(timeline.at(-1)?.hash).toBe(manifest.ledgerHash);
    expect(files.get('timeline.txt')?.toString()).toContain('申请人领取证明');
    expect(files.get('application.json')?.toString()).toContain('李样例');
    expect(files.get('acts.json')?.toString()).toContain(consistent.certificateText);
    expect(files.get('README.txt')?.toString()).toContain('SHA-256');
  });

  it('gives a further station that answered the same file, with what it was asked and said; one that was asked in vain none', async () => {
    const caseNo = await transmitted(
      await door.submit({ matters: [{ code: 'KINSHIP', details: '与父亲的父子关系' }] }),
    );
    await act('liaison', caseNo, 'receive');
    const question = '是否登记有父子关系。';
    const asking = { station: '650102990000', question };
    const exported = (person: 'stranger' | 'liaison') =>
      door.call(person, 'GET', `/v1/cases/${caseNo}/export`);
    await act('liaison', caseNo, 'request_further_verification', asking);
    await act('liaison', caseNo, 'cancel_further_verification', { furtherVerification: 1, reason: '已查到' });
    expect((await exported('stranger')).json()).toMatchObject({ status: 403, code: 'unit_not_allowed' });
    await act('liaison', caseNo, 'request_further_verification', asking);
    const said = { result: 'consistent', finding: '登记为父子关系。', source: 'paper_register' };
    await act('stranger', caseNo, 'answer_further_verification', { ...said, furtherVerification: 2 });
    const theirs = await exported('stranger');
    expect(theirs.rawPayload.equals((await exported('liaison')).rawPayload)).toBe(true);
    const acts = (await unzip(theirs.rawPayload)).get('acts.json')?.toString();
    expect(acts).toContain(question);
    expect(acts).toContain(said.finding);
  });

  it('holds the words of what was done, and not those of an act that the workflow refused', async () => {
    const caseNo = (await transmitted(await door.submit())) as CaseNo;
    await act('liaison', caseNo, 'receive');
    const call = { outcome: 'answered', number: '0851-00000001' };
    await act('window', caseNo, 'log_call', { ...call, remarks: '已提醒' });
    // What two officers ask at once is stored twice; one of them may be too late.
    await addActRecord(house.owner, {
      ...{ commandId: randomUUID() as CommandId, caseNo, officerId: 'officer-2' },
      submittedAt: systemClock.now(),
      content: { act: 'return_dossier', reason: '未被采纳' },
    });
    const { rawPayload } = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/export`);
    const acts = (await unzip(rawPayload)).get('acts.json')?.toString();
    expect(acts).toContain('已提醒');
    expect(acts).not.toContain('未被采纳');
  });

  it('holds the papers as they are kept', async () => {
    const caseNo = await submitWithScan();
    const { rawPayload } = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/export`);
    const files = await unzip(rawPayload);
    const [name = ''] = [...files.keys()].filter((path) => path.startsWith('attachments/'));
    expect(name).toMatch(/\.png$/);
    const view = await door.call('window', 'GET', `/v1/cases/${caseNo}`);
    const [paper] = view.json<{ attachments: { sha256: string }[] }>().attachments;
    expect(sha256Of(files.get(name) ?? Buffer.alloc(0))).toBe(paper?.sha256);
  });

  it('holds how the dossier went, with its receipt and the reports of the fax, and every dossier that was bound', async () => {
    const caseNo = (await submitWithScan()) as CaseNo;
    const printed = await door.call('window', 'GET', `/v1/cases/${caseNo}/dossier`);
    const handedOverAt = systemClock.now();
    const manual = {
      ...{ way: 'fax', handedOverAt, confirmedAt: handedOverAt },
      ...{ faxNumber: '0851-28880001', pages: 3 },
    };
    await act('window', caseNo, 'transmit', { channel: 'manual', manual });
    await door.until(caseNo, ({ deadline }) => deadline !== null);
    await act('liaison', caseNo, 'receive', { pagesReceived: 2, receivedAt: systemClock.now() });
    const fax = { caseNo, n: 1, attempt: 1, faxNumber: '085128880001', begunAt: handedOverAt, end: null };
    await addFaxAttempt(house.owner, fax);
    await endFaxAttempt(house.owner, fax, { outcome: 'busy', endedAt: handedOverAt, pagesSent: 0, jobId: 7 });
    await transmitted(caseNo);
    await door.call('window', 'GET', `/v1/cases/${caseNo}/dossier?transmission=2`);

    const [mine, theirs] = await Promise.all(
      (['window', 'liaison'] as const).map((person) =>
        door.call(person, 'GET', `/v1/cases/${caseNo}/export`),
      ),
    );
    expect(mine?.rawPayload.equals(theirs?.rawPayload ?? Buffer.alloc(0))).toBe(true);
    const files = await unzip(mine?.rawPayload ?? Buffer.alloc(0));
    const { dossiers, filings } = JSON.parse(
      files.get('transmissions.json')?.toString() ?? '',
    ) as Transmissions;
    expect(dossiers).toMatchObject([
      {
        ...{ n: 1, channel: 'manual', channelTitle: '人工送达', handedOverAt, pages: 3, manual },
        receiptStanding: 'received',
        receipt: { pagesReceived: 2, by: { role: 'liaison_officer' } },
        papers: [{ mediaType: 'application/pdf' }, { mediaType: 'image/png' }],
        faxAttempts: [{ attempt: 1, end: { outcome: 'busy', outcomeTitle: '对方占线' } }],
      },
      {
        ...{ n: 2, channel: 'platform', dossierSha256: null, manual: null, faxAttempts: [] },
        receiptStanding: 'awaited',
      },
    ]);
    expect(filings).toEqual([]);
    expect([...files.keys()].filter((name) => name.startsWith('dossiers/'))).toEqual([
      'dossiers/01-manual-1.pdf',
      'dossiers/02-platform-1.pdf',
    ]);
    expect(files.get('dossiers/01-manual-1.pdf')?.equals(printed.rawPayload)).toBe(true);
    expect(sha256Of(printed.rawPayload)).toBe(dossiers[0]?.dossierSha256);
  });

  it('is for the two stations only', async () => {
    const caseNo = await door.submit();
    const response = await door.call('acceptingCounty', 'GET', `/v1/cases/${caseNo}/export`);
    expect(response.json()).toMatchObject({ status: 403 });
  });
});
