import { describe, expect, it } from 'vitest';
import type { DayEnd } from '../../domain/calendar/due-instant.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door } from '../api/door.ts';
import { anotherApplication } from '../api/door.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { setHomePolicy } from './home-policy.ts';
import { playScenario } from './scenario.ts';

/** When the dossier reaches the home station, and the days that are counted from then on. */
const deliveries = [
  {
    told: 'S09 received on the eve of a holiday',
    at: '2026-09-30T16:40:00+08:00',
    counted: ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13'],
  },
  {
    told: 'S10 received in the middle of Golden Week',
    at: '2026-10-03T09:00:00+08:00',
    counted: ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13'],
  },
  {
    told: 'S11 received on a make-up Sunday',
    at: '2026-09-20T09:30:00+08:00',
    counted: ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24', '2026-09-28'],
  },
  {
    told: 'S12 received just after midnight',
    at: '2026-11-23T00:05:00+08:00',
    counted: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
  },
  {
    told: 'S12 received just before midnight',
    at: '2026-11-23T23:59:00+08:00',
    counted: ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
  },
  {
    told: 'S41 received before a year without a notice',
    at: '2026-12-25T10:00:00+08:00',
    counted: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'],
  },
] as const;

/** Both stations read by which rule the last day ends, in the case and where its date is explained. */
async function expectShown(door: Door, { caseNo }: CaseDriver, dueAtEndOf: DayEnd, rule: string) {
  for (const person of ['window', 'liaison'] as const) {
    const view = await door.call(person, 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({
      deadline: { dueAtEndOf, rules: expect.arrayContaining([rule]) as string[] },
    });
    const explained = await door.call(person, 'GET', `/v1/cases/${caseNo}/deadline`);
    expect(explained.json<{ explanation: string[] }>().explanation).toContain(rule);
  }
}

describe('the clock of 5 working days', () => {
  it.each(deliveries.map(({ told, ...delivery }) => [told, delivery] as const))('%s', (_, { at, counted }) =>
    playScenario({ from: at }, async ({ house, tell, on }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      const { dayZero, days, dueAt, provisional } = await driver.deadline();
      expect(dayZero).toBe(on(at.slice(0, 10)));
      expect(days.filter(({ ordinal }) => ordinal !== null).map(({ date }) => date)).toEqual(counted.map(on));
      expect(tell(dueAt)).toBe(`${counted[4]}T17:30`);
      expect(provisional).toBe(counted[4].startsWith('2027'));
    }),
  );

  it('S10 signing late does not move it', () =>
    playScenario({ from: '2026-10-03T09:00:00+08:00' }, async ({ house, sleepUntil, tell }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await sleepUntil('2026-10-08T09:00:00+08:00');
      await driver.receive();
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-10-13T17:30');
    }));

  it('S42 counts the home station’s regional holiday, not the accepting station’s', () =>
    playScenario({ from: '2025-06-05T16:00:00+08:00' }, async ({ house, tell, openDoor }) => {
      const driver = await CaseDriver.accept(house, { homeStation: parseUnitCode('650102990000') });
      await driver.transmit();
      expect(tell((await driver.deadline()).dueAt)).toBe('2025-06-17T17:30');

      // The other way round it is no holiday of the home station.
      const door = await openDoor();
      const body = anotherApplication();
      const accepted = await door.call('stranger', 'POST', '/v1/cases', { body });
      const other = CaseDriver.of(house, accepted.json<{ caseNo: CaseNo }>().caseNo);
      await other.transmit();
      expect(tell((await other.deadline()).dueAt)).toBe('2025-06-12T17:30');
    }));

  it.each([
    { told: 'just before', at: '2026-11-09T17:29:50+08:00', timeliness: 'in_time' },
    { told: 'just after', at: '2026-11-09T17:30:01+08:00', timeliness: 'late' },
  ])('S14 an answer $told the end of office hours is $timeliness', ({ at, timeliness }) =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async ({ house, sleepUntil, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil(at);
      await driver.answer();
      expect((await driver.state()).answer?.timeliness).toBe(timeliness);
      await expectShown(await openDoor(), driver, 'office_hours', '截止时间为最后一日的下班时间');
    }),
  );

  it.each([
    { told: 'after office hours', at: '2026-11-09T17:30:01+08:00', timeliness: 'in_time' },
    { told: 'just before midnight', at: '2026-11-09T23:59:50+08:00', timeliness: 'in_time' },
    { told: 'just after midnight', at: '2026-11-10T00:00:01+08:00', timeliness: 'late' },
  ])('S14 where the last day runs to 24 o’clock an answer $told is $timeliness', ({ at, timeliness }) =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async ({ house, sleepUntil, openDoor, tell }) => {
      await setHomePolicy(house, { dueAtEndOf: 'day' });
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T23:59');
      await sleepUntil(at);
      await driver.answer();
      expect((await driver.state()).answer?.timeliness).toBe(timeliness);
      await expectShown(await openDoor(), driver, 'day', '截止时间为最后一日的24:00');
    }),
  );
});
