import { describe, expect, it } from 'vitest';
import { enactPolicy } from '../../db/repositories/policies.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door, Person } from '../api/door.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';
const homeProvince = parseUnitCode('520000000000');

async function setPolicy(door: Door, body: object): Promise<string> {
  const response = await door.call('homeAdministrator', 'POST', '/v1/policies', { body });
  expect([response.statusCode, response.body]).toEqual([201, expect.anything()]);
  return response.json<{ version: string }>().version;
}

async function transmitted(house: Scenario['house'], station: UnitCode = homeStation): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house, { homeStation: station });
  await driver.transmit();
  return driver;
}

describe('the office hours that a province sets', () => {
  // The season holds in the county of the home station only.
  const timetables = {
    ordinary: { start: '09:00', end: '18:00', seasons: [] },
    regions: {
      '520302': {
        start: '09:00',
        end: '17:00',
        seasons: [{ from: '11-01', to: '03-31', start: '10:00', end: '16:30' }],
      },
    },
  };

  it('end the term and fire the rungs of its stations, by season and region; others keep the default', () =>
    playScenario({ from }, async ({ house, tell, openDoor, sleepUntil, rungsOf }) => {
      await setPolicy(await openDoor(), { timetables });
      const driver = await transmitted(house);
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T16:30');
      const [transmission] = Object.values((await driver.state()).clocks);
      expect(tell(transmission?.deadline.dueAt)).toBe('2026-11-03T17:30');
      const elsewhere = await transmitted(house, parseUnitCode('650102990000'));
      expect(tell((await elsewhere.deadline()).dueAt)).toBe('2026-11-09T17:30');
      expect((await elsewhere.state()).policyVersions).toEqual({ accepting: 'default', home: 'default' });
      await sleepUntil('2026-11-06T12:00:00+08:00');
      expect(await rungsOf(driver)).toEqual(['R1 2026-11-03T16:30', 'R2 2026-11-06T10:00']);
      expect(await rungsOf(elsewhere)).toEqual(['R1 2026-11-03T17:30', 'R2 2026-11-06T08:30']);
    }));

  it('are those of the ordinary timetable where no region has its own', () =>
    playScenario({ from }, async ({ house, tell, openDoor }) => {
      const { ordinary } = timetables;
      await setPolicy(await openDoor(), { timetables: { ordinary, regions: {} } });
      expect(tell((await (await transmitted(house)).deadline()).dueAt)).toBe('2026-11-09T18:00');
    }));
});

