import type { Sex } from '../identity/id-number.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';

/** Whether the register is kept, was cancelled (户口注销), or went to another place (户口迁出). */
export const registerStatuses = ['registered', 'cancelled', 'moved'] as const;

export type RegisterStatus = (typeof registerStatuses)[number];

export const registerStatusTitles = {
  registered: '户籍在册',
  cancelled: '户口已注销',
  moved: '户口已迁出',
} as const satisfies Record<RegisterStatus, string>;

export const sexTitles = { F: '女', M: '男' } as const satisfies Record<Sex, string>;

/**
 * What the population register holds of a person, in its own words: nothing is normalised, so a name may hold
 * characters that no application could have. Personal data as a whole.
 */
export interface RegisterEntry {
  readonly name: string;
  /** 曾用名, the latest first. */
  readonly formerNames: readonly string[];
  readonly idNumber: string;
  /** Numbers that the person had before a correction (ID_NUMBER_CHANGE); of 15 or 18 characters. */
  readonly formerIdNumbers: readonly string[];
  readonly sex: Sex;
  readonly birthDate: PlainDate;
  /** 民族, as `汉族`. */
  readonly ethnicity: string;
  readonly birthplace: string;
  readonly registeredAddress: string;
  readonly registeringStation: { readonly code: UnitCode; readonly name: string };
  readonly status: RegisterStatus;
}
