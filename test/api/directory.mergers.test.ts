import { describe, expect, it } from 'vitest';
import { addNotices } from '../../db/repositories/notices.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { consistent, playPeople } from './people.ts';

const { door, house } = await openHouseWithDoor();
const { act, answered, transmitted } = playPeople(door);

const home = { merged: '520302990000', successor: '520302980000' };
const accepting = { merged: '440106990000', successor: '440106980000' };

async function merge(county: Person, { merged, successor }: typeof home) {
  const payload = { successor: { unitCode: successor, since: localDateOf(systemClock.now()) } };
  const response = await door.call(county, 'PUT', `/v1/directory/units/${merged}/contacts`, {
    payload,
    headers: { 'if-match': '"0"' },
  });
  expect(response.statusCode).toBe(200);
}

/** The texts of what somebody's inbox holds about a case, or about none. */
async function inbox(person: Person, caseNo: string | null): Promise<string[]> {
  const response = await door.call(person, 'GET', '/v1/notices');
  const { items } = response.json<{ items: { caseNo: string | null; text: string }[] }>();
  return items.filter((notice) => notice.caseNo === caseNo).map(({ text }) => text);
}

const read = (person: Person, caseNo: string) => door.call(person, 'GET', `/v1/cases/${caseNo}`);

describe('from the day of a merger (S35)', () => {
  it('the successor goes on with what the merged accepting station began', async () => {
    const caseNo = await answered(consistent);
    expect((await read('successorWindow', caseNo)).statusCode).toBe(404);
    const told = await inbox('window', caseNo);
    expect(told).not.toEqual([]);
    expect(await inbox('successorWindow', caseNo)).toEqual([]);
    await merge('acceptingCounty', accepting);
    expect(await inbox('successorWindow', caseNo)).toEqual(told);
    expect((await read('successorWindow', caseNo)).json()).toMatchObject({
      personalData: 'full',
      mayAddPapers: false,
      allowedActs: expect.arrayContaining(['issue', 'withdraw']) as string[],
    });
    await act('successorWindow', caseNo, 'issue');
    await door.until(caseNo, ({ certificate }) => certificate !== null);
    const name = '广州市公安局天河区分局麓湖派出所';
    const certificate = await door.call('successorWindow', 'GET', `/v1/cases/${caseNo}/certificate`);
    expect(certificate.body).toContain(`"issuingUnitName":"${name}"`);
    const notice = await door.call('successorWindow', 'GET', `/v1/cases/${caseNo}/papers/collection_notice`);
    expect(notice.body).toContain(`"acceptingStation":{"name":"${name}"`);
    const { certificateNo } = JSON.parse(certificate.body.slice(certificate.body.indexOf('{'))) as {
      certificateNo: string;
    };
    expect(certificateNo.slice(0, 12)).toBe(accepting.successor);
    for (const place of ['certificate', 'transmissions', 'export']) {
      const response = await door.call('successorWindow', 'GET', `/v1/cases/${caseNo}/${place}`);
      expect([place, response.statusCode]).not.toEqual([place, 403]);
    }
  });

  it('the successor has a case at once that the merged station accepts, and is told of it', async () => {
    const caseNo = await transmitted(await door.submit());
    expect((await read('successorWindow', caseNo)).json()).toMatchObject({
      acceptingStation: { code: accepting.merged },
      personalData: 'full',
    });
    await act('liaison', caseNo, 'receive');
    await act('liaison', caseNo, 'return_dossier', { kind: 'not_our_register', reason: '非本所户籍' });
    const told = '户籍地派出所退回申请：不是本所户籍，请改送其他派出所。';
    expect(await inbox('successorWindow', caseNo)).toContain(told);
    expect(await inbox('window', caseNo)).toEqual([]);
  });

  it('the successor answers for the merged home station, and nobody else does', async () => {
    const caseNo = await transmitted(await door.submit());
    const untransmitted = await door.submit();
    const body = { body: consistent };
    await act('liaison', caseNo, 'receive');
    expect((await read('successor', caseNo)).statusCode).toBe(404);
    const text = '附件2备案核对：收到备案函1件尚未确认，请核对后确认。';
    const digest = { kind: 'digest', urgency: 'normal', createdAt: systemClock.now() } as const;
    const unitCode = parseUnitCode(home.merged);
    await addNotices(house.owner, [
      { ...digest, dedupeKey: 'filings', unitCode, role: 'liaison_officer', text },
    ]);
    expect(await inbox('successor', null)).toEqual([]);
    await merge('homeCounty', home);
    expect(await inbox('successor', null)).toEqual([text]);
    expect((await read('successor', caseNo)).json()).toMatchObject({
      personalData: 'full',
      allowedActs: expect.arrayContaining(['answer']) as string[],
    });
    const tried = await door.call('stranger', 'POST', `/v1/cases/${caseNo}/answer`, body);
    expect(tried.json()).toMatchObject({ status: 404, code: 'case_not_found' });
    // It works for the accepting side only.
    const other = await door.call('successorWindow', 'POST', `/v1/cases/${caseNo}/answer`, body);
    expect(other.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    await act('successor', caseNo, 'answer', consistent);
    expect((await read('window', caseNo)).json()).toMatchObject({ status: 'answered' });

    await transmitted(untransmitted);
    const cover = await door.call('window', 'GET', `/v1/cases/${untransmitted}/papers/cover_sheet`);
    expect(cover.body).toContain('"homeStation":{"name":"遵义市公安局红花岗分局湘江派出所"');
  });

  it('a new application for the merged station goes to the successor, and the officer is told', async () => {
    const response = await door.call('window', 'POST', '/v1/cases', { body: anotherApplication() });
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      homeStation: { code: home.successor },
      advice: [
        {
          pointer: '/homeStation',
          code: 'home_station_merged',
          message: expect.stringContaining(home.successor) as string,
        },
      ],
    });
  });

  it('a case is not rerouted or assigned to the merged station, and the successor is named', async () => {
    const caseNo = await door.submit({ homeStation: parseUnitCode('650102990000') });
    const rerouted = await door.call('window', 'POST', `/v1/cases/${caseNo}/reroute`, {
      body: { homeStation: home.merged, reason: '户籍地派出所选择有误' },
    });
    const fault = { pointer: '/homeStation', code: 'home_station_merged' };
    expect(rerouted.json()).toMatchObject({
      status: 422,
      errors: [{ ...fault, message: expect.stringContaining(home.successor) as string }],
    });
    const atCounty = await door.submit({ homeStation: parseUnitCode('520302000000') });
    await act('window', atCounty, 'transmit');
    const assigned = await door.call('homeCounty', 'POST', `/v1/cases/${atCounty}/assign`, {
      body: { homeStation: home.merged },
    });
    expect(assigned.json()).toMatchObject({
      status: 422,
      errors: [{ ...fault, message: expect.stringContaining(home.successor) as string }],
    });
    await act('homeCounty', atCounty, 'assign', { homeStation: home.successor });
  });
});
