import type { PlainDate } from '../time/plain-date.ts';
import type { DivisionCode } from '../units/division-code.ts';

/**
 * `official`: the State Council's notice is out. `provisional`: it is not, only weekends and the statutory days are
 * known.
 */
export const calendarStatuses = ['official', 'provisional'] as const;

export type CalendarStatus = (typeof calendarStatuses)[number];

/** A date that a notice names. Dates that no notice names follow the day of the week. */
export interface CalendarDay {
  readonly date: PlainDate;
  /** The holiday it belongs to, as `国庆节`, for a make-up working day (调休) too. */
  readonly name: string;
  readonly offDay: boolean;
}

/** The national calendar of one notice. Its days may lie in December of the year before (`year` is the title's). */
export interface CalendarYear {
  readonly year: number;
  readonly status: CalendarStatus;
  /** Address of the notice; for a provisional year that of the law on statutory days. */
  readonly source: string;
  /** Null while there is no notice. */
  readonly publishedOn: PlainDate | null;
  /** Date of the last notice that changed the year afterwards, if one did. */
  readonly revisedOn: PlainDate | null;
  readonly days: readonly CalendarDay[];
}

/** Days of a region that win over the national calendar in both directions (§5). */
export interface CalendarOverlay {
  readonly region: DivisionCode;
  readonly regionName: string;
  readonly year: number;
  readonly status: CalendarStatus;
  /** Title of the region's notice. */
  readonly title: string;
  readonly source: string;
  readonly publishedOn: PlainDate | null;
  readonly days: readonly CalendarDay[];
}
