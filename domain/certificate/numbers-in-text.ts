import { checkNumber } from './numbers.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';

/** The highest sequence that is known to have been given out for a unit and day. */
export interface GivenOut {
  readonly unit: UnitCode;
  readonly date: PlainDate;
  readonly last: number;
}

/** Every number of a case, certificate or rejection that a text holds, whatever stands around it. */
export function numbersIn(text: string): string[] {
  return (text.match(/(?<![0-9A-Z])[0-9A-Z]{12}\d{13}[0-9A-Z](?![0-9A-Z])/g) ?? []).filter(
    (found) => checkNumber(found).valid,
  );
}

/** How far the sequences have gone at least, by numbers that were given out. */
export function givenOutBy(numbers: Iterable<string>): GivenOut[] {
  const furthest = new Map<string, GivenOut>();
  for (const text of numbers) {
    const number = checkNumber(text);
    if (!number.valid) continue;
    const { unit, date, sequence } = number;
    const key = `${unit}/${date}`;
    if ((furthest.get(key)?.last ?? 0) < sequence) furthest.set(key, { unit, date, last: sequence });
  }
  return [...furthest.values()];
}
