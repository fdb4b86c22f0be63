import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleContacts } from '../../commands/sample-directory.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import { connectDatabase } from '../../db/database.ts';
import { changeContacts, shareCasesWithSuccessors } from '../../db/repositories/station-contacts.ts';
import { findUnit, listUnitsWithCases, saveUnits } from '../../db/repositories/units.ts';
import { withScope } from '../../db/scope.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { addDays, parsePlainDate } from '../../domain/time/plain-date.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1 });
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));

const code = parseUnitCode('520302990000');
const station = sampleOf(code);
const province = sampleOf(parseUnitCode('520000000000'));

function sampleOf(wanted: UnitCode): Unit {
  const unit = sampleUnits.find((each) => each.code === wanted);
  if (unit === undefined) throw new Error(`no sample unit ${wanted}`);
  return unit;
}

const save = (unitCode: string, unit: Unit) =>
  withScope(api, parseUnitCode(unitCode), (executor) => saveUnits(executor, [unit]));

describe('the row of a unit', () => {
  it.each([
    ['its county', '520302000000', true],
    ['its city', '520300000000', true],
    ['its province', '520000000000', true],
    ['the unit itself', '520302990000', false],
    ['a sibling', '520302980000', false],
    ['another province', '440000000000', false],
  ])('is written by %s or not', async (_, caller, allowed) => {
    const { version = 0 } = (await findUnit(owner, code)) ?? {};
    const [outcome] = await Promise.allSettled([save(caller, { ...station, name: '测试派出所' })]);
    expect(outcome.status).toBe(allowed ? 'fulfilled' : 'rejected');
    expect((await findUnit(owner, code))?.version).toBe(allowed ? version + 1 : version);
  });

  it('is not moved to or from where the caller keeps nothing', async () => {
    const elsewhere = { ...station, parentCode: parseUnitCode('440106000000') } as Unit;
    await expect(save('520302000000', elsewhere)).rejects.toThrow();
    const taken = { ...sampleOf(parseUnitCode('440106990000')), parentCode: parseUnitCode('520302000000') };
    await expect(save('520302000000', taken as Unit)).rejects.toThrow();
  });

  it('at the top is written by itself, and added by another top unit', async () => {
    await save('520000000000', { ...province, name: '测试省公安厅' });
    await expect(save('440000000000', province)).rejects.toThrow();
    const added = { ...province, code: parseUnitCode('990000000000') };
    await expect(save('520300000000', added)).rejects.toThrow();
    await save('520000000000', added);
    expect(await findUnit(owner, added.code)).toMatchObject({ version: 1 });
  });

  it('is never removed, and never written by the worker', async () => {
    await expect(api.execute(sql`delete from units`)).rejects.toThrow();
    await expect(saveUnits(worker, [station])).rejects.toThrow();
  });

  it('has a code, a parent that exists, and none only at the top', async () => {
    for (const change of [`code = 'x'`, `parent_code = '999999999999'`, `parent_code = null`]) {
      const broken = sql.raw(`update units set ${change} where code = '${code}'`);
      await expect(owner.execute(broken)).rejects.toThrow();
    }
  });
});

describe('whether units have had cases', () => {
  beforeAll(() =>
    owner.execute(sql`insert into case_scopes (unit_code, case_no, status, accepted_at, accepting_station, home_station)
      values (${code}, 'x', 'closed', now(), ${code}, ${code})`),
  );

  it('is told beyond the caller’s scope', async () => {
    const caller = parseUnitCode('440106000000');
    const known = await withScope(api, caller, (executor) =>
      listUnitsWithCases(executor, [code, province.code]),
    );
    expect([...known]).toEqual([code]);
    await expect(listUnitsWithCases(worker, [code])).rejects.toThrow();
  });
});

describe('the open cases of a merged station', () => {
  const successor = parseUnitCode('520302980000');
  const change = { by: 'test', at: parseInstant('2026-11-25T08:30:00+08:00') };
  const since = parsePlainDate('2999-12-01');

  it('are seen by its successor and whoever stands above it from that day on, closed ones are not', async () => {
    await owner.execute(sql`truncate case_scopes, escalation_scopes`);
    for (const [no, closedAt] of [
      ['open', null],
      ['done', '2999-11-30T09:00:00+08:00'],
    ] as const) {
      await owner.execute(sql`
        insert into cases (case_no, seq, status, outcome, holder, accepting_station, home_station, taking_part,
          accepted_at, closed_at, state)
        values (${no}, 1, ${closedAt === null ? 'verifying' : 'closed'}, ${closedAt && 'withdrawn'}, 'system', ${code},
          ${code}, array[${code}::text], now(), ${closedAt}, '{}')`);
      await owner.execute(sql`insert into case_scopes (unit_code, case_no, status, accepted_at, accepting_station, home_station)
        select ${code}, case_no, status, accepted_at, accepting_station, home_station from cases where case_no = ${no}`);
    }
    const succession = { successor, since };
    const [contacts] = sampleContacts(since).filter(({ unitCode }) => unitCode === code);
    if (contacts === undefined) throw new Error('no sample contacts');
    await changeContacts(owner, { ...contacts, succession, version: 0 }, change);
    const seen = async () => {
      const rows = await owner.execute<{ case: string }>(
        sql`select case_no as case from case_scopes where unit_code = ${successor} order by 1`,
      );
      return rows.map((row) => row.case);
    };
    await shareCasesWithSuccessors(worker, addDays(since, -1));
    expect(await seen()).toEqual([]);
    await shareCasesWithSuccessors(worker, since);
    expect(await seen()).toEqual(['open']);
    await expect(shareCasesWithSuccessors(api, since)).rejects.toThrow();
  });
});
