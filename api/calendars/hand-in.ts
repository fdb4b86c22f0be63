import { CalendarFormatError } from '../../domain/calendar/parse-calendar.ts';
import { parseCalendarUpload } from '../../domain/calendar/parse-calendar-upload.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';

/** The year in an address. @throws {Problem} 404 */
export function yearOf({ year }: { readonly year: string }): number {
  if (!/^\d{4}$/.test(year)) throw new Problem('not_found');
  return Number(year);
}

/** Checks a calendar file that is handed in for a year. @throws {Problem} 422 with everything that is wrong. */
export function requireSoundCalendar({ divisions }: ApiDeps, year: number, document: unknown): void {
  try {
    parseCalendarUpload(document, { year, divisions });
  } catch (error) {
    if (!(error instanceof CalendarFormatError)) throw error;
    throw new Problem('validation_failed', { errors: error.faults });
  }
}
