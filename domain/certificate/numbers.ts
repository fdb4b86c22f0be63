import type { PlainDate } from '../time/plain-date.ts';
import { isPlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import { parseUnitCode } from '../units/unit.ts';

declare const caseNoBrand: unique symbol;
declare const certificateNoBrand: unique symbol;
declare const rejectionNoBrand: unique symbol;

/** Number of a case: unit code (12), local date (8), sequence of that unit and day (5), check character (§7). */
export type CaseNo = string & { readonly [caseNoBrand]: true };

/** Number of a certificate, built like a case number and counted apart. */
export type CertificateNo = string & { readonly [certificateNoBrand]: true };

/** Number of the notice that an application was given which never became a case, built like a case number. */
export type RejectionNo = string & { readonly [rejectionNoBrand]: true };

/** Highest sequence of a unit and day that has its place in a number. */
export const maxSequence = 99_999;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const modulus = alphabet.length;

/**
 * The check character of ISO 7064 MOD 37,36, as GB/T 36904 uses it. It detects every single wrong character. Of
 * adjacent transpositions it misses one in 36 of those between two neighbours of the alphabet (`1` and `2`, `9` and
 * `A`, `Z` and `0`): the method's own limit, so a number is always looked up too.
 * @throws {RangeError} when the text has another character than `[0-9A-Z]`.
 */
export function checkCharacterOf(text: string): string {
  let product = modulus;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError('a number has only the characters 0-9 A-Z');
    const sum = (product + value) % modulus || modulus;
    product = (sum * 2) % (modulus + 1);
  }
  return alphabet.charAt((modulus + 1 - product) % modulus);
}

function formatNumber(unit: UnitCode, date: PlainDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > maxSequence) {
    throw new RangeError(`the sequence of a unit and day goes from 1 to ${maxSequence}, not ${sequence}`);
  }
  const body = `${unit}${date.replaceAll('-', '')}${String(sequence).padStart(5, '0')}`;
  return body + checkCharacterOf(body);
}

/**
 * The case number for a sequence that the database allotted.
 * @throws {RangeError} when the sequence is not 1–99999.
 */
export function formatCaseNo(unit: UnitCode, date: PlainDate, sequence: number): CaseNo {
  return formatNumber(unit, date, sequence) as CaseNo;
}

/**
 * The certificate number for a sequence that the database allotted.
 * @throws {RangeError} when the sequence is not 1–99999.
 */
export function formatCertificateNo(unit: UnitCode, date: PlainDate, sequence: number): CertificateNo {
  return formatNumber(unit, date, sequence) as CertificateNo;
}

/**
 * The number of a rejection for a sequence that the database allotted.
 * @throws {RangeError} when the sequence is not 1–99999.
 */
export function formatRejectionNo(unit: UnitCode, date: PlainDate, sequence: number): RejectionNo {
  return formatNumber(unit, date, sequence) as RejectionNo;
}

export const numberFaultSentences = {
  form: '编号应为26位数字和大写字母。',
  date: '编号中的日期不存在，请核对。',
  check_character: '编号校验位不符，可能录入有误，请核对。',
} as const satisfies Record<string, string>;

export type NumberFault = keyof typeof numberFaultSentences;

export type NumberCheck =
  | { readonly valid: true; readonly unit: UnitCode; readonly date: PlainDate; readonly sequence: number }
  | { readonly valid: false; readonly reason: NumberFault };

/** Checks a case or certificate number by itself; whether it was ever allotted only the database knows. */
export function checkNumber(text: string): NumberCheck {
  if (!/^[0-9A-Z]{12}\d{13}[0-9A-Z]$/.test(text)) return { valid: false, reason: 'form' };
  if (checkCharacterOf(text.slice(0, -1)) !== text.at(-1)) return { valid: false, reason: 'check_character' };
  const date = `${text.slice(12, 16)}-${text.slice(16, 18)}-${text.slice(18, 20)}`;
  if (!isPlainDate(date)) return { valid: false, reason: 'date' };
  return { valid: true, unit: parseUnitCode(text.slice(0, 12)), date, sequence: Number(text.slice(20, 25)) };
}

/** Whether the text is a well-formed case number. */
export function isCaseNo(text: string): text is CaseNo {
  return checkNumber(text).valid;
}

/** Whether the text is a well-formed number of a rejection. */
export function isRejectionNo(text: string): text is RejectionNo {
  return checkNumber(text).valid;
}
