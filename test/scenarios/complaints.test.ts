import { expect, it } from 'vitest';
import type { Door, Person } from '../api/door.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { playScenario } from './scenario.ts';

const text = '电话多次联系，对方不予签收。';
const answer = '已责成户籍地派出所今日签收并查证。';

interface Item {
  readonly type: string;
  readonly words: { readonly text?: string } | null;
}

/** What somebody reads of the complaints of a case in its timeline. */
async function readBy(door: Door, person: Person, caseNo: string): Promise<(string | null)[]> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}/timeline`);
  return response
    .json<{ items: Item[] }>()
    .items.filter(({ type }) => type.startsWith('complaint_'))
    .map(({ words }) => words?.text ?? null);
}

it('a complaint goes to the province of the other station, is answered there, and both sides hear of it', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, openDoor, tell }) => {
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    await sleepUntil('2026-03-10T09:00:00+08:00');
    const door = await openDoor();
    const post = (person: Person, act: string, body: object) =>
      door.call(person, 'POST', `/v1/cases/${driver.caseNo}/${act}`, { body });
    const codeOf = async (person: Person, act: string, body: object) =>
      (await post(person, act, body)).json<{ code: string }>().code;

    expect(await codeOf('homeProvince', 'answer_complaint', { complaint: 1, text: answer })).toBe(
      'no_complaint_to_answer',
    );
    for (const person of ['homeProvince', 'auxiliary', 'administrator'] as const) {
      expect(await codeOf(person, 'complain', { text })).toBe('role_not_allowed');
    }
    expect(await codeOf('stranger', 'complain', { text })).toBe('case_not_found');
    expect((await post('window', 'complain', { text })).statusCode).toBe(200);

    const [made] = await driver.eventsOf('complaint_made');
    expect(made).toMatchObject({
      ...{ n: 1, about: '520302990000' },
      addressee: { unitCode: '520000000000', post: 'province_supervisor' },
    });
    expect(tell(made?.occurredAt)).toBe('2026-03-10T09:00');
    const inbox = await door.call('homeProvince', 'GET', '/v1/notices');
    expect(inbox.body).toContain('收到对一件“跨省通办”申请办理情况的投诉（投诉1）');
    expect(inbox.body).not.toContain(text);

    for (const person of ['window', 'liaison', 'homeProvince'] as const) {
      expect([person, await readBy(door, person, driver.caseNo)]).toEqual([person, [text]]);
    }
    expect(await readBy(door, 'administrator', driver.caseNo)).toEqual([null]);

    // Whoever stands below the province does not decide for it, nor does the other province.
    for (const person of ['homeCounty', 'acceptingCounty'] as const) {
      expect(await codeOf(person, 'answer_complaint', { complaint: 1, text: answer })).toBe(
        'unit_not_allowed',
      );
    }
    const answered = await post('homeProvince', 'answer_complaint', { complaint: 1, text: answer });
    expect(answered.statusCode).toBe(200);
    expect(await codeOf('homeProvince', 'answer_complaint', { complaint: 1, text: answer })).toBe(
      'no_complaint_to_answer',
    );
    for (const person of ['window', 'liaison', 'homeProvince'] as const) {
      expect([person, await readBy(door, person, driver.caseNo)]).toEqual([person, [text, answer]]);
    }
    expect(await driver.noticesTo('window_officer')).toContain('投诉1已答复，内容见办理过程。');
    const toLeader = await driver.noticesTo('station_leader');
    expect(toLeader.filter((notice) => notice.startsWith('对本单位办理情况的投诉'))).toHaveLength(1);
  }));

it('the home station complains too, also of a case that has ended', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, openDoor }) => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    await driver.finish();
    const door = await openDoor();
    const made = await door.call('liaison', 'POST', `/v1/cases/${driver.caseNo}/complain`, {
      body: { text },
    });
    expect(made.json()).toMatchObject({ status: 'closed', outcome: 'collected' });
    expect(await driver.eventsOf('complaint_made')).toMatchObject([
      { about: '440106990000', addressee: { unitCode: '440000000000', post: 'province_supervisor' } },
    ]);
    expect(await driver.unitsToldAs('province_supervisor')).toEqual(['440000000000']);
    // A province does not answer for another.
    const body = { complaint: 1, text: answer };
    const refused = await door.call('homeProvince', 'POST', `/v1/cases/${driver.caseNo}/answer_complaint`, {
      body,
    });
    expect(refused.json()).toMatchObject({ code: 'unit_not_allowed' });
  }));
