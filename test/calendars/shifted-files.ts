/**
 * The test server starts at the real now and only moves forward. The calendars repeat every 28 years between 1901 and
 * 2099 (same weekdays, same leap days), so what is told of 2020 is played in 2048.
 */
const shiftYears = 28;

interface CalendarDocument {
  readonly year: number;
  readonly days: readonly { readonly date: string }[];
}

/** A calendar file moved to the years in which it is played; what it says of its notice stays. */
export function shiftFile(file: unknown): unknown {
  const { year, days, ...rest } = file as CalendarDocument;
  return {
    ...rest,
    year: year + shiftYears,
    days: days.map((day) => ({ ...day, date: played(day.date) })),
  };
}

/** A date or an instant as it is played. */
export function played(told: string): string {
  return `${Number(told.slice(0, 4)) + shiftYears}${told.slice(4)}`;
}

/** A date or an instant as it is told. */
export function told(playedText: string): string {
  return `${Number(playedText.slice(0, 4)) - shiftYears}${playedText.slice(4)}`;
}
