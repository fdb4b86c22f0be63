import fc from 'fast-check';
import { defaultTimetable } from '../../../domain/calendar/office-hours.ts';
import type { Office } from '../../../domain/calendar/opening.ts';
import { findDay } from '../../../domain/calendar/working-calendar.ts';
import type { DestinationKey } from '../../../domain/notices/destination.ts';
import { isApplicantKey } from '../../../domain/notices/destination.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { Reading } from '../../../domain/notices/slot.ts';
import { endOfQuiet } from '../../../domain/notices/slot.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../../domain/time/instant.ts';
import type { TimeOfDay } from '../../../domain/time/plain-date.ts';
import {
  addDays,
  instantAt,
  localDateOf,
  parsePlainDate,
  parseTimeOfDay,
} from '../../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { calendarWith, wholeOf } from '../calendar/calendars.ts';

/** A station with the default hours and the country's holidays. */
export const office: Office = { timetable: defaultTimetable, calendar: wholeOf(loadPublishedCalendar()) };

/** Of which nobody has published the calendar. */
export const officeWithoutCalendar: Office = { ...office, calendar: calendarWith([]) };

export const staff = 'person/1' as DestinationKey;
export const applicant = 'applicant/1' as DestinationKey;

/** What is not urgent, to a member of staff at a plain station. */
export const plainReading: Reading = {
  destination: staff,
  urgency: 'normal',
  office,
  policy: defaultNoticePolicy,
};

const dayMinutes = 24 * 60;

function timeAt(minute: number): TimeOfDay {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return parseTimeOfDay(`${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`);
}

const timeOfDay = fc.integer({ min: 0, max: dayMinutes - 1 }).map(timeAt);

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Quiet hours anywhere in the day that leave an hour of it. */
const anyQuietHours = fc
  .record({ from: timeOfDay, until: timeOfDay })
  .filter(({ from, until }) => (minutesOf(from) - minutesOf(until) + dayMinutes) % dayMinutes >= 60);

const anyOfficeHours = fc
  .tuple(timeOfDay, timeOfDay)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => (one < other ? { start: one, end: other } : { start: other, end: one }));

/** Whoever reads, under whatever policy, at a unit with whatever hours and with or without a calendar. */
export const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    destination: fc.constantFrom(staff, 'group/520302990000' as DestinationKey, applicant),
    urgency: fc.constantFrom('normal', 'normal', 'urgent'),
    office: fc.record({
      timetable: anyOfficeHours.map((hours) => ({ ...hours, seasons: [] })),
      calendar: fc.constantFrom(office.calendar, office.calendar, officeWithoutCalendar.calendar),
    }),
    policy: fc.record({
      quietHours: anyQuietHours,
      staffHours: fc.constantFrom('office_hours', 'office_hours', 'outside_quiet_hours'),
      spreadMinutes: fc
        .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 50 }))
        .map(([from, length]) => ({ from, until: from + length })),
      limits: fc.constant(defaultNoticePolicy.limits),
    }),
  })
  // An office that is open in quiet hours only says nothing of when its staff may be written to.
  .filter(({ office: { timetable }, policy: { quietHours } }) =>
    [timetable.start, quietHours.until].some(
      (time) =>
        time >= timetable.start &&
        time < timetable.end &&
        endOfQuiet(instantAt(anyDay, time), quietHours) === undefined,
    ),
  );

const anyDay = parsePlainDate('2026-06-01');

export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((epochMs) => instantFromEpochMs(epochMs));

/** Whether a reader may be written to at an instant, said in other words than the product's. */
export function mayBeWrittenTo(
  at: Instant,
  { destination, urgency, office: unit, policy }: Reading,
): boolean {
  if (urgency === 'urgent') return true;
  if (endOfQuiet(at, policy.quietHours) !== undefined) return false;
  if (policy.staffHours === 'outside_quiet_hours' || isApplicantKey(destination)) return true;
  const day = findDay(unit.calendar, localDateOf(at));
  if (day === undefined) return true;
  const time = at.slice(11, 16);
  return day.working && time >= unit.timetable.start && time < unit.timetable.end;
}

/** The first instant at which he may: now, or when an office opens or a quiet time ends within three weeks. */
export function firstTimeFor(at: Instant, reading: Reading): Instant {
  const times = [reading.policy.quietHours.until, reading.office.timetable.start];
  const candidates = Array.from({ length: 21 }, (_, days) => addDays(localDateOf(at), days)).flatMap((date) =>
    times.map((time) => instantAt(date, time)),
  );
  const [first] = [at, ...candidates]
    .filter((candidate) => candidate >= at && mayBeWrittenTo(candidate, reading))
    .toSorted();
  if (first === undefined) throw new Error('three weeks without a time');
  return first;
}
