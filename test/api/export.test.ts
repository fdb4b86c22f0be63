import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openHouseWithDoor } from './door.ts';
import { consistent, playPeople, scan } from './people.ts';
import { unzip } from './unzip.ts';

const { door } = await openHouseWithDoor();
const { act, submitWithScan, issued } = playPeople(door);

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
      expect([name, createHash('sha256').update(content).digest('hex'), content.byteLength]).toEqual([
        name,
        sha256,
        bytes,
      ]);
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

  it('holds what was handed in, byte for byte', async () => {
    const caseNo = await submitWithScan();
    const { rawPayload } = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/export`);
    const files = await unzip(rawPayload);
    const [name = ''] = [...files.keys()].filter((path) => path.startsWith('attachments/'));
    expect(name).toMatch(/\.png$/);
    expect(files.get(name)?.equals(scan)).toBe(true);
  });

  it('is for the two stations only', async () => {
    const caseNo = await door.submit();
    const response = await door.call('acceptingCounty', 'GET', `/v1/cases/${caseNo}/export`);
    expect(response.json()).toMatchObject({ status: 403 });
  });
});
