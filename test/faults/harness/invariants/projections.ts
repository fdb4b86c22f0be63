import { isDeepStrictEqual } from 'node:util';
import { countedFigures } from '../../../../activities/ledger.ts';
import { createUnitDirectory } from '../../../../db/unit-directory.ts';
import { findCase } from '../../../../db/repositories/cases.ts';
import { listEvents } from '../../../../db/repositories/ledger.ts';
import { replayLedger } from '../../../../domain/case/evolve.ts';
import { projectCase } from '../../../../domain/case/projection.ts';
import type { CaseNo } from '../../../../domain/certificate/numbers.ts';
import { figuresOf } from '../../../../domain/statistics/station-figures.ts';
import { systemClock } from '../../../../platform/clock.ts';
import type { Invariant, Observed } from './observed.ts';

async function caseNosOf({ owner }: Observed): Promise<CaseNo[]> {
  const rows = await owner.client<{ caseNo: CaseNo }[]>`select case_no as "caseNo" from cases order by 1`;
  return rows.map(({ caseNo }) => caseNo);
}

/** The ledger of every case, folded anew, comes to the row that lists find it by, and to its whole state. */
export const projectionEqualsLedger: Invariant = async (observed) => {
  const { owner } = observed;
  const wrong: string[] = [];
  for (const caseNo of await caseNosOf(observed)) {
    const state = replayLedger(await listEvents(owner, caseNo));
    const row = await findCase(owner, caseNo);
    if (!isDeepStrictEqual(row?.state, asStored(state))) wrong.push(`${caseNo} has another state`);
    const differing = Object.entries(projectCase(state)).filter(
      ([column, value]) => !isDeepStrictEqual(row?.[column as keyof typeof row], value),
    );
    wrong.push(...differing.map(([column]) => `${caseNo} has another ${column}`));
  }
  return wrong;
};

/** What each case counts for at its stations is what its ledger comes to. */
export const statisticsEqualLedger: Invariant = async (observed) => {
  const { owner } = observed;
  const tree = await createUnitDirectory(owner, systemClock).tree();
  const wrong: string[] = [];
  for (const caseNo of await caseNosOf(observed)) {
    const state = replayLedger(await listEvents(owner, caseNo));
    const expected = countedFigures(tree, figuresOf(state)).map(({ figures, path, leading }) => ({
      ...path,
      ...{ leadsCounty: leading.county, leadsCity: leading.city, leadsProvince: leading.province },
      ...figures,
    }));
    const rows = await owner.client<Record<string, unknown>[]>`
      select to_jsonb(f) - 'case_no' as figures from station_figures f where case_no = ${caseNo}`;
    const found = rows.map(({ figures }) => figures as Record<string, unknown>);
    if (!isDeepStrictEqual(inOrder(found), inOrder(expected.map(inColumns))))
      wrong.push(`${caseNo} counts otherwise`);
  }
  return wrong;
};

/** As JSON keeps it: without what is undefined. */
function asStored(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state));
}

function inColumns(figures: object): Record<string, unknown> {
  const columns = Object.entries(figures).map(([field, value]: [string, unknown]) => [
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(columns) as Record<string, unknown>;
}

const inOrder = (rows: readonly Record<string, unknown>[]) =>
  rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort();
