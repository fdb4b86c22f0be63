import type { Static } from 'typebox';
import Type from 'typebox';
import {
  CalendarFormatError,
  parseCalendarOverlay,
  parseCalendarYear,
} from '../../domain/calendar/parse-calendar.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { loadPublishedCalendar, readCalendarFile } from '../../platform/reference-data.ts';
import type { Comparison } from './comparison.ts';
import { UnusableFileError, comparisonOf, formatOf } from './comparison.ts';
import { answerTo, datedQuestion, question, questionOf } from './working-days.ts';

const revision = Type.Interface([question], {
  calendarBefore: Type.String(),
  calendarAfter: Type.String(),
  dueDateBefore: Type.String(),
  dueDateAfter: Type.String(),
  effect: Type.Optional(Type.String()),
});

const overlayEntry = Type.Interface([datedQuestion], {
  overlay: Type.String(),
  dueDateNational: Type.Optional(Type.String()),
});

const specialFile = Type.Object({
  revisions: Type.Optional(Type.Array(revision)),
  decemberRule: Type.Optional(Type.Array(datedQuestion)),
  provisional2027: Type.Optional(Type.Array(datedQuestion)),
  overlays: Type.Optional(Type.Array(overlayEntry)),
  // What makes the other formats, this one has not.
  vectors: Type.Optional(Type.Never()),
});

function readNamed<T>(name: string, parse: (json: unknown) => T): T {
  try {
    return parse(readCalendarFile(name));
  } catch (error) {
    const reason = error instanceof CalendarFormatError ? error.message : '不在 data/calendar 中';
    throw new UnusableFileError(`其中引用的日历文件 ${name} 不能使用：${reason}`);
  }
}

function calendarWith(name: string): PublishedCalendar {
  const calendar = loadPublishedCalendar();
  const replacement = readNamed(name, parseCalendarYear);
  const others = calendar.years.filter(({ year }) => year !== replacement.year);
  return { ...calendar, years: [...others, replacement] };
}

function effectOf(before: string, after: string): string {
  if (before === after) return 'same';
  return after > before ? 'later' : 'earlier';
}

function compareRevision(entry: Static<typeof revision>): Comparison {
  const before = answerTo(entry, calendarWith(entry.calendarBefore)).dueDate;
  const after = answerTo(entry, calendarWith(entry.calendarAfter)).dueDate;
  const { calendarBefore, calendarAfter } = entry;
  return comparisonOf({ ...questionOf(entry), calendarBefore, calendarAfter }, entry, {
    dueDateBefore: before,
    dueDateAfter: after,
    effect: effectOf(before, after),
  });
}

function compareDecember(entry: Static<typeof datedQuestion>): Comparison {
  const calendar = loadPublishedCalendar();
  const answers: Record<string, unknown> = { ...answerTo(entry, calendar) };
  for (const key of Object.keys(entry)) {
    // `dueDateWithout2019`: the deadline while the notice for that year is not out.
    const missingYear = /^dueDateWithout(\d{4})$/.exec(key)?.[1];
    if (missingYear === undefined) continue;
    const years = calendar.years.filter(({ year }) => year !== Number(missingYear));
    answers[key] = answerTo(entry, { ...calendar, years }).dueDate;
  }
  return comparisonOf(questionOf(entry), entry, answers);
}

function compareOverlay(entry: Static<typeof overlayEntry>): Comparison {
  const overlay = readNamed(entry.overlay, parseCalendarOverlay);
  const calendar = { ...loadPublishedCalendar(), overlays: [overlay] };
  return comparisonOf({ ...questionOf(entry), overlay: entry.overlay }, entry, {
    ...answerTo(entry, calendar, [overlay.region]),
    dueDateNational: answerTo(entry, calendar).dueDate,
  });
}

/** Files like `working-days-special.json`. An entry counts once, however many answers it gives. */
export const specialWorkingDaysFormat = formatOf(specialFile, (file) => [
  ...(file.revisions ?? []).map(compareRevision),
  ...(file.decemberRule ?? []).map(compareDecember),
  ...(file.provisional2027 ?? []).map((entry) =>
    comparisonOf(questionOf(entry), entry, answerTo(entry, loadPublishedCalendar())),
  ),
  ...(file.overlays ?? []).map(compareOverlay),
]);
