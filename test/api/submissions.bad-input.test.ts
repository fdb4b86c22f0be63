import { describe, expect, it } from 'vitest';
import { applications } from '../../db/schema/index.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';

const { door, house } = await openHouseWithDoor();

interface Faults {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { pointer: string; code: string; message: string }[];
}

const submit = (body: unknown) => door.call('window', 'POST', '/v1/cases', { body });

const send = (payload: string, contentType: string) =>
  door.call('window', 'POST', '/v1/cases', { payload, headers: { 'content-type': contentType } });

const stored = () => house.owner.$count(applications);

async function faultsOf(body: unknown): Promise<[string, string][]> {
  const response = await submit(body);
  expect(response.statusCode).toBe(422);
  return response.json<Faults>().errors.map(({ pointer, code }) => [pointer, code]);
}

describe('a wrong application', () => {
  it('comes back with everything that is wrong, of form and of eligibility, in one 422', async () => {
    const right = anotherApplication();
    const before = await stored();
    const response = await submit({
      ...right,
      homeStation: '440104990000',
      applicant: {
        ...right.applicant,
        name: '李 例',
        idNumber: '520302199003074218',
        telephone: 13800000000,
      },
      identityDocument: { ...right.identityDocument, kind: 'library_card', checkedInPerson: null },
      residenceReasons: [],
      matters: [{ code: 'NO_CRIMINAL_RECORD' }, { code: 'KINSHIP' }],
      told: { crossProvinceService: true, fiveWorkingDays: false },
      agreed: 'yes',
      favouriteColour: 'blue',
    });
    const problem = response.json<Faults>();
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed' });
    const found = problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(found.toSorted()).toEqual([
      '/agreed wrong_type',
      '/applicant/idNumber id_number_checksum',
      '/applicant/name name_inner_space',
      '/applicant/telephone wrong_type',
      '/favouriteColour unknown_field',
      '/homeStation same_province',
      '/identityDocument/checkedInPerson identity_document_not_checked',
      '/identityDocument/kind not_a_choice',
      '/matters/0/code matter_never_certified',
      '/matters/1/details matter_details_missing',
      '/residenceReasons residence_reason_missing',
      '/told/fiveWorkingDays not_told',
      '/told/mismatchMeansHomeStation missing',
    ]);
    expect(problem.errors.every(({ message }) => /^\p{Script=Han}|^“/u.test(message))).toBe(true);
    expect(response.body).not.toContain('520302199003074218');
    expect(await stored()).toBe(before);
  });

  it('is told what is missing when nothing is there', async () => {
    expect(await faultsOf({})).toContainEqual(['/applicant', 'missing']);
    expect(await faultsOf([])).toContainEqual(['', 'wrong_type']);
    expect(await faultsOf({ matters: [null, 3, { code: 5 }] })).toEqual(
      expect.arrayContaining([
        ['/matters/0', 'wrong_type'],
        ['/matters/1', 'wrong_type'],
        ['/matters/2/code', 'wrong_type'],
      ]),
    );
  });

  it('is not eligible when only rules speak against it', async () => {
    const response = await submit({ ...anotherApplication(), agreed: false });
    expect(response.json()).toMatchObject({
      status: 422,
      code: 'application_not_eligible',
      errors: [{ pointer: '/agreed', code: 'not_agreed', basis: '实施方案三（二）（1）、（3）' }],
    });
  });

  it('cannot bring what Postgres does not keep', async () => {
    for (const purpose of ['a\u0000b', '\ud800', '\u202e反']) {
      expect(await faultsOf({ ...anotherApplication(), purpose })).toEqual([
        ['/purpose', 'wrong_characters'],
      ]);
    }
    const right = anotherApplication();
    const spaced = {
      ...right,
      applicant: { ...right.applicant, name: ' 李样例　', telephone: '138 0000 0000' },
    };
    const response = await submit(spaced);
    expect(response.json()).toMatchObject({ applicant: { name: '李样例', telephone: '13800000000' } });
  });

  it('meets the open case of the same matter until the officer says why it goes on', async () => {
    const body = anotherApplication();
    expect((await submit(body)).statusCode).toBe(201);
    const again = await submit(body);
    expect(again.json()).toMatchObject({
      errors: [{ pointer: '/matters', code: 'open_case_of_same_matter' }],
    });
    const verdict = { openCaseVerdict: { reason: '前一件用途不同，申请人另需一份' } };
    const third = await submit({ ...body, ...verdict });
    expect(third.statusCode).toBe(201);
    expect(third.json()).toMatchObject({ application: verdict });
  });

  it('lets one of two submissions at the same moment through', async () => {
    const body = anotherApplication();
    const answers = await Promise.all([submit(body), submit(body)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422]);
  });
});

describe('a body that is no application at all', () => {
  it('is 400 when it is no JSON', async () => {
    for (const payload of ['{"a":', '', '{"__proto__":{"a":1}}', 'null}']) {
      const response = await send(payload, 'application/json');
      expect(response.json()).toMatchObject({ status: 400, code: 'malformed_request' });
    }
  });

  it('is 415 in another type', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'image/png']) {
      expect((await send('a=b', type)).json()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    }
    const caseNo = await door.submit();
    const response = await door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`, {
      payload: '--x--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(response.statusCode).toBe(415);
  });

  it('is 413 over the limit', async () => {
    const body = { ...anotherApplication(), purpose: '办'.repeat(300_000) };
    expect((await submit(body)).json()).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('is never 500', async () => {
    const bodies: unknown[] = [
      1,
      'text',
      true,
      [[]],
      { applicant: [] },
      { matters: { length: 3 } },
      { told: null },
    ];
    for (const body of bodies) {
      const response = await send(JSON.stringify(body), 'application/json');
      expect([JSON.stringify(body), response.statusCode]).toEqual([JSON.stringify(body), 422]);
    }
  });
});
