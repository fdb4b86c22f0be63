import { describe, expect, it } from 'vitest';
import { CaseDriver } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

async function issueOnTheSpot({ house, at }: Scenario, told: string): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house, { matters: [{ code: 'REGISTRATION' }] });
  await driver.act(
    'issue_annex_2',
    {},
    {
      content: {
        registeredAddress: '贵州省遵义市红花岗区桃溪路100号',
        registerReference: '全国人口信息系统 20261102-0001',
        queriedAt: at(told),
      },
    },
  );
  await driver.waitUntil('issued', ({ status }) => status === 'issued');
  return driver;
}

describe('Annex 2 on the spot', () => {
  it('S02 starts no 5 days, is filed, and closes when it is collected and acknowledged', () =>
    playScenario({ from: '2026-11-02T09:30:00+08:00' }, async (scenario) => {
      const driver = await issueOnTheSpot(scenario, '2026-11-02T09:20:00+08:00');
      const { certificates, clocks, filing } = await driver.state();
      expect(certificates).toMatchObject([{ kind: 'annex_2', life: 'valid' }]);
      expect(Object.keys(clocks)).not.toContain('verification/1');
      expect(filing).toBe('due');
      const printed = await driver.printed();
      expect(printed).toContain('annex_2');
      expect(printed).toContain('贵州省遵义市红花岗区桃溪路100号');
      expect(printed).not.toContain('桃溪派出所');
      expect(await driver.wordsOf('issue_annex_2')).toMatchObject([
        { registerReference: '全国人口信息系统 20261102-0001' },
      ]);

      await driver.act('collect');
      // Nothing is closed before the home station knows of it.
      expect((await driver.state()).status).toBe('issued');
      await driver.act('send_filing');
      await driver.waitUntil('sent', (state) => state.filing === 'sent');
      expect(await driver.noticesTo('liaison_officer')).toHaveLength(1);
      await driver.act('acknowledge_filing');
      expect(await driver.state()).toMatchObject({
        status: 'closed',
        outcome: 'collected',
        filing: 'acknowledged',
      });
    }));

  it('S03 an unsent filing stays with the first officer, is urged, and the certificate holds', () =>
    playScenario({ from: '2026-11-02T17:20:00+08:00' }, async (scenario) => {
      const driver = await issueOnTheSpot(scenario, '2026-11-02T17:10:00+08:00');
      await driver.act('collect');
      await scenario.sleepUntil('2026-11-03T18:00:00+08:00');
      await driver.waitUntil(
        'the second rung',
        ({ escalations }) => 'filing_dispatch/1/filing_overdue' in escalations,
      );
      expect(await scenario.rungsOf(driver)).toEqual([
        'filing_reminder 2026-11-03T08:30',
        'filing_overdue 2026-11-03T17:30',
      ]);
      expect(await driver.noticesTo('window_officer')).toContainEqual(
        expect.stringContaining('附件2尚未备案'),
      );
      const state = await driver.state();
      expect(state).toMatchObject({ status: 'issued', filing: 'due' });
      expect(state.certificates).toMatchObject([{ life: 'valid' }]);
      expect(state.custody.at(-1)?.holder).toBe('accepting_station');

      await driver.act('send_filing');
      await scenario.sleepUntil('2026-11-12T18:00:00+08:00');
      await driver.waitUntil(
        'no acknowledgement',
        ({ escalations }) => 'filing_acknowledgement/1/filing_unacknowledged' in escalations,
      );
      expect((await scenario.rungsOf(driver)).at(-1)).toBe('filing_unacknowledged 2026-11-10T17:30');
    }));

  it('is only for matters that the population system shows', () =>
    playScenario({ from: '2026-11-02T09:30:00+08:00' }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await expect(driver.act('issue_annex_2')).rejects.toMatchObject({
        cause: { type: 'annex_2_not_possible' },
      });
    }));
});
