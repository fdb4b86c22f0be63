import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { saveUnits } from '../../db/repositories/units.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { buildUnitTree, isWithin, pathOf, unitsWithin } from '../../domain/units/unit-tree.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { leadsTo, trees } from './any-tree.ts';

const pairsOf = (units: readonly Unit[]) =>
  units.flatMap((one) => units.map((other) => [one.code, other.code] as const));

describe('in any tree of units', () => {
  it('somebody sees what his unit or one below it is a station of, and nothing else', () => {
    fc.assert(
      fc.property(trees, (units) => {
        const tree: UnitTree = buildUnitTree(units);
        for (const [code, scope] of pairsOf(units)) {
          expect(isWithin(tree, code, scope)).toBe(leadsTo(units, code, scope));
          expect(unitsWithin(tree, scope).includes(code)).toBe(isWithin(tree, code, scope));
          expect(pathOf(tree, code).some((unit) => unit.code === scope)).toBe(isWithin(tree, code, scope));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('no two units that are not above one another share what is below them', () => {
    fc.assert(
      fc.property(trees, (units) => {
        const tree = buildUnitTree(units);
        for (const [one, other] of pairsOf(units)) {
          if (isWithin(tree, one, other) || isWithin(tree, other, one)) continue;
          expect(unitsWithin(tree, one).filter((code) => unitsWithin(tree, other).includes(code))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('in Postgres, under any tree of units', async () => {
  const url = await createHouseDatabase();
  const owner = connectOwner(url);
  const api = postgres(url, { max: 1, connection: { role: 'tongban_api' } });
  afterAll(() => Promise.all([owner.close(), api.end()]));

  it('the API sees of each unit the cases and rejections that the tree says', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (units) => {
        await owner.client.unsafe('delete from case_scopes; delete from rejections; delete from units');
        await saveUnits(owner, units);
        const tree = buildUnitTree(units);
        const stations = units.map(({ code }) => code);
        await owner.client`
          insert into case_scopes (unit_code, case_no, status, accepted_at, accepting_station, home_station)
          select scope.unit, scope.case_no, 'accepted', now(), scope.unit, scope.unit
          from jsonb_to_recordset(${JSON.stringify(scopesOf(tree, stations))}::text::jsonb) as scope(unit text, case_no text)`;
        await owner.client`
          insert into rejections (id, no, accepting_station, decision, decided_at, officer_id, codes)
          select unit, unit, unit, 'rejected', now(), 'officer-1', '{}' from jsonb_array_elements_text(${JSON.stringify(stations)}::text::jsonb) as unit`;
        for (const scope of stations) {
          const expected = stations.filter((code) => leadsTo(units, code, scope)).sort();
          expect(await seenBy(scope, 'select case_no as of from case_scopes')).toEqual(expected);
          expect(await seenBy(scope, 'select accepting_station as of from rejections')).toEqual(expected);
        }
        expect(await seenBy('999999999999', 'select case_no as of from case_scopes')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  async function seenBy(unit: string, query: string): Promise<string[]> {
    return api.begin(async (transaction) => {
      await transaction`select set_config('tongban.unit', ${unit}, true)`;
      const rows = await transaction.unsafe<{ of: string }[]>(query);
      return rows.map((row) => row.of).sort();
    });
  }

  /** A case for each unit, under its code, with the scopes that its ledger would be written with. */
  function scopesOf(tree: UnitTree, stations: readonly UnitCode[]) {
    return stations.flatMap((station) =>
      pathOf(tree, station).map(({ code }) => ({ unit: code, case_no: station })),
    );
  }
});
