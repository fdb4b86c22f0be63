import type { Executor } from '../../db/database.ts';
import { lockImports } from '../../db/repositories/directory.ts';
import type { StoredUnit } from '../../db/repositories/units.ts';
import { listUnits, listUnitsWithCases } from '../../db/repositories/units.ts';
import type { Keeper } from '../../domain/directory/maintainers.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode, unitLevelTitles } from '../../domain/units/unit.ts';
import type { UnitChangeContext, UnitFault } from '../../domain/units/unit-changes.ts';
import type { UnitContent } from '../../domain/units/unit-content.ts';
import { contentOf } from '../../domain/units/unit-content.ts';
import { Problem } from '../problems.ts';
import type { DirectoryUnitView, UnitBody } from '../schemas/directory.ts';

/** A unit as it was handed in. */
export function unitContentOf(code: UnitCode, body: UnitBody): UnitContent {
  return {
    code,
    level: body.level,
    parentCode: body.parentCode == null ? null : parseUnitCode(body.parentCode),
    name: body.name,
    region: parseDivisionCode(body.region),
    address: body.address ?? null,
    telephone: body.telephone ?? null,
  };
}

/** The units as they are, held until the transaction ends: nobody else changes the tree meanwhile. */
export async function holdUnits(executor: Executor): Promise<ReadonlyMap<UnitCode, StoredUnit>> {
  await lockImports(executor);
  return new Map((await listUnits(executor)).map((unit) => [unit.code, unit]));
}

/** What changes of units are judged by. */
export async function unitChangeContext(
  executor: Executor,
  stored: ReadonlyMap<UnitCode, StoredUnit>,
  changes: readonly UnitContent[],
  keeper: Keeper,
): Promise<UnitChangeContext> {
  const relevelled = changes.filter(({ code, level }) => {
    const before = stored.get(code);
    return before !== undefined && before.level !== level;
  });
  const codes = relevelled.map(({ code }) => code);
  const withCases = codes.length === 0 ? new Set<UnitCode>() : await listUnitsWithCases(executor, codes);
  return { stored, withCases, keeper };
}

/** @throws {Problem} 403 for a unit that is not the caller's to keep, 422 with everything in it that cannot be. */
export function requireSoundUnit(faults: readonly UnitFault[]): void {
  const outside = faults.find(({ code }) => code === 'unit_not_allowed');
  if (outside !== undefined) throw new Problem('unit_not_allowed', { detail: outside.message });
  const errors = faults.map(({ field, code, message }) => ({ pointer: `/${field}`, code, message }));
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

export function directoryUnitView(unit: StoredUnit): DirectoryUnitView {
  return { ...contentOf(unit), levelTitle: unitLevelTitles[unit.level], version: unit.version };
}
