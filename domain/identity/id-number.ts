import type { PlainDate } from '../time/plain-date.ts';
import { isPlainDate } from '../time/plain-date.ts';
import { isUnderAge } from './age.ts';
import { codePointsOf } from './code-points.ts';
import type { IdNumberFault, IdNumberWarning } from './id-number-reasons.ts';
import { provincePrefixes } from './province-prefixes.ts';
import { whiteSpace } from './white-space.ts';

declare const idNumberBrand: unique symbol;

/** 公民身份号码 (GB 11643) that passed every check: 17 digits and a digit or `X`. Personal data. */
export type IdNumber = string & { readonly [idNumberBrand]: true };

export type Sex = 'F' | 'M';

export type IdNumberCheck =
  | {
      readonly valid: true;
      readonly idNumber: IdNumber;
      readonly birthDate: PlainDate;
      readonly sex: Sex;
      readonly warnings: readonly IdNumberWarning[];
    }
  | { readonly valid: false; readonly reason: IdNumberFault };

const maxCharacters = 64;
// Nobody born before the sample of GB 11643-1999, 1880-01-01, can apply in person.
const earliestBirthDate = '1880-01-01';
const guardianAge = 16;

const anyWhiteSpace = new RegExp(`[${whiteSpace}]`, 'gu');
const fullWidthOffset = 0xfee0;

function normalise(input: string): string {
  return input
    .replace(anyWhiteSpace, '')
    .replace(/[\uFF10-\uFF19\uFF38\uFF58]/gu, (wide) =>
      String.fromCodePoint(wide.charCodeAt(0) - fullWidthOffset),
    )
    .replace(/x$/u, 'X');
}

/**
 * The check character of a citizen number by ISO 7064 MOD 11-2 (GB 11643).
 * @param digits the first 17 digits.
 */
export function idNumberCheckCharacterOf(digits: string): string {
  let product = 0;
  for (const digit of digits) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return check === 10 ? 'X' : String(check);
}

function findFormFault(text: string): IdNumberFault | undefined {
  if (text === '') return 'empty';
  if (codePointsOf(text).length > maxCharacters) return 'too_long';
  if (!/^\d*X?$/.test(text)) return 'charset';
  if (/^\d{15}$/.test(text)) return 'first_generation';
  if (text.length !== 18) return 'length';
  if (/^(?:9|71|81|82|83)/.test(text)) return 'not_mainland_register';
  if (!provincePrefixes.has(text.slice(0, 2))) return 'unknown_province';
  return undefined;
}

/**
 * Checks a citizen number as it was typed (E1, [§1]). The order of the checks is part of the rule: each number has
 * one reason. The prefix says where it was first registered, never where the register is kept today, so an unknown
 * or ended division is a warning only.
 * @param asOf the date on which the applicant stands at the counter.
 * @param knownDivisions every six-digit code that ever was in force; without it prefixes are not looked up.
 */
export function checkIdNumber(
  input: string,
  asOf: PlainDate,
  knownDivisions?: ReadonlySet<string>,
): IdNumberCheck {
  const text = normalise(input);
  const formFault = findFormFault(text);
  if (formFault) return { valid: false, reason: formFault };
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isPlainDate(birthDate)) return { valid: false, reason: 'bad_date' };
  if (birthDate > asOf) return { valid: false, reason: 'future_date' };
  if (birthDate < earliestBirthDate) return { valid: false, reason: 'implausible_date' };
  if (text.at(17) !== idNumberCheckCharacterOf(text.slice(0, 17)))
    return { valid: false, reason: 'checksum' };
  const warnings: IdNumberWarning[] = [];
  if (knownDivisions?.has(text.slice(0, 6)) === false) warnings.push('unknown_division');
  if (isUnderAge(birthDate, guardianAge, asOf)) warnings.push('under_16');
  return {
    valid: true,
    idNumber: text as IdNumber,
    birthDate,
    sex: Number(text.at(16)) % 2 === 0 ? 'F' : 'M',
    warnings,
  };
}
