import type { DivisionCode } from './division-code.ts';
import type { Unit, UnitCode, UnitLevel } from './unit.ts';

/** What is entered for a unit, before anybody has checked that its parts fit together. */
export interface UnitContent {
  readonly code: UnitCode;
  readonly level: UnitLevel;
  readonly parentCode: UnitCode | null;
  readonly name: string;
  readonly region: DivisionCode;
  readonly address: string | null;
  readonly telephone: string | null;
}

/**
 * The unit of a checked content.
 * @throws {RangeError} when a unit below a province names none above it.
 */
export function unitFrom({ address, telephone, level, parentCode, ...base }: UnitContent): Unit {
  if (level === 'province') return { ...base, level, parentCode: null };
  if (parentCode === null) throw new RangeError(`unit ${base.code} stands below nothing`);
  if (level !== 'station') return { ...base, level, parentCode };
  return { ...base, level, parentCode, address: address ?? '', telephone: telephone ?? '' };
}

/** What would have to be entered for a unit. */
export function contentOf(unit: Unit): UnitContent {
  const { address, telephone } = unit.level === 'station' ? unit : { address: null, telephone: null };
  const { code, level, parentCode, name, region } = unit;
  return { code, level, parentCode, name, region, address, telephone };
}

/** Whether an import changes nothing in a unit. */
export function isSameUnit(one: UnitContent, other: UnitContent): boolean {
  const factsOf = ({ code, level, parentCode, name, region, address, telephone }: UnitContent) =>
    JSON.stringify([code, level, parentCode, name, region, address, telephone]);
  return factsOf(one) === factsOf(other);
}
