import { describe, expect, it } from 'vitest';
import { handOver } from '../../activities/transmission-channels/hand-over.ts';
import { cases, transmissions } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { Door } from '../api/door.ts';
import type { House } from '../house/house.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T15:00:00+08:00';

/** The platform takes nothing any more. */
async function breakPlatform({ owner }: House): Promise<void> {
  await owner.client`alter table transmissions add constraint down check (channel <> 'platform') not valid`;
}

async function mendPlatform({ owner }: House): Promise<void> {
  await owner.client`alter table transmissions drop constraint down`;
}

/** A case that the platform did not take and that went by fax, of which nobody knows yet whether it arrived. */
async function goByFax({ house, at }: Scenario): Promise<CaseDriver> {
  await breakPlatform(house);
  const driver = await CaseDriver.accept(house);
  await driver.transmit();
  expect(Object.values((await driver.state()).pending)).toMatchObject([
    { failures: 1, progress: { kind: 'failed', failure: { failureClass: 'internal_error' } } },
  ]);
  const handedOverAt = at('2026-11-02T14:55:00+08:00');
  await driver.transmit('manual', { way: 'fax', handedOverAt, faxNumber: '0851-00000018', pages: 3 });
  // What the platform did not take is let go: nothing tries it again.
  expect((await driver.state()).pending).toEqual({});
  await mendPlatform(house);
  return driver;
}

/** The cases that the home station sees, each with the channels of its transmissions. */
async function casesAtHome(door: Door): Promise<string[]> {
  const list = await door.call('liaison', 'GET', '/v1/cases');
  return Promise.all(
    list.json<{ items: { caseNo: string }[] }>().items.map(async ({ caseNo }) => {
      const listed = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/transmissions`);
      const { items } = listed.json<{ items: { channel: string }[] }>();
      return `${caseNo} ${items.map(({ channel }) => channel).join(' ')}`;
    }),
  );
}

describe('the platform is out of order', () => {
  it('S54 the platform fails: the case goes on by fax, and what the platform delivers late is no second case', () =>
    playScenario({ from }, async (scenario) => {
      const { house, at, tell, sleepUntil } = scenario;
      const driver = await goByFax(scenario);
      await driver.receive(at('2026-11-02T14:58:00+08:00'), 3);
      expect(tell((await driver.deadline()).startedAt)).toBe('2026-11-02T14:58');

      await sleepUntil('2026-11-03T09:00:00+08:00');
      // The ministry's platform has no open interface: its part is played by our own table, a late delivery by its adapter.
      const { owner: database, clock } = house;
      const units = createUnitDirectory(database, clock);
      const progress = { heartbeat: () => undefined, signal: new AbortController().signal };
      const { caseNo } = driver;
      const late = { caseNo, n: 1, channel: 'platform', addressee: 'liaison_officer' } as const;
      const delivered = await handOver({ database, units, clock, fax: undefined, progress }, late);
      expect(tell(delivered.deliveredAt)).toBe('2026-11-03T09:00');
      // Whoever delivers it again delivers the same.
      expect(await handOver({ database, units, clock, fax: undefined, progress }, late)).toEqual(delivered);
      expect(await house.owner.$count(transmissions)).toBe(2);

      const door = await scenario.openDoor();
      expect(await house.owner.$count(cases)).toBe(1);
      expect(await casesAtHome(door)).toEqual([`${caseNo} platform manual`]);
      expect(tell((await driver.deadline()).startedAt)).toBe('2026-11-02T14:58');
      expect((await driver.state()).status).toBe('verifying');
      expect((await driver.noticesTo('applicant')).at(-1)).toMatch(/预计\d+-11-09前查证完毕/);
    }));

  it('S54 the platform delivers before the fax is confirmed: the term runs from whichever came first', () =>
    playScenario({ from }, async (scenario) => {
      const { house, at, tell, sleepUntil } = scenario;
      const driver = await goByFax(scenario);
      await sleepUntil('2026-11-03T09:00:00+08:00');
      await driver.transmit();
      expect(tell((await driver.deadline()).startedAt)).toBe('2026-11-03T09:00');
      await driver.receive();
      // The fax lay on the machine since the day before.
      await driver.act('receive', { n: 2, receivedAt: at('2026-11-02T15:05:00+08:00'), pagesReceived: 3 });
      expect(tell((await driver.deadline()).startedAt)).toBe('2026-11-02T15:05');
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');

      const door = await scenario.openDoor();
      expect(await casesAtHome(door)).toEqual([`${driver.caseNo} platform manual platform`]);
      expect(await house.owner.$count(cases)).toBe(1);
      expect((await driver.noticesTo('applicant')).slice(1)).toEqual([
        expect.stringMatching(/^申请材料已送达户籍地派出所，预计\d+-11-10前查证完毕。$/),
        expect.stringMatching(/预计\d+-11-09前查证完毕。$/),
      ]);
    }));

  it('S54 a fax that comes after the platform has delivered moves nothing', () =>
    playScenario({ from }, async (scenario) => {
      const { at, tell, sleepUntil, rungsOf } = scenario;
      const driver = await goByFax(scenario);
      await driver.transmit();
      await driver.receive();
      const startedAt = tell((await driver.deadline()).startedAt);
      expect(startedAt?.slice(0, 10)).toBe('2026-11-02');
      await sleepUntil('2026-11-03T10:00:00+08:00');
      await driver.act('receive', { n: 2, receivedAt: at('2026-11-03T09:30:00+08:00'), pagesReceived: 3 });
      expect(tell((await driver.deadline()).startedAt)).toBe(startedAt);
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
      expect(await rungsOf(driver)).toEqual([]);
    }));
});
