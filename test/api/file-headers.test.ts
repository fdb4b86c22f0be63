import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispositionOf } from '../../api/file-reply.ts';
import type { AuthorityLine } from '../../domain/authority/line.ts';
import { authority } from '../../domain/authority/table.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door } = await openHouseWithDoor();
const { submitWithScan, readyForCollection } = playPeople(door);
const caseNo = await readyForCollection(await submitWithScan());
const view = (await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json<{
  attachments: { id: string }[];
  certificate: { certificateNo: string };
}>();
const rejected = await door.call('window', 'POST', '/v1/rejections', {
  body: { decision: 'rejected', application: { ...anotherApplication(), residenceReasons: [] } },
});

interface FileRequest {
  readonly person: Person;
  readonly address: string;
  /** As the reader's computer would save it. */
  readonly name: RegExp;
}

const ofCase = (place: string, name: RegExp): FileRequest => ({
  ...{ person: 'window', address: `/v1/cases/${caseNo}${place}` },
  name,
});
const requests: Readonly<Record<string, FileRequest>> = {
  getCertificate: ofCase('/certificate', /^[0-9A-Z]{26}\.pdf$/),
  getCertificateByNo: ofCase(`/certificates/${view.certificate.certificateNo}`, /^[0-9A-Z]{26}\.pdf$/),
  getPaper: ofCase('/papers/cover_sheet', /流转单-.*\.pdf$/),
  getDossier: ofCase('/dossier', /^流转材料-.*\.pdf$/),
  getAttachment: ofCase(`/attachments/${view.attachments[0]?.id ?? ''}`, /\.(png|jpg)$/),
  exportCase: ofCase('/export', /^案卷-.*\.zip$/),
  getRejectionNotice: {
    ...{ person: 'window', address: rejected.json<{ notice: string }>().notice },
    name: /^不予受理.*\.pdf$/,
  },
  exportDirectory: {
    ...{ person: 'homeCounty', address: '/v1/directory/export?table=persons' },
    name: /^directory-persons\.csv$/,
  },
};

// What shows nobody may be kept as long as somebody likes.
const operations = Object.entries<AuthorityLine>(authority)
  .filter(([, { access, shows }]) => (access === 'file' || access === 'export') && shows !== 'none')
  .map(([operation]) => operation);

/** RFC 6266 with RFC 8187: the name in any script, and in ASCII, which comes first and may be all there is. */
function fileNamesOf(disposition: string): { readonly name: string; readonly ascii: string } {
  const form = /^(?:inline|attachment); filename="([\w.-]+)"(?:; filename\*=UTF-8''([!#$&+.^_`|~\w%-]+))?$/;
  const [, ascii = '', extended = ascii] = form.exec(disposition) ?? [];
  return { name: decodeURIComponent(extended), ascii };
}

it('a name that was uploaded is no more than a name', () => {
  const names = [
    ['身份证件.png', '_.png'],
    ['a"; filename="b.exe', 'a_filename_b.exe'],
    ['..\\..%2f\r\nset-cookie: x', '__.._2f_set-cookie_x'],
  ] as const;
  for (const [name, ascii] of names) {
    expect(fileNamesOf(dispositionOf('attachment', name))).toEqual({ name, ascii });
  }
});

describe('every file with personal data', () => {
  it('is asked for here', () => {
    expect(Object.keys(requests).toSorted()).toEqual(operations.toSorted());
  });

  it.each(operations)('%s is kept by nobody on its way, and nothing in it is run', async (operation) => {
    const { person, address, name } = requests[operation] as FileRequest;
    const { statusCode, headers } = await door.call(person, 'GET', address);
    expect([operation, statusCode]).toEqual([operation, 200]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers).not.toHaveProperty('etag');
    const disposition = String(headers['content-disposition']);
    const policy = String(headers['content-security-policy']);
    if (disposition.startsWith('attachment;')) {
      expect(policy).toMatch(/^default-src 'none'/);
    } else {
      // Shown in the window, to be printed, is nothing but a PDF of our own making, and there a viewer may show it.
      expect([disposition.split(';')[0], headers['content-type']]).toEqual(['inline', 'application/pdf']);
      expect(policy).toBe("frame-ancestors 'none'");
      expect(operation).not.toBe('getAttachment');
    }
    const names = fileNamesOf(disposition);
    expect(names.name).toMatch(name);
    expect(path.extname(names.ascii)).toBe(path.extname(names.name));
  });
});
