import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { countedFigures } from '../../activities/ledger.ts';
import { connectDatabase } from '../../db/database.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import type { Statistics, StatisticsQuestion } from '../../db/repositories/statistics.ts';
import { readStatistics } from '../../db/repositories/statistics.ts';
import { ledgerEvents, stationFigures } from '../../db/schema/index.ts';
import { withScope } from '../../db/scope.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { figuresOf } from '../../domain/statistics/station-figures.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { UnitLevel } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { playedCases, storePlayedCases } from './statistics-cases.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2 });
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), worker.close(), api.close()]));
await storePlayedCases(owner, worker);
const tree = await createUnitDirectory(owner, systemClock).tree();

const day = parsePlainDate('2026-11-02');
const nothing: Statistics = {
  ...{ cases: 0, rerouted: 0, closed: 0, answeredInTime: 0, answeredLate: 0, averageWorkingDays: null },
  ...{ unsigned: 0, referredInconsistent: 0, referredPartlyConsistent: 0, referredNotVerifiable: 0 },
  ...{ referredAtWish: 0, certificates: 0, annex2: 0, filingsInTime: 0, filingsLate: 0 },
  ...{ blueRungs: 0, yellowRungs: 0, redRungs: 0, repliesDemanded: 0, repliesInTime: 0 },
};

function read(
  side: StatisticsQuestion['side'],
  [level, unit]: readonly [UnitLevel, string],
  below: UnitLevel | null,
) {
  const unitCode = parseUnitCode(unit);
  const question = { side, unitCode, level, from: day, to: day };
  return withScope(api, unitCode, (executor) => readStatistics(executor, question, below));
}

// Counted by hand from the stories in `statistics-cases.ts`, whose names stand behind the figures.
const accepting = {
  // All but refused, which the other station accepted, and those of the days before and after.
  cases: 12,
  rerouted: 5, // reroutedWithinCounty, reroutedWithinCity, reroutedLate, reroutedAcross, misaddressed
  closed: 9, // all but reroutedWithinCounty, reroutedWithinCity, reissued
  answeredInTime: 4, // inTime, reroutedWithinCounty, reroutedLate by its second station, supplemented
  answeredLate: 2, // reroutedAcross, silent
  averageWorkingDays: 2.6, // 2, 2, 2, 1, 6
  unsigned: 2, // silent, misaddressed
  referredInconsistent: 1, // reroutedLate
  referredPartlyConsistent: 1, // reroutedAcross
  referredNotVerifiable: 1, // supplemented
  referredAtWish: 1, // assigned
  certificates: 4, // inTime, reroutedWithinCounty, filedLate, reissued
  annex2: 2, // filedLate, reissued
  filingsInTime: 1, // reissued
  filingsLate: 1, // filedLate
  blueRungs: 1, // filedLate: the reminder
  yellowRungs: 1, // filedLate: overdue
  redRungs: 0,
  repliesDemanded: 0,
  repliesInTime: 0,
};
// refused: the dossier was not sent on.
const secondAccepting = { ...nothing, cases: 1, closed: 1, blueRungs: 1 };
const acceptingCity = { ...accepting, cases: 13, closed: 10, blueRungs: 2 };

