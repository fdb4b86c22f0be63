import type { PublishedCalendar } from '../domain/calendar/working-calendar.ts';
import type { Executor } from './database.ts';
import { getCurrentPublication, readPublishedCalendar } from './repositories/calendars.ts';

/** The calendar that holds now. */
export interface CalendarDirectory {
  published(): Promise<PublishedCalendar>;
}

/**
 * The calendar as Postgres has it. It is kept, and whether it still holds is asked each time (one row by its key): a
 * deadline counted after a publication is never counted by the calendar before.
 */
export function createCalendarDirectory(executor: Executor): CalendarDirectory {
  let kept: PublishedCalendar | undefined;
  return {
    async published() {
      const { version } = await getCurrentPublication(executor);
      if (kept?.version !== version) kept = await readPublishedCalendar(executor);
      return kept;
    },
  };
}
