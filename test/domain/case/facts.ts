import type { OfficeTimetable } from '../../../domain/calendar/office-hours.ts';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import type { PublishedCalendar, WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../../domain/calendar/working-calendar.ts';
import { withCalendarFile } from '../../../domain/calendar/revision-impact.ts';
import type { CaseFacts } from '../../../domain/clocks/facts.ts';
import type { PolicyVersion, ProvincePolicy } from '../../../domain/policy.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { listed } from '../calendar/calendars.ts';

export const acceptingStation = parseUnitCode('440106990000');
export const homeStation = parseUnitCode('520302990000');
export const otherStation = parseUnitCode('520303990000');
export const homeCounty = parseUnitCode('520302000000');
export const homeProvince = parseUnitCode('520000000000');

const published = loadPublishedCalendar();

function placed(calendar: PublishedCalendar): WorkingCalendar {
  return excerptOf(calendar, {
    from: parsePlainDate('2026-10-01'),
    to: parsePlainDate('2027-12-31'),
    regions: [],
  });
}

/** The real one; 2027 is provisional in it. November and December 2026 hold no holiday. */
export const calendar = placed(published);

/** The real calendar as if no notice and no law on 2027 were there yet. */
export const calendarUntil2026 = placed({
  ...published,
  version: 'until-2026',
  years: published.years.filter(({ year }) => year < 2027),
});

/** The real calendar with one day of 2026 changed by a notice. */
export function calendarWithDay(date: string, kind: 'off' | 'work', version = `${kind}-${date}`) {
  return calendarWithDays([date], kind, version);
}

export function calendarWithDays(dates: readonly string[], kind: 'off' | 'work', version: string) {
  const year = published.years.find((candidate) => candidate.year === 2026);
  if (year === undefined) throw new Error('2026 has a calendar');
  const others = year.days.filter((day) => !dates.includes(day.date));
  const days = [...others, ...dates.map((date) => listed(date, '临时调整', kind))];
  return placed(withCalendarFile(published, { kind: 'national', year: { ...year, days } }, version));
}

/** A policy of its own version that differs from the default in a few settings. */
export function policyWith(
  version: string,
  change: Partial<Omit<ProvincePolicy, 'version'>> = {},
): ProvincePolicy {
  return { ...defaultPolicy, ...change, version: version as PolicyVersion };
}

export interface FactsOptions {
  readonly calendar?: WorkingCalendar;
  readonly policy?: ProvincePolicy;
  readonly homePolicy?: ProvincePolicy;
  readonly homeTimetable?: OfficeTimetable;
}

/** What holds at both stations of the test case. */
export function factsWith(options: FactsOptions = {}): CaseFacts {
  const { calendar: days = calendar, policy = defaultPolicy, homePolicy = policy } = options;
  const { homeTimetable = defaultTimetable } = options;
  return {
    policies: { [policy.version]: policy, [homePolicy.version]: homePolicy },
    accepting: {
      station: acceptingStation,
      policyVersion: policy.version,
      calendar: days,
      timetable: defaultTimetable,
    },
    home: {
      station: homeStation,
      policyVersion: homePolicy.version,
      calendar: days,
      timetable: homeTimetable,
    },
  };
}
