import { checkCharacterOf } from '../certificate/numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';

declare const registerReferenceBrand: unique symbol;

/**
 * Names one query of the population register for good: `Q`, local date (8), number (9), check character of ISO 7064
 * MOD 37,36. It stands on the record of an Annex 2 and can be typed in again.
 */
export type RegisterReference = string & { readonly [registerReferenceBrand]: true };

const maxNumber = 999_999_999;

/**
 * The reference of a query whose number the database allotted.
 * @throws {RangeError} when the number is not 1–999999999.
 */
export function formatRegisterReference(date: PlainDate, number: number): RegisterReference {
  if (!Number.isInteger(number) || number < 1 || number > maxNumber) {
    throw new RangeError(`a register query's number goes from 1 to ${maxNumber}, not ${number}`);
  }
  const body = `Q${date.replaceAll('-', '')}${String(number).padStart(9, '0')}`;
  return (body + checkCharacterOf(body)) as RegisterReference;
}

/** Whether the text is meant as a reference, though somebody may have mistyped it; no other system's numbers look so. */
export function isWrittenAsReference(text: string): boolean {
  return /^\s*Q\d{17}/i.test(text);
}

/** Whether the text has the form and the check character of a reference; whether there is such a query Postgres knows. */
export function isRegisterReference(text: string): text is RegisterReference {
  return /^Q\d{17}[0-9A-Z]$/.test(text) && checkCharacterOf(text.slice(0, -1)) === text.at(-1);
}
