import type { CalendarDay, CalendarOverlay, CalendarYear } from '../../../domain/calendar/calendar-year.ts';
import type { PublishedCalendar, WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../../domain/calendar/working-calendar.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../../domain/units/division-code.ts';

/** A listed day, `off` or `work`. */
export function listed(date: string, name: string, kind: 'off' | 'work'): CalendarDay {
  return { date: parsePlainDate(date), name, offDay: kind === 'off' };
}

/** A national year with these days. */
export function yearWith(year: number, days: readonly CalendarDay[] = []): CalendarYear {
  const publishedOn = parsePlainDate(`${year - 1}-11-01`);
  return { year, status: 'official', source: 'https://example.cn/', publishedOn, revisedOn: null, days };
}

/** An overlay of a region with these days. */
export function overlayWith(region: string, year: number, days: readonly CalendarDay[]): CalendarOverlay {
  return {
    region: parseDivisionCode(region),
    regionName: region,
    year,
    status: 'official',
    title: `${region}放假通知`,
    source: 'https://example.cn/',
    publishedOn: null,
    days,
  };
}

/** All of a calendar, with the overlays of some regions. */
export function wholeOf(calendar: PublishedCalendar, ...regions: string[]): WorkingCalendar {
  return excerptOf(calendar, {
    from: parsePlainDate('2000-01-01'),
    to: parsePlainDate('2099-12-31'),
    regions: regions.map(parseDivisionCode),
  });
}

/** A small calendar all of whose overlays hold. */
export function calendarWith(
  years: readonly CalendarYear[],
  overlays: readonly CalendarOverlay[] = [],
): WorkingCalendar {
  return wholeOf({ version: 'test', years, overlays }, ...overlays.map(({ region }) => region));
}
