import { and, eq, like } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { notices } from '../../db/schema/index.ts';
import type { Door } from '../api/door.ts';
import { acceptingStation, CaseDriver, stationLeader } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { playScenario } from './scenario.ts';

/** Whoever handles the case, and whoever supervises it, reads how late the answer was. */
async function expectLateBy(door: Door, { caseNo }: CaseDriver, workingDaysLate: number) {
  for (const person of ['window', 'liaison', 'homeProvince'] as const) {
    const view = await door.call(person, 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({ answer: { timeliness: 'late', workingDaysLate } });
    const timeline = await door.call(person, 'GET', `/v1/cases/${caseNo}/timeline`);
    expect(timeline.body).toContain(`户籍地派出所反馈：查证一致（逾期${String(workingDaysLate)}个工作日）`);
  }
}

/** Both of the accepting station who answer for its part are told, each once. */
async function expectUrged({ house, driver }: { house: House; driver: CaseDriver }, beginning: string) {
  const told = await house.owner
    .select({ unitCode: notices.unitCode, role: notices.role })
    .from(notices)
    .where(and(eq(notices.caseNo, driver.caseNo), like(notices.text, `${beginning}%`)))
    .orderBy(notices.role);
  expect(told).toEqual([
    { unitCode: acceptingStation, role: 'station_leader' },
    { unitCode: acceptingStation, role: 'window_officer' },
  ]);
}

describe('the ladder', () => {
  it('S13 fires each rung once at its instant while nobody acts, and tells the right people', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, rungsOf }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await sleepUntil('2026-03-09T12:00:00+08:00');
      await driver.waitUntil('R3', ({ escalations }) => 'verification/1/R3' in escalations);
      await driver.handle.terminate('lost');
      await driver.restart('new');
      await sleepUntil('2026-03-20T09:00:00+08:00');
      await driver.waitUntil('R6', ({ escalations }) => 'verification/1/R6' in escalations);

      const rungs = await rungsOf(driver);
      expect(rungs.filter((rung) => rung.startsWith('R'))).toEqual([
        'R1 2026-03-03T17:30',
        'R2 2026-03-06T08:30',
        'R3 2026-03-09T08:30',
        'R4 2026-03-09T17:30',
        'R5 2026-03-11T17:30',
        'R6 2026-03-16T17:30',
      ]);
      // Nobody replied either, and each time the next one up hears of it.
      expect(rungs.filter((rung) => rung.startsWith('reply'))).toEqual([
        'reply_overdue 2026-03-10T17:30',
        'reply_overdue 2026-03-12T17:30',
        'reply_overdue 2026-03-17T17:30',
      ]);
      const told = async (audience: Parameters<CaseDriver['noticesTo']>[0]) =>
        (await driver.noticesTo(audience))
          .filter((text) => text.startsWith('【'))
          .map((text) => text.slice(1, 3));
      // The station that owes the reply hears of each red rung.
      expect(await told('liaison_officer')).toEqual(['蓝色', '蓝色', '黄色', '红色', '红色', '红色']);
      expect(await told('station_leader')).toEqual(['黄色', '红色', '红色', '红色']);
      expect(await told('county_supervisor')).toEqual(['黄色', '红色']);
      expect(await told('city_supervisor')).toEqual(['红色', '红色']);
      expect(await told('province_supervisor')).toEqual(['红色', '红色', '红色', '红色', '红色']);
      expect(await told('window_officer')).toEqual(['蓝色', '红色']);
      expect(await driver.unitsToldAs('county_supervisor')).toEqual(['520302000000']);
      expect((await driver.unitsToldAs('province_supervisor')).sort()).toEqual([
        '440000000000',
        '520000000000',
      ]);
    }));

  it('S09 waits through the October holiday and fires at the end of day 5', () =>
    playScenario({ from: '2026-09-30T16:40:00+08:00' }, async ({ house, sleepUntil, rungsOf }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await sleepUntil('2026-10-13T18:00:00+08:00');
      await driver.waitUntil('R4', ({ escalations }) => 'verification/1/R4' in escalations);
      expect(await rungsOf(driver)).toEqual([
        'R1 2026-10-08T17:30',
        'R2 2026-10-12T08:30',
        'R3 2026-10-13T08:30',
        'R4 2026-10-13T17:30',
      ]);
    }));

  it('S15 stops with the answer, which is accepted late, recorded so, and closes what was open', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, rungsOf, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-03-12T09:00:00+08:00');
      await driver.answer();
      await driver.issue();
      const state = await driver.state();
      expect(state).toMatchObject({ status: 'issued', answer: { timeliness: 'late', workingDaysLate: 3 } });
      await expectLateBy(await openDoor(), driver, 3);
      const settled = Object.values(state.escalations).map(({ rung, settlement }) => [
        rung,
        settlement?.kind,
      ]);
      expect(settled.filter(([rung]) => rung === 'R4' || rung === 'R5')).toEqual([
        ['R4', 'obviated'],
        ['R5', 'obviated'],
      ]);
      await sleepUntil('2026-03-18T09:00:00+08:00');
      expect((await rungsOf(driver)).filter((rung) => rung.startsWith('R6'))).toEqual([]);
    }));

  it('a reply in time stops its own clock, and the ladder goes on until the answer', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, rungsOf }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-03-10T09:00:00+08:00');
      const [open] = Object.values((await driver.state()).escalations).filter(({ rung }) => rung === 'R4');
      if (open === undefined) throw new Error('R4 has not fired');
      await driver.act(
        'reply',
        { rungKey: open.rungKey },
        { by: stationLeader, content: { text: '正在查阅户籍底册，明日反馈。' } },
      );
      await expect(
        driver.act('reply', { rungKey: open.rungKey }, { by: stationLeader }),
      ).rejects.toMatchObject({ cause: { type: 'no_reply_demanded' } });
      await sleepUntil('2026-03-11T18:00:00+08:00');
      const rungs = await rungsOf(driver);
      expect(rungs.some((rung) => rung.startsWith('reply_overdue'))).toBe(false);
      expect(rungs.at(-1)).toBe('R5 2026-03-11T17:30');
    }));

  it('does not fire after an answer in time, but urges the accepting station to issue', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, rungsOf }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-03-06T08:45:00+08:00');
      await driver.answer();
      await sleepUntil('2026-03-20T09:00:00+08:00');
      expect(await rungsOf(driver)).toEqual([
        'R2 2026-03-06T08:30',
        'issue_overdue 2026-03-10T17:30',
        'issue_long_overdue 2026-03-12T17:30',
      ]);
      await expectUrged({ house, driver }, '【黄色】反馈后2个工作日内尚未出具并通知申请人');
    }));

  it('urges the accepting officer and his leader to transmit', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil, rungsOf }) => {
      const driver = await CaseDriver.accept(house);
      await sleepUntil('2026-03-04T09:00:00+08:00');
      expect(await rungsOf(driver)).toEqual(['transmission_overdue 2026-03-03T17:30']);
      await expectUrged({ house, driver }, '【蓝色】受理后1个工作日内尚未流转');
    }));

  it('goes on by itself when a workflow begins anew and hears of no act', () =>
    playScenario({ from: '2026-03-02T09:00:00+08:00' }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.handle.terminate('lost');
      await driver.restart('new');
      await sleepUntil('2026-03-10T09:00:00+08:00');
      await driver.waitUntil('R4', ({ escalations }) => 'verification/1/R4' in escalations);
    }));
});
