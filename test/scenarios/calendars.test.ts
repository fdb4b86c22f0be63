import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../domain/case/projection.ts';
import { readCalendarFile } from '../../platform/reference-data.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { playScenario } from './scenario.ts';

describe('a calendar that changes while a case is open', () => {
  it('S40 a holiday prolonged in its middle moves the deadline, and nothing is late by the old date', () =>
    playScenario(
      { from: '2020-01-22T09:00:00+08:00' },
      async ({ house, sleepUntil, tell, rollOut, rungsOf }) => {
        await rollOut(readCalendarFile('CN-2020.original.json'));
        const driver = await CaseDriver.accept(house);
        await driver.transmit();
        await driver.receive();
        const unsigned = await CaseDriver.accept(house);
        await unsigned.transmit();
        const { calendarVersion: original } = await driver.state();
        expect(tell((await driver.deadline()).dueAt)).toBe('2020-02-04T17:30');
        await sleepUntil('2020-01-27T09:00:00+08:00');
        await rollOut(readCalendarFile('CN-2020.json'));
        expect(tell((await driver.deadline()).dueAt)).toBe('2020-02-06T17:30');
        expect(tell((await unsigned.deadline()).dueAt)).toBe('2020-02-06T17:30');
        const [accepted] = await driver.eventsOf('case_accepted');
        const [revision] = await driver.eventsOf('calendar_revised');
        expect(accepted?.calendarVersion).toBe(original);
        expect(revision?.previousVersion).toBe(original);
        expect(revision?.version).toBe((await driver.state()).calendarVersion);
        expect(revision?.version).not.toBe(original);
        const [move] = await driver.eventsOf('clock_moved');
        expect(move).toMatchObject({ cause: 'calendar_revised' });
        expect(move?.notice?.title).toContain('2020-01-27调整');
        await sleepUntil('2020-02-06T09:00:00+08:00');
        expect(isOverdue(await driver.state(), house.clock.now())).toBe(false);
        expect(await rungsOf(driver)).toEqual(['R2 2020-02-05T08:30', 'R3 2020-02-06T08:30']);
      },
    ));

  it('S41 a provisional date becomes certain with the notice of the next year', () =>
    playScenario({ from: '2026-12-25T10:00:00+08:00' }, async ({ house, sleepUntil, rollOut }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      expect((await driver.deadline()).provisional).toBe(true);
      await sleepUntil('2026-12-28T10:00:00+08:00');
      const file = readCalendarFile('CN-2027.json') as object;
      await rollOut({ ...file, status: 'official' });
      expect((await driver.deadline()).provisional).toBe(false);
    }));
});