describe('a running case that is migrated to the policy in force', () => {
  /** Four days instead of five, with a ladder that fits. */
  const quick: ProvincePolicy = {
    ...defaultPolicy,
    version: '520000000000/quick' as PolicyVersion,
    terms: { ...defaultPolicy.terms, verification: { unit: 'working_days', count: 4 } },
    ladders: {
      ...defaultPolicy.ladders,
      verification: defaultPolicy.ladders.verification.map((rung) =>
        rung.when.at === 'start_of_working_day'
          ? { ...rung, when: { ...rung.when, day: rung.when.day - 1 } }
          : rung,
      ),
    },
  };

  async function enact({ house }: Scenario, change: Partial<ProvincePolicy>) {
    const document = { ...quick, ...change };
    await enactPolicy(house.owner, { province: homeProvince, document, by: 'test', at: house.clock.now() });
  }

  const reason = '省厅恢复五个工作日的期限。';

  const migrate = (door: Door, person: Person, { caseNo }: CaseDriver, body: object = { reason }) =>
    door.call(person, 'POST', `/v1/cases/${caseNo}/policy-migration`, { body });

  const isAboutPolicy = (text: string) => text.startsWith('政策调整');

  it('takes over its terms: clocks and rungs move, the ledger says so, both stations and the applicant are told', () =>
    playScenario({ from }, async (scenario) => {
      const { house, tell, openDoor, sleepUntil, rungsOf } = scenario;
      await enact(scenario, {});
      const driver = await transmitted(house);
      await driver.receive();
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-06T17:30');
      const version = '520000000000/usual' as PolicyVersion;
      await enact(scenario, { version, terms: defaultPolicy.terms, ladders: defaultPolicy.ladders });
      await sleepUntil('2026-11-04T10:00:00+08:00');
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-06T17:30');

      const door = await openDoor();
      const migrated = await migrate(door, 'homeAdministrator', driver);
      expect(migrated.json()).toEqual({
        caseNo: driver.caseNo,
        policyVersions: { accepting: 'default', home: version },
      });
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');

      const timeline = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/timeline`);
      const items = timeline.json<{
        items: { type: string; sentence: string; by: object; words: object | null }[];
      }>().items;
      expect(items.find(({ type }) => type === 'policy_migrated')).toMatchObject({
        by: { officerId: 'officer-13', role: 'system_administrator' },
        words: { act: 'migrate_policy', reason },
      });
      const played = (await driver.eventsOf('clock_moved')).map(
        ({ clockKey, cause, previousDueAt, deadline }) => ({
          ...{ clockKey, cause, from: tell(previousDueAt), to: tell(deadline.dueAt) },
        }),
      );
      expect(played).toEqual([
        {
          ...{ clockKey: 'verification/1', cause: 'policy_migrated' },
          ...{ from: '2026-11-06T17:30', to: '2026-11-09T17:30' },
        },
      ]);

      for (const role of ['window_officer', 'liaison_officer'] as const) {
        expect((await driver.noticesTo(role)).filter(isAboutPolicy)).toHaveLength(1);
      }
      const toApplicant = await driver.noticesTo('applicant');
      expect(toApplicant.filter((text) => text.startsWith('因政策调整'))).toHaveLength(1);

      await sleepUntil('2026-11-09T12:00:00+08:00');
      expect(await rungsOf(driver)).toEqual(['R2 2026-11-06T08:30', 'R3 2026-11-09T08:30']);
    }));

  it('keeps a later date that people were told, and tells both stations of both', () =>
    playScenario({ from }, async (scenario) => {
      const { house, tell, openDoor } = scenario;
      const driver = await transmitted(house);
      await enact(scenario, {});
      expect((await migrate(await openDoor(), 'homeAdministrator', driver)).statusCode).toBe(200);
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
      for (const role of ['window_officer', 'liaison_officer'] as const) {
        const texts = (await driver.noticesTo(role)).filter(isAboutPolicy);
        expect(texts).toEqual([
          expect.stringMatching(/按新规定应为\S+-11-06，原定\S+-11-09，现按\S+-11-09执行。$/),
        ]);
      }
    }));

  it('tells nobody where no date moves', () =>
    playScenario({ from }, async (scenario) => {
      const driver = await transmitted(scenario.house);
      await enact(scenario, { terms: defaultPolicy.terms, ladders: defaultPolicy.ladders });
      await migrate(await scenario.openDoor(), 'homeAdministrator', driver);
      expect((await driver.state()).policyVersions.home).toBe(quick.version);
      for (const role of ['window_officer', 'liaison_officer'] as const) {
        expect((await driver.noticesTo(role)).filter(isAboutPolicy)).toEqual([]);
      }
    }));

  it('is so by a provincial administrator in whose province it is handled, and by nobody else', () =>
    playScenario({ from }, async ({ house, openDoor }) => {
      const driver = await transmitted(house);
      const door = await openDoor();
      for (const person of ['window', 'liaison', 'homeProvince', 'countyAdministrator'] as const) {
        expect([person, (await migrate(door, person, driver)).statusCode]).toEqual([person, 403]);
      }
      for (const body of [{}, { reason: ' ' }]) {
        expect((await migrate(door, 'administrator', driver, body)).statusCode).toBe(422);
      }
      expect((await migrate(door, 'administrator', driver)).statusCode).toBe(200);
      const elsewhere = await CaseDriver.accept(house, { homeStation: parseUnitCode('650102990000') });
      expect((await migrate(door, 'homeAdministrator', elsewhere)).statusCode).toBe(404);
      await driver.act('withdraw');
      expect((await migrate(door, 'administrator', driver)).statusCode).toBe(409);
    }));
});