const home = {
  cases: 11, // inTime, four that left, filedLate, reissued, refused, atMidnight, misaddressed, assigned
  rerouted: 4, // reroutedWithinCounty, reroutedWithinCity, reroutedLate, reroutedAcross
  closed: 6, // inTime, filedLate, refused, atMidnight, misaddressed, assigned
  answeredInTime: 1, // inTime; what was given back in time is no answer
  answeredLate: 1, // reroutedLate: its term ran out before it was given back
  averageWorkingDays: 2, // inTime
  unsigned: 2, // reroutedAcross, misaddressed
  referredInconsistent: 0,
  referredPartlyConsistent: 0,
  referredNotVerifiable: 0,
  referredAtWish: 1, // assigned
  certificates: 3, // inTime, filedLate, reissued
  annex2: 2, // filedLate, reissued
  filingsInTime: 2, // filedLate, reissued: acknowledged
  filingsLate: 0,
  blueRungs: 2, // reroutedLate: R2; reroutedAcross: R1
  yellowRungs: 1, // reroutedLate: R3
  redRungs: 1, // reroutedLate: R4, whose reply nobody owed any more
  repliesDemanded: 0,
  repliesInTime: 0,
};
const sibling = {
  ...nothing,
  cases: 2, // reroutedWithinCounty, silent
  closed: 1, // silent
  answeredInTime: 1, // reroutedWithinCounty
  answeredLate: 1, // silent
  averageWorkingDays: 2,
  unsigned: 1, // silent
  certificates: 1, // reroutedWithinCounty
  blueRungs: 2, // R1, R2
  yellowRungs: 1, // R3
  redRungs: 3, // R4, its reply overdue, R5
  repliesDemanded: 1, // R4; that of R5 was not due yet at the end
};
// assigned: the county had it first, as a station of its own.
const countyItself = { ...nothing, cases: 1, rerouted: 1 };
const county = {
  ...home,
  cases: 12, // reroutedWithinCounty and assigned once each
  rerouted: 3, // reroutedWithinCity, reroutedLate, reroutedAcross
  closed: 7,
  answeredInTime: 2,
  answeredLate: 2,
  unsigned: 3,
  certificates: 4,
  blueRungs: 4,
  yellowRungs: 2,
  redRungs: 4,
  repliesDemanded: 1,
};
// supplemented, reroutedWithinCity; misaddressed was never sent there.
const otherCounty = {
  ...nothing,
  ...{ cases: 2, closed: 1, answeredInTime: 1, averageWorkingDays: 1, referredNotVerifiable: 1 },
};
const city = {
  ...county,
  cases: 13, // reroutedWithinCity once
  rerouted: 2, // reroutedLate, reroutedAcross
  ...{ closed: 8, answeredInTime: 3, averageWorkingDays: 1.67, referredNotVerifiable: 1 },
};
// reroutedLate
const otherCity = {
  ...nothing,
  ...{ cases: 1, closed: 1, answeredInTime: 1, averageWorkingDays: 2, referredInconsistent: 1 },
};
const province = {
  ...city,
  cases: 13, // reroutedLate once
  rerouted: 1, // reroutedAcross
  closed: 9,
  answeredInTime: 4,
  averageWorkingDays: 1.75, // 2, 2, 1, 2
  referredInconsistent: 1,
};
// reroutedAcross: late by a day, its reply in time.
const otherProvince = {
  ...nothing,
  ...{ cases: 1, closed: 1, answeredLate: 1, averageWorkingDays: 6, referredPartlyConsistent: 1 },
  ...{ blueRungs: 1, yellowRungs: 1, redRungs: 1, repliesDemanded: 1, repliesInTime: 1 },
};

describe('the statistics of the cases of a day are what a count by hand gives', () => {
  const below = (rows: Record<string, Statistics>) =>
    Object.entries(rows).map(([unitCode, row]) => ({ unitCode, ...row }));

  it.each([
    ['accepting', ['station', '440106990000'], null, accepting, {}],
    ['accepting', ['county', '440106000000'], 'station', accepting, { '440106990000': accepting }],
    [
      'accepting',
      ['city', '440100000000'],
      'county',
      acceptingCity,
      { '440104000000': secondAccepting, '440106000000': accepting },
    ],
    ['accepting', ['province', '440000000000'], 'city', acceptingCity, { '440100000000': acceptingCity }],
    ['home', ['station', '520302990000'], null, home, {}],
    ['home', ['station', '520302980000'], null, sibling, {}],
    [
      'home',
      ['county', '520302000000'],
      'station',
      county,
      { '520302000000': countyItself, '520302980000': sibling, '520302990000': home },
    ],
    [
      'home',
      ['city', '520300000000'],
      'county',
      city,
      { '520302000000': county, '520303000000': otherCounty },
    ],
    [
      'home',
      ['province', '520000000000'],
      'city',
      province,
      { '520300000000': city, '520400000000': otherCity },
    ],
    ['home', ['province', '650000000000'], 'city', otherProvince, { '650100000000': otherProvince }],
    // Nobody counts for the side on which he had no case.
    ['home', ['province', '440000000000'], 'city', nothing, {}],
    ['accepting', ['province', '520000000000'], 'city', nothing, {}],
  ] as const)('as %s: %s', async (side, unit, level, total, units) => {
    expect(await read(side, unit, level)).toEqual({ total, units: below(units) });
  });
});

describe('the figures of the stations', () => {
  async function refold(caseNo: CaseNo) {
    const state = (await listEvents(owner, caseNo)).reduce<CaseState | null>(evolve, null);
    if (state === null) throw new Error('a ledger begins with the acceptance');
    return countedFigures(tree, figuresOf(state)).map(({ figures, path, leading }) => ({
      ...{ caseNo, ...path, ...figures },
      ...{ leadsCounty: leading.county, leadsCity: leading.city, leadsProvince: leading.province },
    }));
  }

  it('are what a fold of every ledger gives anew, and there are no others', async () => {
    const ledgers = await owner
      .select({ caseNo: ledgerEvents.caseNo })
      .from(ledgerEvents)
      .where(eq(ledgerEvents.seq, 1));
    expect(ledgers).toHaveLength(Object.keys(playedCases).length);
    const refolded = await Promise.all(ledgers.map(({ caseNo }) => refold(caseNo)));
    const kept = await owner.select().from(stationFigures);
    expect(inOrder(kept)).toEqual(inOrder(refolded.flat()));
  });
});

function inOrder<Row extends { caseNo: string; side: string; station: string }>(rows: readonly Row[]): Row[] {
  const keyOf = ({ caseNo, side, station }: Row) => `${caseNo} ${side} ${station}`;
  return rows.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}
