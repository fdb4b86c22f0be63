import type { Static } from 'typebox';
import Type from 'typebox';
import { CalendarMissingError } from '../../domain/calendar/calendar-missing-error.ts';
import { deadlineFor } from '../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { DivisionCode } from '../../domain/units/division-code.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { comparisonOf, formatOf } from './comparison.ts';

/** What every entry about a deadline asks. */
export const question = Type.Object({ receivedAt: Type.String(), workingDays: Type.Integer({ minimum: 1 }) });

export type Question = Static<typeof question>;

/** The parts of an entry that ask, without those that answer. */
export function questionOf({ receivedAt, workingDays }: Question): Question {
  return { receivedAt, workingDays };
}

/** What the domain says about a deadline; where it refuses, the refusal stands in the place of the date. */
export function answerTo(
  { receivedAt, workingDays }: Question,
  calendar: PublishedCalendar,
  regions: readonly DivisionCode[] = [],
): { dueDate: string; provisional: boolean } {
  const [from, to] = [parsePlainDate('1949-01-01'), parsePlainDate('9998-12-31')];
  try {
    const { dueDate, provisional } = deadlineFor({
      startedAt: parseInstant(receivedAt),
      termWorkingDays: workingDays,
      calendar: excerptOf(calendar, { from, to, regions }),
      timetable: defaultTimetable,
      dueAtEndOf: 'office_hours',
    });
    return { dueDate, provisional };
  } catch (error) {
    if (error instanceof CalendarMissingError) return { dueDate: error.code, provisional: false };
    if (error instanceof RangeError) return { dueDate: error.message, provisional: false };
    throw error;
  }
}

/** An entry with one answer. */
export const datedQuestion = Type.Interface([question], {
  dueDate: Type.String(),
  provisional: Type.Optional(Type.Boolean()),
});

const workingDaysFile = Type.Object({ vectors: Type.Array(datedQuestion, { minItems: 1 }) });

/** Files like `working-days.json`: the national calendar in force, no region. */
export const workingDaysFormat = formatOf(workingDaysFile, ({ vectors }) =>
  vectors.map((vector) =>
    comparisonOf(questionOf(vector), vector, answerTo(vector, loadPublishedCalendar())),
  ),
);
