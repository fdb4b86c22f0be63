import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { unmaskings } from '../../db/schema/index.ts';
import { openRows } from '../../db/sealed-rows.ts';
import { sampleApplication } from '../house/case-driver.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';

const { door, house } = await openHouseWithDoor();

const search = (person: Person, idNumber: string) =>
  door.call(person, 'POST', '/v1/cases/search', { body: { idNumber } });

describe('searching by ID number', () => {
  const body = anotherApplication();
  const { idNumber } = body.applicant;

  it('finds exactly the cases of the person in one’s scope, masked', async () => {
    const caseNo = await door.submit(body);
    await door.submit();
    for (const person of ['window', 'liaison', 'homeCounty', 'acceptingProvince'] as const) {
      const found = await search(person, idNumber);
      expect([person, found.statusCode, found.json()]).toMatchObject([
        person,
        200,
        { items: [{ caseNo, applicant: { name: '李**', idNumber: `520302********${idNumber.slice(-4)}` } }] },
      ]);
      expect(found.body).not.toContain(idNumber);
    }
    expect((await search('stranger', idNumber)).json()).toEqual({ items: [] });
  });

  it('takes the number as people type it', async () => {
    const wide = Array.from(idNumber, (digit) =>
      /\d/.test(digit) ? String.fromCodePoint(0xff10 + Number(digit)) : digit,
    );
    expect((await search('window', wide.join(''))).json()).toMatchObject({ items: [{}] });
  });

  it('says what is wrong with a number without repeating it, and is not for administrators', async () => {
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
    const refused = await search('window', wrong);
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/idNumber', code: 'id_number_checksum' }],
    });
    expect(refused.body).not.toContain(wrong);
    for (const person of ['administrator', 'auditor', 'auxiliary'] as const) {
      expect((await search(person, idNumber)).json()).toMatchObject({ code: 'role_not_allowed' });
    }
  });
});

describe('unmasking', () => {
  const unmask = (person: Person, caseNo: string, change: object = {}, key?: string) =>
    door.call(person, 'POST', `/v1/cases/${caseNo}/unmask`, {
      body: { reason: '投诉办理，需联系李样例本人', fields: ['name', 'telephone'], ...change },
      ...(key === undefined ? {} : { key }),
    });
  const recorded = async (caseNo: string) =>
    openRows(
      house.owner,
      unmaskings,
      await house.owner
        .select()
        .from(unmaskings)
        .where(sql`case_no = ${caseNo}`),
    );

  it('shows a supervisor what he asked for, once, and records who, what and why', async () => {
    const caseNo = await door.submit();
    const { name, telephone } = sampleApplication.applicant;
    const shown = await unmask('homeCounty', caseNo);
    expect([shown.statusCode, shown.json()]).toMatchObject([200, { caseNo, applicant: { name, telephone } }]);
    expect(Object.keys(shown.json<{ applicant: object }>().applicant)).toEqual(['name', 'telephone']);
    expect(await recorded(caseNo)).toMatchObject([
      {
        ...{ officerId: 'officer-12', role: 'county_supervisor', unitCode: '520302000000' },
        ...{ fields: ['name', 'telephone'], reason: '投诉办理，需联系李样例本人' },
      },
    ]);
    expect((await door.call('homeCounty', 'GET', `/v1/cases/${caseNo}`)).json()).toMatchObject({
      personalData: 'masked',
      applicant: { name: '李**' },
    });
  });

  it('is one reading however often it is sent under its key', async () => {
    const caseNo = await door.submit();
    const answers = [];
    for (let times = 0; times < 3; times += 1) {
      answers.push((await unmask('homeProvince', caseNo, {}, 'read-once')).statusCode);
    }
    expect(answers).toEqual([200, 200, 200]);
    expect(await recorded(caseNo)).toHaveLength(1);
    await unmask('homeProvince', caseNo);
    expect(await recorded(caseNo)).toHaveLength(2);
  });

  it('needs a reason, is for supervisors within their scope, and leaves nothing when refused', async () => {
    const caseNo = await door.submit();
    expect((await unmask('homeCounty', caseNo, { reason: ' ' })).statusCode).toBe(422);
    expect((await unmask('homeCounty', caseNo, { fields: [] })).statusCode).toBe(422);
    expect((await unmask('homeCounty', caseNo, { fields: ['password'] })).statusCode).toBe(422);
    for (const person of ['window', 'stranger', 'administrator', 'auditor'] as const) {
      expect([person, (await unmask(person, caseNo)).json()]).toMatchObject([person, { status: 403 }]);
    }
    expect(await recorded(caseNo)).toEqual([]);
  });

  it('is no more possible once retention has cleared the case', async () => {
    const caseNo = await door.submit();
    await unmask('homeCounty', caseNo);
    await house.owner.execute(sql`update cases set anonymised_at = now() where case_no = ${caseNo}`);
    expect((await unmask('homeCounty', caseNo)).json()).toMatchObject({ code: 'personal_data_removed' });
    expect(await recorded(caseNo)).toHaveLength(1);
  });

  it('is written by the API and neither read, changed nor removed by any process', async () => {
    const grants = await house.owner.execute(sql`
      select grantee, privilege_type from information_schema.role_table_grants
      where table_name = 'unmaskings' and grantee like 'tongban_%'`);
    expect([...grants]).toEqual([{ grantee: 'tongban_api', privilege_type: 'INSERT' }]);
  });
});
