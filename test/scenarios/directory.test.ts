import { expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';

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
