import { parseDivisionCode } from '../../../domain/units/division-code.ts';
import type { Unit, UnitCode } from '../../../domain/units/unit.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';

/** A unit code from its significant digits. */
export function unitCode(prefix: string): UnitCode {
  return parseUnitCode(prefix.padEnd(12, '0'));
}

/** A unit of the test tree; a station gets an address and a telephone. */
export function unit(level: Unit['level'], code: string, parent: string | null, region: string): Unit {
  const base = { code: unitCode(code), name: `${code}单位`, region: parseDivisionCode(region) };
  if (level === 'province') return { ...base, level, parentCode: null };
  const parentCode = unitCode(parent ?? '');
  if (level !== 'station') return { ...base, level, parentCode };
  return { ...base, level, parentCode, address: '某路1号', telephone: '0851-80000000' };
}

/** 贵州 with all four levels, 上海 without cities, 新疆 and 兵团. */
export const units: readonly Unit[] = [
  unit('province', '52', null, '520000'),
  unit('city', '5201', '52', '520100'),
  unit('county', '520103', '5201', '520103'),
  unit('station', '520103110001', '520103', '520103'),
  unit('station', '520103110002', '520103', '520103'),
  unit('province', '31', null, '310000'),
  unit('county', '310110', '31', '310110'),
  unit('station', '310110110001', '310110', '310110'),
  unit('province', '65', null, '650000'),
  unit('county', '650102', '65', '650102'),
  unit('station', '650102110001', '650102', '650102'),
  unit('province', '66', null, '660000'),
  unit('county', '660801', '66', '659001'),
  unit('station', '660801110001', '660801', '659001'),
];
