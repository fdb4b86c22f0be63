import { describe, expect, it } from 'vitest';
import type { MadePaperId } from '../../domain/papers/occasions.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door } from '../api/door.ts';
import { consistent, playPeople } from '../api/people.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';
const successor = parseUnitCode('520302980000');
const homeOffice = {
  name: '遵义市公安局红花岗分局桃溪派出所',
  address: '遵义市红花岗区桃溪路8号',
  telephone: '0851-00000008',
};
const successorOffice = {
  name: '遵义市公安局红花岗分局湘江派出所',
  address: '遵义市红花岗区湘江路9号',
  telephone: '0851-00000009',
};

/** What a paper of a case is printed from: the blank renderer writes what it was given. */
async function readPaper(door: Door, { caseNo }: CaseDriver, paper: MadePaperId): Promise<unknown> {
  const { body } = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/${paper}`);
  return JSON.parse(body.slice(body.indexOf('{')));
}

it('S35 a station that is merged while a case is open: its successor is told, answers, and is named as who verified', async () => {
  await playScenario({ from }, async (scenario) => {
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-05T12:00:00+08:00');
    const door = await scenario.openDoor();
    const merged = await door.call('homeCounty', 'PUT', `/v1/directory/units/${homeStation}/contacts`, {
      payload: { successor: { unitCode: successor, since: scenario.on('2026-11-05') } },
      headers: { 'if-match': '"0"' },
    });
    expect(merged.statusCode).toBe(200);
    await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
    const [r2] = await driver.eventsOf('rung_fired');
    expect(r2).toMatchObject({
      rung: 'R2',
      told: [
        { unitCode: successor, post: 'liaison_officer' },
        { unitCode: successor, post: 'deputy_liaison_officer' },
      ],
      gaps: [],
    });
    const { act } = playPeople(door);
    await act('successor', driver.caseNo, 'answer', consistent);
    await act('window', driver.caseNo, 'issue');
    await driver.waitUntil('issued', ({ status }) => status === 'issued');
    expect(await driver.printed()).toContain(`"homeStationName":"${successorOffice.name}"`);
    const report = await readPaper(door, driver, 'verification_report');
    expect(report).toMatchObject({ homeStation: successorOffice });
  });
});

describe('an office that is shut for a time', () => {
  const days = { from: '2026-11-05', to: '2026-11-30' };

  /** Shuts the home station from the fourth day on, foretells and fires the rung of that day, and refers the applicant. */
  async function playClosure(
    alternative: UnitCode | null,
    expected: { told: object[]; gaps: string[]; office: object },
  ) {
    await playScenario({ from }, async (scenario) => {
      const driver = await CaseDriver.accept(scenario.house);
      await driver.transmit();
      await driver.receive();
      const closure = { from: scenario.on(days.from), to: scenario.on(days.to), alternative };
      const door = await scenario.openDoor();
      // Who does its work meanwhile, a supervisor of both says.
      const keeper = alternative === null ? 'homeLeader' : 'homeCounty';
      const shut = await door.call(keeper, 'PUT', `/v1/directory/units/${homeStation}/contacts`, {
        payload: { closure },
        headers: { 'if-match': '"0"' },
      });
      expect(shut.statusCode).toBe(200);
      const agenda = await door.call('liaison', 'GET', `/v1/cases/${driver.caseNo}/agenda`);
      const { items } = agenda.json<{ items: { rung: string; to: object[]; gaps: string[] }[] }>();
      expect(items.find(({ rung }) => rung === 'R2')).toMatchObject({
        to: expected.told,
        gaps: expected.gaps,
      });

      await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
      const [r2] = await driver.eventsOf('rung_fired');
      expect(r2?.rung).toBe('R2');
      expect(r2?.told).toMatchObject(expected.told);
      const texts = (await driver.noticesTo('county_supervisor')).filter((text) => text.includes('暂停办公'));
      expect(texts).toHaveLength(expected.gaps.length > 0 ? 1 : 0);

      await driver.answer('inconsistent');
      const referral = await readPaper(door, driver, 'referral_notice');
      expect(referral).toMatchObject({ homeStation: expected.office });
      // Its own officers answered.
      const report = await readPaper(door, driver, 'verification_report');
      expect(report).toMatchObject({ homeStation: homeOffice });
    });
  }

  it('is foreseen and served by the station that is named instead', () =>
    playClosure(successor, {
      told: [
        { unitCode: successor, post: 'liaison_officer' },
        { unitCode: successor, post: 'deputy_liaison_officer' },
      ],
      gaps: [],
      office: successorOffice,
    }));

  it('without one is foreseen and served by the county, which is told of the gap once', () =>
    playClosure(null, {
      told: [{ unitCode: '520302000000', post: 'county_supervisor' }],
      gaps: ['迁移信息核验专管员', '副专管员', '所领导'].map(
        (post) => `遵义市公安局红花岗分局桃溪派出所：${post}暂停办公`,
      ),
      office: homeOffice,
    }));
});
