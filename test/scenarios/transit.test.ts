import { describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { MaterialsRule } from '../../domain/policy.ts';
import { materialsRuleTitles } from '../../domain/policy.ts';
import type { Actor } from '../../domain/case/command.ts';
import {
  CaseDriver,
  homeStation,
  liaisonOfficer,
  sampleApplication,
  windowOfficer,
} from '../house/case-driver.ts';
import type { Door } from '../api/door.ts';
import { nameCountyLiaison } from './county-liaison.ts';
import { setHomePolicy } from './home-policy.ts';
import { playScenario } from './scenario.ts';

const secondStation = parseUnitCode('520302980000');
const county = parseUnitCode('520302000000');

const at = (unitCode: string, officerId: string): Actor => ({
  officerId,
  role: 'liaison_officer',
  unitCode: parseUnitCode(unitCode),
});

describe('the wrong station', () => {
  it('S07 a reroute starts a new clock, the first station is not charged, the age goes on', () =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async (scenario) => {
      const { house, sleepUntil, tell, rungsOf } = scenario;
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-04T15:00:00+08:00');
      await driver.act(
        'return_dossier',
        { reason: 'not_our_register', suggestedStation: secondStation },
        { content: { reason: '非本所户籍' } },
      );
      expect((await driver.state()).returned).toMatchObject({ suggestedStation: secondStation });
      await sleepUntil('2026-11-04T16:00:00+08:00');
      await driver.act(
        'reroute',
        { homeStation: secondStation, homeLevel: 'station' },
        { content: { reason: '户籍地派出所选择有误' } },
      );
      await driver.waitUntil('delivered anew', ({ clocks }) => 'verification/2' in clocks);
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-11T17:30');
      const state = await driver.state();
      expect(state.homeStation).toBe(secondStation);
      expect(tell(state.acceptedAt)).toBe('2026-11-02T10:00');
      expect((await driver.noticesTo('applicant')).at(-1)).toMatch(/重新送达户籍地派出所，预计\d+-11-11前/);
      expect(await driver.unitsToldAs('liaison_officer')).toContain(secondStation);
      await sleepUntil('2026-11-10T12:00:00+08:00');
      expect(await rungsOf(driver)).toEqual(['R1 2026-11-05T17:30', 'R2 2026-11-10T08:30']);

      const door = await scenario.openDoor();
      const clocks = await door.call('homeCounty', 'GET', `/v1/cases/${driver.caseNo}/clocks`);
      const eightDaysAndTwoHours = 194;
      expect(clocks.json<{ ageHours: number }>().ageHours).toBeCloseTo(eightDaysAndTwoHours, 0);
      await sleepUntil('2026-11-12T09:00:00+08:00');
      const lateOf = async (station: string) => {
        const statistics = await door.call('homeCounty', 'GET', `/v1/statistics?side=home&unit=${station}`);
        const { cases, answeredLate } = statistics.json<{ total: Record<string, number> }>().total;
        return { cases, answeredLate };
      };
      expect(await lateOf(liaisonOfficer.unitCode)).toEqual({ cases: 1, answeredLate: 0 });
      expect(await lateOf(secondStation)).toEqual({ cases: 1, answeredLate: 1 });
    }));

  it('a third reroute is a supervisor’s decision', () =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      const reroute = async (homeStation: typeof secondStation, by: Actor) => {
        await driver.act('reroute', { homeStation, homeLevel: 'station' }, { by });
        await driver.waitUntil('delivered', ({ pending }) => Object.keys(pending).length === 0);
      };
      await driver.transmit();
      await reroute(secondStation, windowOfficer);
      await reroute(liaisonOfficer.unitCode, windowOfficer);
      await expect(reroute(secondStation, windowOfficer)).rejects.toMatchObject({
        cause: { type: 'reroute_needs_supervisor' },
      });
      await reroute(secondStation, {
        officerId: 'county-1',
        role: 'county_supervisor',
        unitCode: parseUnitCode('440106000000'),
      });
      expect((await driver.state()).reroutes).toBe(3);
    }));

  it('S08 a county takes the case in and assigns the station, whose clock starts then', () =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async (scenario) => {
      const { house, sleepUntil, tell, rungsOf } = scenario;
      await nameCountyLiaison(scenario);
      const driver = await CaseDriver.accept(house, { homeStation: county });
      await driver.transmit();
      const { clocks } = await driver.state();
      expect(tell(clocks['assignment/1' as never]?.deadline.dueAt)).toBe('2026-11-03T17:30');
      expect(clocks['verification/1' as never]).toBeUndefined();
      await expect(driver.receive()).rejects.toMatchObject({ cause: { type: 'station_not_assigned' } });
      await sleepUntil('2026-11-04T09:00:00+08:00');
      expect(await rungsOf(driver)).toEqual(['assignment_overdue 2026-11-03T17:30']);
      await driver.act(
        'assign',
        { homeStation: secondStation, homeLevel: 'station' },
        { by: at('520302000000', 'county-liaison') },
      );
      await driver.waitUntil('delivered', (state) => 'verification/1' in state.clocks);
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-11T17:30');
      expect((await driver.state()).reroutes).toBe(0);
    }));
});

