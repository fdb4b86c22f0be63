import { expect, it } from 'vitest';
import { saveUnits } from '../../db/repositories/units.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door, Person } from '../api/door.ts';
import { acceptingStation, CaseDriver, homeStation, stationLeader } from '../house/case-driver.ts';
import { mergeStation } from '../house/merged-station.ts';
import { playScenario } from './scenario.ts';

const furtherStation = parseUnitCode('650102990000');
const successor = parseUnitCode('520302980000');
/** In the county of the home station: work is handed over within a province only. */
const neighbour: Unit = {
  level: 'station',
  code: parseUnitCode('520302970000'),
  parentCode: parseUnitCode('520302000000'),
  region: parseDivisionCode('520302'),
  name: '遵义市公安局红花岗分局测试派出所',
  address: '遵义市红花岗区测试路7号',
  telephone: '0851-00000007',
};
const question = '申请人之父测试某（另户）是否登记在本所，与申请人是否为父子关系。';
const finding = '户籍档案登记：测试某与申请人为父子关系，1998年分户。';
const kinship = { matters: [{ code: 'KINSHIP', details: '与父亲的父子关系' }] };

interface View {
  readonly personalData: string;
  readonly allowedActs: string[];
  readonly furtherVerifications: object[];
}

function playing(door: Door, caseNo: string) {
  const post = (person: Person, act: string, body: object) =>
    door.call(person, 'POST', `/v1/cases/${caseNo}/${act}`, { body });
  return {
    post,
    refusalOf: async (person: Person, act: string, body: object) =>
      (await post(person, act, body)).json<{ code: string; errors?: { code: string }[] }>(),
    view: async (person: Person) =>
      (await door.call(person, 'GET', `/v1/cases/${caseNo}`)).json<View & { code?: string }>(),
  };
}

it('kinship across two registers: a second home station verifies within the same case', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, openDoor, rungsOf }) => {
    const driver = await CaseDriver.accept(house, kinship);
    await driver.transmit();
    await driver.receive();
    const door = await openDoor();
    const { post, refusalOf, view } = playing(door, driver.caseNo);
    const asking = { station: furtherStation, question };

    // Nobody there knows of the case before he is asked.
    expect(await view('stranger')).toMatchObject({ code: 'case_not_found' });
    const ask = (person: Person, body: object = asking) =>
      refusalOf(person, 'request_further_verification', body);
    expect(await ask('window')).toMatchObject({ code: 'role_not_allowed' });
    expect(await ask('acceptingLeader')).toMatchObject({ code: 'unit_not_allowed' });
    for (const [station, code] of [
      [homeStation, 'station_is_home'],
      ['650102000000', 'station_unknown'],
      ['999999999999', 'station_unknown'],
    ]) {
      expect(await ask('liaison', { ...asking, station })).toMatchObject({
        code: 'validation_failed',
        errors: [{ pointer: '/station', code }],
      });
    }
    expect((await post('liaison', 'request_further_verification', asking)).statusCode).toBe(200);

    // He sees the whole dossier, and may answer, log a call and complain; nothing else.
    const seen = await view('stranger');
    expect(seen.personalData).toBe('full');
    expect(seen.allowedActs.toSorted()).toEqual(['answer_further_verification', 'complain', 'log_call']);
    expect(seen.furtherVerifications).toMatchObject([{ n: 1, question, outcome: null, result: null }]);
    const inbox = await door.call('stranger', 'GET', '/v1/notices');
    expect(inbox.body).toContain('户籍地派出所请你所协助查证');
    expect(inbox.body).not.toContain('测试某');
    // The supervisors of the home station see that it was asked, not what.
    const [masked] = (await view('homeProvince')).furtherVerifications;
    expect(masked).toMatchObject({ station: { code: furtherStation }, outcomeTitle: '待反馈' });
    expect(masked).not.toHaveProperty('question');
    expect(await refusalOf('liaison', 'answer_further_verification', answer)).toMatchObject({
      code: 'unit_not_allowed',
    });

    await sleepUntil('2026-03-05T09:00:00+08:00');
    expect((await rungsOf(driver)).filter((rung) => rung.startsWith('further'))).toEqual([
      'further_verification_reminder 2026-03-04T08:30',
      'further_verification_overdue 2026-03-04T17:30',
    ]);
    const fired = await driver.eventsOf('rung_fired');
    const [, overdue] = fired.filter(({ rung }) => rung.startsWith('further'));
    expect(overdue?.told.map(({ unitCode, post: of }) => `${unitCode} ${of}`)).toEqual([
      ...[`${furtherStation} liaison_officer`, `${furtherStation} deputy_liaison_officer`],
      ...[`${furtherStation} station_leader`, '650102000000 county_supervisor'],
      ...[`${homeStation} liaison_officer`, `${homeStation} deputy_liaison_officer`],
    ]);

    const called = { number: '0991-00000005', outcome: 'not_answered', station: furtherStation };
    expect((await post('liaison', 'log_call', called)).statusCode).toBe(200);
    expect(await driver.eventsOf('call_logged')).toMatchObject([{ called: furtherStation }]);
    expect(await refusalOf('liaison', 'log_call', { ...called, station: '440104990000' })).toMatchObject({
      errors: [{ pointer: '/station', code: 'not_of_this_case' }],
    });

    expect((await post('stranger', 'answer_further_verification', answer)).statusCode).toBe(200);
    for (const person of ['liaison', 'window', 'stranger'] as const) {
      expect((await view(person)).furtherVerifications).toMatchObject([
        { outcome: 'answered', result: 'consistent', resultTitle: '查证一致', question, finding },
      ]);
    }
    expect(await driver.noticesTo('liaison_officer')).toContain('协助查证已反馈：查证一致，请据此完成查证。');

    await driver.answer();
    await driver.act('confirm_answer', {}, { by: stationLeader });
    await driver.finish();
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    // It keeps the file like the two stations.
    expect((await view('stranger')).personalData).toBe('full');
  }));

