import { describe, expect, it } from 'vitest';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase } from '../house/house.ts';
import { playScenario } from './scenario.ts';

const url = await createHouseDatabase();

describe('the path of a case with Annex 1', () => {
  it('S01 goes from the counter to the applicant’s hand', () =>
    playScenario({ url, from: '2026-11-02T09:30:00+08:00' }, async ({ house, sleepUntil, tell }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-04T10:00:00+08:00');
      await driver.answer();
      await driver.issue();
      await driver.act('notify');
      await driver.act('collect');

      const state = await driver.state();
      expect(state).toMatchObject({
        status: 'closed',
        outcome: 'collected',
        answer: { timeliness: 'in_time' },
      });
      expect(tell(state.clock?.deadline.dueAt)).toBe('2026-11-09T17:30');
      expect(await driver.eventTypes()).toEqual([
        'case_accepted',
        'transmission_requested',
        'dossier_delivered',
        'dossier_received',
        'answer_recorded',
        'issue_requested',
        'certificate_issued',
        'applicant_notified',
        'certificate_collected',
      ]);
      expect(await driver.handle.result()).toBe('collected');
    }));

  it.each([
    ['S04 refers home when the identity cannot be verified', 'identity_not_verifiable'],
    ['S05 refers home when the information is inconsistent', 'inconsistent'],
  ] as const)('%s', (_, result) =>
    playScenario({ url, from: '2026-11-02T09:30:00+08:00' }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await driver.answer(result);
      await expect(driver.issue()).rejects.toMatchObject({ cause: { type: 'answer_is_negative' } });
      await driver.act('notify');
      expect(await driver.state()).toMatchObject({
        status: 'closed',
        outcome: 'referred',
        certificate: null,
      });
      expect(await driver.noticesTo('applicant')).toContain(
        '您申请的事项无法异地开具证明，请前往户籍地派出所申请办理。',
      );
    }),
  );
});

describe('ways out', () => {
  it('S17 sends nothing when the applicant withdraws before transmission', () =>
    playScenario({ url, from: '2026-11-02T09:30:00+08:00' }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.act('withdraw');
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
      expect(await driver.eventTypes()).toEqual(['case_accepted', 'case_withdrawn']);
      expect(await driver.noticesTo('liaison_officer')).toEqual([]);
    }));

  it('S18 stops the clock and tells the home station when the applicant withdraws during verification', () =>
    playScenario({ url, from: '2026-11-02T09:30:00+08:00' }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-05T08:00:00+08:00');
      await driver.act('withdraw');
      await sleepUntil('2026-11-20T10:00:00+08:00');
      expect(await driver.eventTypes()).not.toContain('rung_fired');
      expect(await driver.noticesTo('liaison_officer')).toContain('申请人已撤回申请，无需继续查证。');
    }));

  it('refuses at the accepting station until an answer is there', () =>
    playScenario({ url, from: '2026-11-02T09:30:00+08:00' }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.act('refuse');
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'refused' });
    }));
});