describe('a transmission that nobody has confirmed', () => {
  it('S37 is sent again; the clock starts with the confirmed receipt and may only be corrected earlier', () =>
    playScenario(
      { from: '2026-11-02T15:00:00+08:00' },
      async ({ house, sleepUntil, tell, at: instant, rungsOf }) => {
        const driver = await CaseDriver.accept(house);
        const fax = (told: string) =>
          ({ way: 'fax', handedOverAt: instant(told), faxNumber: '0851-00000018', pages: 3 }) as const;
        await driver.transmit('manual', fax('2026-11-02T15:00:00+08:00'));
        expect(Object.keys((await driver.state()).clocks)).not.toContain('verification/1');
        // The acceptance said by no day: none is known before the receipt.
        expect(await driver.noticesTo('applicant')).toHaveLength(1);
        await driver.act(
          'log_call',
          { outcome: 'not_answered', called: homeStation },
          { content: { number: '0851-00000008', remarks: '核实传真是否收到' } },
        );
        await sleepUntil('2026-11-03T10:00:00+08:00');
        await driver.transmit('manual', fax('2026-11-03T09:50:00+08:00'));
        await driver.receive(instant('2026-11-03T10:00:00+08:00'), 3);
        expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-10T17:30');

        const correct = (told: string) =>
          driver.act(
            'correct_receipt',
            { receivedAt: instant(told) },
            { content: { reason: '传真机上已有首次传真' } },
          );
        await sleepUntil('2026-11-03T15:00:00+08:00');
        await expect(correct('2026-11-03T11:00:00+08:00')).rejects.toMatchObject({
          cause: { type: 'receipt_time_implausible' },
        });
        await correct('2026-11-02T15:05:00+08:00');
        expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
        expect((await driver.noticesTo('applicant')).slice(1)).toEqual([
          expect.stringMatching(/^申请材料已送达户籍地派出所，预计\d+-11-10前查证完毕。$/),
          expect.stringMatching(/^户籍地派出所已更正材料送达时间，您的申请预计\d+-11-09前查证完毕。$/),
        ]);
        const { transmissions } = await driver.state();
        expect(transmissions.map(({ receipt }) => receipt?.pagesReceived ?? null)).toEqual([null, 3]);
        expect(await driver.wordsOf('correct_receipt')).toMatchObject([{ reason: '传真机上已有首次传真' }]);
        expect(await driver.eventsOf('call_logged')).toMatchObject([{ outcome: 'not_answered' }]);
        expect(await rungsOf(driver)).toEqual([]);
      },
    ));

  it('is urged when no receipt has come by the end of the next working day', () =>
    playScenario(
      { from: '2026-11-02T15:00:00+08:00' },
      async ({ house, sleepUntil, at: instant, rungsOf }) => {
        const driver = await CaseDriver.accept(house);
        const handedOverAt = instant('2026-11-02T14:50:00+08:00');
        await driver.transmit('manual', { way: 'post', handedOverAt, pages: 3 });
        await sleepUntil('2026-11-04T09:00:00+08:00');
        expect(await rungsOf(driver)).toEqual(['receipt_missing 2026-11-03T17:30']);
        expect((await driver.state()).custody.at(-1)?.holder).toBe('home_station');
      },
    ));
});

