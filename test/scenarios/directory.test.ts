import { describe, expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { consistent, playPeople } from '../api/people.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';
const successor = parseUnitCode('520302980000');

/** Fills the directory as of the scenario's first day, with something changed. */
async function fillDirectory(
  { house, at }: Scenario,
  change: (person: DirectoryPerson, today: PlainDate) => DirectoryPerson[],
): Promise<void> {
  const today = localDateOf(at(from));
  const persons = samplePersons(addDays(today, -1)).flatMap((person) => change(person, today));
  await savePersons(house.owner, persons, { by: 'test', at: at(from) });
}

const isOfHome = ({ unitCode }: DirectoryPerson) => unitCode === homeStation;

it('S36 a liaison officer long unconfirmed: the next one up is told, the gap goes to the county, the clock runs', async () => {
  await playScenario({ from, persons: [] }, async (scenario) => {
    await fillDirectory(scenario, (person, today) => {
      if (!isOfHome(person)) return [person];
      return person.post === 'liaison_officer' ? [{ ...person, lastConfirmedOn: addDays(today, -200) }] : [];
    });
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    const [handedOver] = await driver.eventsOf('dossier_handed_over');
    expect(handedOver?.told).toMatchObject([{ unitCode: '520302000000', post: 'county_supervisor' }]);
    expect(handedOver?.gaps).toEqual([
      { unitCode: homeStation, post: 'liaison_officer', reason: 'unconfirmed' },
      { unitCode: homeStation, post: 'deputy_liaison_officer', reason: 'nobody_named' },
      { unitCode: homeStation, post: 'station_leader', reason: 'nobody_named' },
    ]);
    const county = await driver.noticesTo('county_supervisor');
    expect(county.filter((text) => text.startsWith('收到一件'))).toHaveLength(1);
    expect(county.filter((text) => text.startsWith('通讯录缺口'))).toHaveLength(2);
    expect(scenario.tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
  });
});

it('a liaison officer on leave: his deputy is told, and the rung says so', async () => {
  await playScenario({ from, persons: [] }, async (scenario) => {
    await fillDirectory(scenario, (person, today) =>
      isOfHome(person) && person.post === 'liaison_officer'
        ? [{ ...person, absences: [{ from: today, to: addDays(today, 10) }] }]
        : [person],
    );
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
    const [r2] = await driver.eventsOf('rung_fired');
    expect(r2).toMatchObject({
      rung: 'R2',
      told: [{ unitCode: homeStation, post: 'deputy_liaison_officer' }],
      gaps: [{ unitCode: homeStation, post: 'liaison_officer', reason: 'on_leave' }],
    });
    expect(r2?.told[0]?.personId).not.toBeNull();
  });
});

it('tells each rung to the people whom the directory names when it fires, not when the case began', async () => {
  await playScenario({ from, persons: [] }, async (scenario) => {
    await fillDirectory(scenario, (person) => [person]);
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-05T12:00:00+08:00');
    await fillDirectory(scenario, (person, today) =>
      isOfHome(person) && person.post === 'liaison_officer'
        ? [{ ...person, validUntil: addDays(today, 1) }]
        : [person],
    );
    await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
    const [r2] = await driver.eventsOf('rung_fired');
    expect(r2?.told.map(({ post }) => post)).toEqual(['deputy_liaison_officer']);
  });
});

it('S35 a station that is merged while a case is open: its successor is told, and answers', async () => {
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
    await playPeople(door).act('successor', driver.caseNo, 'answer', consistent);
    expect((await driver.state()).status).toBe('answered');
  });
});

describe('an office that is shut for a time', () => {
  const days = { from: '2026-11-05', to: '2026-11-30' };

  /** Shuts the home station from the fourth day on, and foretells and fires the rung of that day. */
  async function playClosure(alternative: UnitCode | null, expected: { told: object[]; gaps: string[] }) {
    await playScenario({ from }, async (scenario) => {
      const driver = await CaseDriver.accept(scenario.house);
      await driver.transmit();
      await driver.receive();
      const closure = { from: scenario.on(days.from), to: scenario.on(days.to), alternative };
      const door = await scenario.openDoor();
      const shut = await door.call('homeLeader', 'PUT', `/v1/directory/units/${homeStation}/contacts`, {
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
    });
  }

  it('is foreseen and served by the station that is named instead', () =>
    playClosure(successor, {
      told: [
        { unitCode: successor, post: 'liaison_officer' },
        { unitCode: successor, post: 'deputy_liaison_officer' },
      ],
      gaps: [],
    }));

  it('without one is foreseen and served by the county, which is told of the gap once', () =>
    playClosure(null, {
      told: [{ unitCode: '520302000000', post: 'county_supervisor' }],
      gaps: ['迁移信息核验专管员', '副专管员', '所领导'].map(
        (post) => `遵义市公安局红花岗分局桃溪派出所：${post}暂停办公`,
      ),
    }));
});
