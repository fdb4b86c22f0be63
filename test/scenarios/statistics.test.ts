import { expect, it } from 'vitest';
import { readStatistics } from '../../db/repositories/statistics.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { CaseDriver, homeStation, stationLeader } from '../house/case-driver.ts';
import type { StatisticsQuestion } from '../../db/repositories/statistics.ts';
import type { UnitLevel } from '../../domain/units/unit.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

/** One case of each kind, all accepted on 2 March; what each counts for is written beside it. */
async function playCases(scenario: Scenario): Promise<void> {
  const { house, at, sleepUntil } = scenario;
  const accept = (change = {}) => CaseDriver.accept(house, change);
  // Answered on working day 2, in time; issued.
  const inTime = await accept();
  await inTime.transmit();
  await inTime.receive();
  // Never signed for, never answered: R1 to R6, a reply to R4 only.
  const silent = await accept();
  await silent.transmit();
  // Answered after the due instant, in the negative: referred.
  const late = await accept();
  await late.transmit();
  await late.receive();
  // On the spot; its filing is sent late.
  const onTheSpot = await accept({ matters: [{ code: 'REGISTRATION' }] });
  const content = {
    registeredAddress: '贵州省遵义市红花岗区桃溪路100号',
    registerReference: '20260302-0001',
    queriedAt: at('2026-03-02T08:50:00+08:00'),
  };
  await onTheSpot.act('issue_annex_2', {}, { content });
  await onTheSpot.waitUntil('issued', ({ status }) => status === 'issued');
  // Sent home at his own wish before the term ended.
  const atWish = await accept();
  await atWish.transmit();
  await atWish.receive();

  await sleepUntil('2026-03-04T10:00:00+08:00');
  await inTime.answer();
  await inTime.issue();
  await atWish.act('refer');
  await onTheSpot.act('send_filing');
  await sleepUntil('2026-03-10T09:00:00+08:00');
  const [r4] = Object.values((await silent.state()).escalations).filter(({ rung }) => rung === 'R4');
  if (r4 === undefined) throw new Error('R4 has not fired');
  await silent.act('reply', { rungKey: r4.rungKey }, { by: stationLeader, content: { text: '即办' } });
  await late.answer('inconsistent');
  await late.act('notify');
  await sleepUntil('2026-03-20T09:00:00+08:00');
  await silent.waitUntil('R6', ({ escalations }) => 'verification/1/R6' in escalations);
}

it('the statistics of a unit are what a count by hand gives', () =>
  playScenario({ from: '2026-03-02T09:00:00+08:00' }, async (scenario) => {
    await playCases(scenario);
    const [from, to] = ['2026-03-01', '2026-03-31'].map((date) =>
      parsePlainDate(scenario.at(`${date}T00:00:00+08:00`).slice(0, 10)),
    ) as [never, never];
    const question = { side: 'home', unitCode: homeStation, level: 'station', from, to } as const;
    const ofBoth = {
      cases: 5,
      rerouted: 0,
      closed: 2,
      answeredInTime: 1,
      answeredLate: 2,
      averageWorkingDays: 4,
      unsigned: 1,
      referredInconsistent: 1,
      referredPartlyConsistent: 0,
      referredNotVerifiable: 0,
      referredAtWish: 1,
      certificates: 2,
      annex2: 1,
    };
    const byHand = {
      ...ofBoth,
      filingsInTime: 0,
      // Sent on 4 March and not acknowledged within 5 working days.
      filingsLate: 1,
      // R1 and R2 of the silent one, R2 of the late one.
      blueRungs: 3,
      // R3 twice, the missing acknowledgement of the filing.
      yellowRungs: 3,
      // R4 twice, R5, R6, and the two of these whose reply never came.
      redRungs: 6,
      // R4, R5 and R6 of the silent one; the late one answered before its reply was due.
      repliesDemanded: 3,
      repliesInTime: 1,
    };
    const acceptingByHand = {
      ...ofBoth,
      filingsInTime: 0,
      filingsLate: 1,
      // The filing's reminder.
      blueRungs: 1,
      // The overdue filing, and the one that was answered and not notified, twice.
      yellowRungs: 3,
      redRungs: 0,
      repliesDemanded: 0,
      repliesInTime: 0,
    };
    const read = (asked: StatisticsQuestion, below: UnitLevel | null) =>
      scenario.house.owner.transaction((transaction) => readStatistics(transaction, asked, below));
    expect(await read(question, null)).toEqual({ total: byHand, units: [] });

    const province = parseUnitCode('440000000000');
    const asked = { side: 'accepting', unitCode: province, level: 'province', from, to } as const;
    expect(await read(asked, 'city')).toEqual({
      total: acceptingByHand,
      units: [{ unitCode: '440100000000', ...acceptingByHand }],
    });
    const nothing = await read({ ...asked, side: 'home' }, 'city');
    expect(nothing).toMatchObject({ total: { cases: 0, averageWorkingDays: null }, units: [] });
  }));
