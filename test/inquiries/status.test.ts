import { describe, expect, it } from 'vitest';
import { anonymiseCase } from '../../db/repositories/retention.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { mergeStation } from '../house/merged-station.ts';
import { receiptCodeOf } from './printed-marks.ts';
import { ask } from './public.ts';

const { door, house } = await openHouseWithDoor();
const { act, transmitted, answered, readyForCollection } = playPeople(door);

async function statusOf(caseNo: string, code?: string) {
  const printed = code ?? (await receiptCodeOf(door, caseNo));
  return ask(door.app, '/v1/status', { caseNo, code: printed });
}

describe('POST /v1/status', () => {
  it('tells the holder of a receipt who has the case, until when and why, and what to do', async () => {
    const caseNo = await transmitted(await door.submit());
    const { statusCode, body } = await statusOf(caseNo);
    expect(statusCode).toBe(200);
    const told = JSON.parse(body) as { due: { explanation: string[] } };
    expect(told).toMatchObject({
      caseNo,
      status: 'in_transit',
      situation: 'on_its_way',
      next: '您暂时不用做什么，请等候。',
      bring: [],
      office: { station: 'accepting_station', name: '广州市公安局天河区分局云山派出所' },
      heldBy: { holder: 'home_station', name: '遵义市公安局红花岗分局桃溪派出所' },
      due: { title: '查证期限', overdue: false },
    });
    expect(told.due.explanation.filter((line) => line.includes('个工作日'))).toHaveLength(5);
    const view = (await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json<{ dueAt: string }>();
    expect(told.due).toMatchObject({ dueAt: view.dueAt });
  });

  it('says nothing of whose case it is, nor of who works on it', async () => {
    const caseNo = await readyForCollection(await door.submit());
    const { body } = await statusOf(caseNo);
    const { name, telephone } = sampleApplication.applicant;
    for (const secret of [name, telephone, 'officer-', 'NAME_CHANGE', '曾用名', 'sha256']) {
      expect(body).not.toContain(secret);
    }
    expect(JSON.parse(body)).toMatchObject({
      situation: 'to_be_collected',
      bring: ['本人居民身份证或者其他有效身份证件原件', '受理回执'],
      due: { title: '领取期限' },
    });
  });

  it('takes every receipt of the case, however its code is typed', async () => {
    const caseNo = await door.submit();
    const first = await receiptCodeOf(door, caseNo);
    await transmitted(caseNo);
    const second = await receiptCodeOf(door, caseNo);
    expect(second).not.toBe(first);
    const typed = [first, second, second.toLowerCase(), `${second.slice(0, 4)} - ${second.slice(4)}`];
    for (const code of typed) expect((await statusOf(caseNo, code)).statusCode).toBe(200);
    const spaced = await ask(door.app, '/v1/status', {
      caseNo: caseNo.toLowerCase().replace(/(.{12})/, '$1 '),
      code: first,
    });
    expect(spaced.statusCode).toBe(200);
  });

  it('finds nothing by what is no number and no code, and does not stumble over it', async () => {
    for (const hostile of ['\u0000', '\ud800', "' or 1=1 --", '٣'.repeat(26), '％００']) {
      const answer = await ask(door.app, '/v1/status', { caseNo: hostile, code: hostile });
      expect([hostile, answer.statusCode]).toEqual([hostile, 404]);
    }
    const unreadable = await ask(door.app, '/v1/status', { caseNo: '', code: 7, also: 1 });
    expect(unreadable.statusCode).toBe(422);
  });

  it('does not quote what an officer wrote, but says where it is written', async () => {
    const caseNo = await door.submit();
    await act('window', caseNo, 'request_completion', { items: ['李样例之父的身份证复印件'] });
    const { body } = await statusOf(caseNo);
    expect(body).not.toContain('身份证复印件');
    expect(JSON.parse(body)).toMatchObject({
      situation: 'to_be_completed',
      heldBy: { holder: 'applicant', name: '您本人' },
    });
  });

  it('sends him whom the home station did not confirm there, and says no more than that', async () => {
    const finding = '底册登记的出生日期为1990年5月2日';
    const caseNo = await answered({
      result: 'inconsistent',
      source: 'paper_register',
      finding,
      differingItems: ['birth_date'],
    });
    const before = (await statusOf(caseNo)).body;
    expect(JSON.parse(before)).toMatchObject({ situation: 'answered' });
    await act('window', caseNo, 'notify', { method: 'telephone' });
    const { body } = await statusOf(caseNo);
    expect(JSON.parse(body)).toMatchObject({
      situation: 'referred',
      outcomeTitle: '已告知前往户籍地办理',
      heldBy: null,
      due: null,
      office: {
        station: 'home_station',
        name: '遵义市公安局红花岗分局桃溪派出所',
        address: '遵义市红花岗区桃溪路8号',
      },
    });
    for (const answer of [before, body]) expect(answer).not.toMatch(/出生日期|1990/);
  });

  it('knows a case no more once its papers are gone', async () => {
    const caseNo = await door.submit();
    const code = await receiptCodeOf(door, caseNo);
    await act('window', caseNo, 'withdraw');
    expect((await statusOf(caseNo, code)).json()).toMatchObject({ situation: 'withdrawn' });
    await anonymiseCase(house.owner, caseNo as CaseNo, systemClock.now());
    expect((await statusOf(caseNo, code)).statusCode).toBe(404);
  });

  // The last, for what was merged stays merged.
  it('sends nobody to a station that was merged away', async () => {
    const caseNo = await readyForCollection(await door.submit());
    await mergeStation(house.owner, parseUnitCode('440106990000'), {
      successor: parseUnitCode('440106980000'),
      since: localDateOf(systemClock.now()),
    });
    expect((await statusOf(caseNo)).json()).toMatchObject({
      office: { station: 'accepting_station', name: expect.not.stringContaining('云山') as string },
    });
  });
});
