import { expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { parsePersonId } from '../../domain/directory/person.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import { acceptingStation, CaseDriver, homeStation } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';

interface Seat {
  readonly unitCode: string;
  readonly post: string;
}

interface Foretold {
  readonly rung: string;
  readonly to: readonly (Seat & { readonly personName: string | null })[];
  readonly gaps: readonly string[];
}

interface Fired {
  readonly rung: string;
  readonly told: readonly (Seat & { readonly name: string | null })[];
  readonly gaps: readonly Record<'unitName' | 'postTitle' | 'reasonTitle', string>[];
}

/** People for every post, with the leader of the home station and the one officer named for the counter away. */
async function fillDirectory({ house, at, on }: Scenario): Promise<void> {
  const today = on('2026-11-02');
  const absences = [{ from: today, to: addDays(today, 100) }];
  const persons = samplePersons(addDays(today, -1)).flatMap((person) => {
    if (person.post !== 'station_leader') return [person];
    if (person.unitCode === homeStation) return [{ ...person, absences }];
    if (person.unitCode !== acceptingStation) return [person];
    const id = parsePersonId('5a3b1e00-0000-4000-8000-000000000998');
    return [person, { ...person, id, post: 'window_officer' as const, name: '测试受理民警', absences }];
  });
  await savePersons(house.owner, persons, { by: 'test', at: at(from) });
}

it('the agenda foretells whom each rung of a whole ladder tells, and where nobody can be told', async () => {
  await playScenario({ from, persons: [] }, async (scenario) => {
    await fillDirectory(scenario);
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    const door = await scenario.openDoor();
    const agenda = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/agenda`);
    const foretold = agenda.json<{ items: Foretold[] }>().items.map(({ rung, to, gaps }) => ({
      rung,
      told: to.map(({ unitCode, post, personName }) => [unitCode, post, personName]),
      gaps,
    }));
    expect(foretold.map(({ rung }) => rung)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']);

    await scenario.sleepUntil('2026-11-17T09:00:00+08:00');
    await driver.waitUntil('R6', ({ escalations }) => 'verification/1/R6' in escalations);
    const list = await door.call('homeProvince', 'GET', '/v1/escalations?limit=100');
    const fired = list
      .json<{ items: Fired[] }>()
      .items.filter(({ rung }) => rung.startsWith('R'))
      .map(({ rung, told, gaps }) => ({
        rung,
        told: told.map(({ unitCode, post, name }) => [unitCode, post, name]),
        gaps: gaps.map(({ unitName, postTitle, reasonTitle }) => `${unitName}：${postTitle}${reasonTitle}`),
      }));
    expect(fired.toReversed()).toEqual(foretold);

    // The counter's inbox and its leader hear of R4; the station that owes the reply has nobody but its officers.
    const r4 = foretold.find(({ rung }) => rung === 'R4');
    expect(r4?.told.map(([unitCode, post]) => `${unitCode ?? ''} ${post ?? ''}`)).toEqual([
      '520302000000 county_supervisor',
      `${acceptingStation} window_officer`,
      `${homeStation} liaison_officer`,
      `${homeStation} deputy_liaison_officer`,
      `${acceptingStation} station_leader`,
    ]);
    expect(r4?.gaps).toEqual([
      expect.stringContaining('受理民警请假、外出'),
      expect.stringContaining('所领导请假、外出'),
    ]);
  });
});
