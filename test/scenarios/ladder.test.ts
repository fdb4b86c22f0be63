import { describe, expect, it } from 'vitest';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase } from '../house/house.ts';
import { playScenario } from './scenario.ts';

const url = await createHouseDatabase();

describe('the ladder', () => {
  it('S13 fires each rung once at its instant while nobody acts, and tells the right people', () =>
    playScenario({ url, from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, tell }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await sleepUntil('2026-03-20T09:00:00+08:00');
      await driver.waitUntil('R4', ({ clock }) => clock?.fired.includes('R4') === true);

      const rungs = (await driver.events()).flatMap(({ event, occurredAt }) =>
        event.type === 'rung_fired' ? [{ rung: event.rung, colour: event.colour, at: tell(occurredAt) }] : [],
      );
      expect(rungs).toEqual([
        { rung: 'R2', colour: 'blue', at: '2026-03-06T08:30' },
        { rung: 'R3', colour: 'yellow', at: '2026-03-09T08:30' },
        { rung: 'R4', colour: 'red', at: '2026-03-09T17:30' },
      ]);
      const told = async (audience: Parameters<CaseDriver['noticesTo']>[0]) =>
        (await driver.noticesTo(audience))
          .filter((text) => text.startsWith('【'))
          .map((text) => text.slice(0, 4));
      expect(await told('liaison_officer')).toEqual(['【蓝色】', '【黄色】']);
      expect(await told('station_leader')).toEqual(['【黄色】']);
      expect(await told('county_supervisor')).toEqual(['【黄色】', '【红色】']);
      expect(await told('window_officer')).toEqual(['【红色】']);
      expect(await driver.unitsToldAs('county_supervisor')).toEqual(['520302000000']);
    }));

  it('S09 waits through the October holiday and fires at the end of day 5', () =>
    playScenario({ url, from: '2026-09-30T16:40:00+08:00' }, async ({ house, sleepUntil, tell }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await sleepUntil('2026-10-13T18:00:00+08:00');
      await driver.waitUntil('R4', ({ clock }) => clock?.fired.includes('R4') === true);
      const fired = (await driver.events()).flatMap(({ event, occurredAt }) =>
        event.type === 'rung_fired' ? [`${event.rung} ${String(tell(occurredAt))}`] : [],
      );
      expect(fired).toEqual(['R2 2026-10-12T08:30', 'R3 2026-10-13T08:30', 'R4 2026-10-13T17:30']);
    }));

  it('S15 stops with the answer, which is accepted late and recorded so', () =>
    playScenario({ url, from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-03-12T09:00:00+08:00');
      await driver.answer();
      await driver.issue();
      expect(await driver.state()).toMatchObject({ status: 'issued', answer: { timeliness: 'late' } });
    }));

  it('does not fire after an answer in time', () =>
    playScenario({ url, from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-03-06T08:45:00+08:00');
      await driver.answer();
      await sleepUntil('2026-03-20T09:00:00+08:00');
      const fired = (await driver.events()).flatMap(({ event }) =>
        event.type === 'rung_fired' ? [event.rung] : [],
      );
      expect(fired).toEqual(['R2']);
    }));

  it('goes on by itself when a workflow begins anew and hears of no act', () =>
    playScenario({ url, from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.handle.terminate('lost');
      await driver.restart('new');
      await sleepUntil('2026-03-10T09:00:00+08:00');
      await driver.waitUntil('R4', ({ clock }) => clock?.fired.includes('R4') === true);
    }));
});
