import type { DivisionCode } from './division-code.ts';

declare const unitCodeBrand: unique symbol;

/** 公安机关代码: 12 characters `[0-9A-Z]`. Where a unit stands in the tree is said by `parentCode`, not by its code. */
export type UnitCode = string & { readonly [unitCodeBrand]: true };

/** Levels from the top; a unit stands below one of a higher level. */
export const unitLevels = ['province', 'city', 'county', 'station'] as const;

export type UnitLevel = (typeof unitLevels)[number];

export const unitLevelTitles = {
  province: '省级',
  city: '市级',
  county: '县级',
  station: '派出所',
} as const satisfies Record<UnitLevel, string>;

interface UnitBase {
  readonly code: UnitCode;
  readonly name: string;
  /** Division whose calendar overlays hold here. */
  readonly region: DivisionCode;
}

/** One of the 32: 31 provincial-level units and 新疆生产建设兵团 [三(三)]. */
export interface ProvinceUnit extends UnitBase {
  readonly level: 'province';
  readonly parentCode: null;
}

export interface SupervisingUnit extends UnitBase {
  readonly level: 'city' | 'county';
  readonly parentCode: UnitCode;
}

/** 派出所, with what an applicant who is sent there must know [§3]. */
export interface Station extends UnitBase {
  readonly level: 'station';
  readonly parentCode: UnitCode;
  readonly address: string;
  readonly telephone: string;
}

export type Unit = ProvinceUnit | SupervisingUnit | Station;

/** Whether the text has the form of a unit code. */
export function isUnitCode(text: string): text is UnitCode {
  return /^[0-9A-Z]{12}$/.test(text);
}

/**
 * Reads a unit code.
 * @throws {RangeError} when it is not 12 characters `[0-9A-Z]`.
 */
export function parseUnitCode(text: string): UnitCode {
  if (!isUnitCode(text)) throw new RangeError(`not a unit code of 12 characters 0-9 A-Z: ${text}`);
  return text;
}