const answer = { furtherVerification: 1, result: 'consistent', source: 'paper_register', finding };

it('a station that was asked in vain sees no more than that there was a case', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, openDoor }) => {
    const driver = await CaseDriver.accept(house, kinship);
    await driver.transmit();
    await driver.receive();
    const door = await openDoor();
    const { post, refusalOf, view } = playing(door, driver.caseNo);
    await post('liaison', 'request_further_verification', { station: furtherStation, question });
    await post('liaison', 'cancel_further_verification', {
      furtherVerification: 1,
      reason: '已在本所档案中查到。',
    });
    const seen = await view('stranger');
    expect([seen.personalData, seen.allowedActs]).toEqual(['masked', []]);
    expect(seen.furtherVerifications).toMatchObject([{ outcome: 'cancelled' }]);
    expect(seen.furtherVerifications[0]).not.toHaveProperty('question');
    expect(await refusalOf('stranger', 'answer_further_verification', answer)).toMatchObject({
      code: 'unit_not_allowed',
    });
    expect(await driver.noticesTo('liaison_officer')).toContain(
      '户籍地派出所已撤销协助查证的请求，无需再查。',
    );

    // The accepting station itself may keep the other register.
    await post('liaison', 'request_further_verification', { station: acceptingStation, question });
    expect((await driver.state()).furtherVerifications.map(({ station }) => station)).toEqual([
      furtherStation,
      acceptingStation,
    ]);
    // An answer to the first asking that comes now is none to the second.
    expect(await refusalOf('acceptingLeader', 'answer_further_verification', answer)).toMatchObject({
      code: 'no_further_verification',
    });
    const second = { ...answer, furtherVerification: 2 };
    expect((await post('acceptingLeader', 'answer_further_verification', second)).statusCode).toBe(200);
  }));

it('a merged station answers through its successor, and the home station’s own successor is not asked', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, on, sleepUntil, openDoor }) => {
    await saveUnits(house.owner, [neighbour]);
    const driver = await CaseDriver.accept(house, kinship);
    await driver.transmit();
    await driver.receive();
    const play = async () => playing(await openDoor(), driver.caseNo);
    const asking = { station: neighbour.code, question };
    const before = await play();
    expect((await before.post('liaison', 'request_further_verification', asking)).statusCode).toBe(200);
    expect(await before.view('successor')).toMatchObject({ code: 'case_not_found' });

    await mergeStation(house.owner, neighbour.code, { successor, since: on('2026-03-03') });
    await sleepUntil('2026-03-04T09:00:00+08:00');
    const fired = await driver.eventsOf('rung_fired');
    expect(fired.find(({ rung }) => rung.startsWith('further'))?.told).toMatchObject([
      { unitCode: successor, post: 'liaison_officer' },
      { unitCode: successor, post: 'deputy_liaison_officer' },
    ]);
    // A door of its own, because each keeps the mergers that it has read for a minute.
    const { view, post, refusalOf } = await play();
    expect((await view('successor')).personalData).toBe('full');
    expect((await post('successor', 'answer_further_verification', answer)).statusCode).toBe(200);
    expect(await refusalOf('liaison', 'request_further_verification', asking)).toMatchObject({
      errors: [{ pointer: '/station', code: 'station_merged' }],
    });

    // Once the home station is merged into it too, its register is the home station's own.
    await mergeStation(house.owner, homeStation, { successor, since: on('2026-03-04') });
    const own = { ...asking, station: successor };
    expect(await (await play()).refusalOf('successor', 'request_further_verification', own)).toMatchObject({
      errors: [{ pointer: '/station', code: 'station_is_home' }],
    });
  }));