/** Both stations read what becomes of the term, in the case and where its date is explained. */
async function expectShown(
  door: Door,
  { caseNo }: CaseDriver,
  onMaterialsCompleted: MaterialsRule,
  rule: string,
) {
  for (const person of ['window', 'liaison'] as const) {
    const view = await door.call(person, 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({
      deadline: { onMaterialsCompleted, rules: expect.arrayContaining([rule]) as string[] },
    });
    for (const where of ['deadline', 'clocks']) {
      expect((await door.call(person, 'GET', `/v1/cases/${caseNo}/${where}`)).body).toContain(rule);
    }
  }
}

describe('pages that did not arrive', () => {
  it.each([
    ['S38 missing pages are sent after it and do not move the clock', 'pages_missing'],
    ['S39 an illegible fax is told by telephone and sent again, the clock runs on', 'unreadable'],
  ] as const)('%s', (_, defect) =>
    playScenario(
      { from: '2026-11-02T10:00:00+08:00' },
      async ({ house, sleepUntil, tell, rungsOf, openDoor }) => {
        const driver = await CaseDriver.accept(house);
        await driver.transmit();
        await driver.receive();
        await expect(driver.receive()).rejects.toMatchObject({ cause: { type: 'already_received' } });
        await sleepUntil('2026-11-03T10:00:00+08:00');
        await driver.act('report_defect', { defect }, { content: { description: '第3页' } });
        expect((await driver.state()).custody.at(-1)?.holder).toBe('accepting_station');
        await driver.act(
          'log_call',
          { outcome: 'answered', called: homeStation },
          { content: { number: '020-00000001' } },
        );
        await driver.transmit();
        const state = await driver.state();
        expect(state).toMatchObject({ status: 'verifying', defect: null });
        expect(state.custody.at(-1)?.holder).toBe('home_station');
        expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
        const rule = materialsRuleTitles.clock_runs;
        const door = await openDoor();
        await expectShown(door, driver, 'clock_runs', rule);
        // The data of the case are the reference, the picture is their annex.
        const shown = await door.call('liaison', 'GET', `/v1/cases/${driver.caseNo}`);
        expect(shown.json()).toMatchObject({
          applicant: { idNumber: sampleApplication.applicant.idNumber },
          application: { applicant: sampleApplication.applicant },
        });
        await expect(driver.transmit()).rejects.toMatchObject({ cause: { type: 'nothing_to_supplement' } });
        // What followed waits for a receipt of its own, and the applicant hears nothing that he knows.
        await sleepUntil('2026-11-04T18:00:00+08:00');
        expect(await rungsOf(driver)).toEqual(['receipt_missing 2026-11-04T17:30']);
        await driver.receive();
        const { transmissions } = await driver.state();
        expect(transmissions.map(({ receipt }) => receipt?.by)).toEqual([liaisonOfficer, liaisonOfficer]);
        expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
        expect((await driver.noticesTo('applicant')).filter((text) => text.includes('预计'))).toHaveLength(1);
      },
    ),
  );

  it.each([
    ['S38 missing pages start the term anew where the home province has set it so', 'pages_missing'],
    ['S39 an illegible fax starts the term anew where the home province has set it so', 'unreadable'],
  ] as const)('%s', (_, defect) =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async ({ house, sleepUntil, tell, openDoor }) => {
      await setHomePolicy(house, { onMaterialsCompleted: 'clock_restarts' });
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-03T10:00:00+08:00');
      await driver.act('report_defect', { defect }, { content: { description: '第3页' } });
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
      await driver.transmit();
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-10T17:30');
      await expectShown(await openDoor(), driver, 'clock_restarts', materialsRuleTitles.clock_restarts);
    }),
  );

  it('S38 a receipt that counts fewer pages reopens the transmission', () =>
    playScenario({ from: '2026-11-02T10:00:00+08:00' }, async ({ house, at: instant }) => {
      const driver = await CaseDriver.accept(house);
      const handedOverAt = instant('2026-11-02T09:50:00+08:00');
      await driver.transmit('manual', { way: 'fax', handedOverAt, faxNumber: '0851-00000018', pages: 3 });
      await expect(driver.receive()).rejects.toMatchObject({ cause: { type: 'pages_not_counted' } });
      await driver.receive(null, 2);
      expect(await driver.state()).toMatchObject({ status: 'verifying', defect: 'pages_missing' });
      expect(await driver.noticesTo('window_officer')).toContain(
        '户籍地派出所反映申请材料缺页或不清，请补发，必要时重新扫描并补充上传。',
      );
    }));
});
