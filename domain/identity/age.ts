import type { PlainDate } from '../time/plain-date.ts';
import { yearOf } from '../time/plain-date.ts';

/** Whether a person has not completed `years` years on a date; a year of age is completed on the birthday. */
export function isUnderAge(birthDate: PlainDate, years: number, asOf: PlainDate): boolean {
  // Compared as text: a birthday on 29 February is then completed on 1 March of a common year.
  return asOf < `${yearOf(birthDate) + years}${birthDate.slice(4)}`;
}
