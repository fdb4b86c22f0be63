import { describe, expect, it } from 'vitest';
import type { Door } from '../api/door.ts';
import { openDocuments, readPdf } from '../documents/documents-fixture.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

const renderer = await openDocuments();

/** How the county of the accepting station stands with its filings (备案及时率). */
async function filingsOf(door: Door) {
  const statistics = await door.call('acceptingCounty', 'GET', '/v1/statistics?side=accepting');
  const { total } = statistics.json<{ total: Record<string, number | null> }>();
  return [total.filingsInTime, total.filingsLate, total.filingsInTimeShare];
}

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
    playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async (scenario) => {
      const driver = await issueOnTheSpot(scenario, '2026-11-02T09:20:00+08:00');
      const door = await scenario.openDoor();
      const { certificates, clocks, filing } = await driver.state();
      expect(certificates).toMatchObject([{ kind: 'annex_2', life: 'valid' }]);
      expect(Object.keys(clocks)).not.toContain('verification/1');
      expect(await driver.noticesTo('applicant')).toEqual([
        '您的申请已受理，可由受理地派出所当场出具证明；未当场出具的，申请材料将转至户籍地派出所查证。',
      ]);
      expect(filing).toBe('due');
      const pdf = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/certificate`);
      const { text } = await readPdf(pdf.rawPayload);
      expect(text).toContain('申请人户籍登记地址：贵州省遵义市红花岗区桃溪路100号');
      expect(text).not.toContain('注：');
      expect(text).not.toContain('派出所）');
      // The query: when, by what reference, by whom.
      expect(await driver.wordsOf('issue_annex_2')).toMatchObject([
        {
          registerReference: '全国人口信息系统 20261102-0001',
          queriedAt: scenario.at('2026-11-02T09:20:00+08:00'),
        },
      ]);
      expect(await driver.eventsOf('issue_requested')).toMatchObject([{ by: { officerId: 'officer-1' } }]);

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
      expect(await filingsOf(door)).toEqual([1, 0, 1]);
    }));

  it('S03 an unsent filing stays with the accepting station, is urged, and the certificate holds', () =>
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
      for (const role of ['window_officer', 'station_leader'] as const) {
        expect(await driver.noticesTo(role)).toContainEqual(expect.stringContaining('附件2备案已逾期'));
      }
      const state = await driver.state();
      expect(state).toMatchObject({ status: 'issued', filing: 'due' });
      expect(state.certificates).toMatchObject([{ life: 'valid' }]);
      expect(state.custody.at(-1)?.holder).toBe('accepting_station');
      expect(await filingsOf(await scenario.openDoor())).toEqual([0, 1, 0]);

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
