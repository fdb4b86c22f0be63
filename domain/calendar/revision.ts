import { CalendarMissingError } from './calendar-missing-error.ts';
import type { Deadline, DeadlineDay, DeadlineInput } from './deadline.ts';
import { deadlineFor } from './deadline.ts';
import type { CalendarNotice } from './notice.ts';
import { nationalNoticeOf, regionalNoticeOf } from './notice.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What happens to a running deadline that a revised calendar would make earlier (§5) [policy]. */
export type EarlierDueDateRule = 'later_stands' | 'calendar_stands';

/** A running deadline under a revised calendar. */
export type RevisedDeadline =
  /** The same instant; `standing` explains it by the new calendar and has lost its 暂定 if the notice is out. */
  | { readonly kind: 'unchanged'; readonly standing: Deadline }
  | {
      /** Which way the calendar moves it. */
      readonly kind: 'later' | 'earlier';
      /** By the new calendar. */
      readonly recomputed: Deadline;
      /** What holds from now on: the recomputed one, or the old one where the later date stands. */
      readonly standing: Deadline;
      /** The notice that moved it. */
      readonly notice: CalendarNotice;
    }
  /** It would end in a year that has no calendar yet: the old one stands until that year's calendar is published. */
  | { readonly kind: 'uncountable'; readonly standing: Deadline };

/** The revised calendar is needed from the old deadline's day 0 on. */
export interface RevisionInput extends Pick<DeadlineInput, 'calendar' | 'timetable' | 'dueAtEndOf'> {
  readonly old: Deadline;
  readonly onEarlier: EarlierDueDateRule;
}

/**
 * Counts a running deadline anew on a revised calendar (§5). For a running case the later date stands unless the policy
 * says otherwise; a deadline that stands so keeps its old explanation and calendar version.
 */
export function reviseDeadline({ old, onEarlier, ...by }: RevisionInput): RevisedDeadline {
  const { startedAt, termWorkingDays } = old;
  const recomputed = orMissing(() => deadlineFor({ startedAt, termWorkingDays, ...by }));
  if (recomputed === 'missing') return { kind: 'uncountable', standing: old };
  if (recomputed.dueAt === old.dueAt) return { kind: 'unchanged', standing: recomputed };
  const notice = noticeBetween(old, recomputed, by.calendar);
  if (recomputed.dueAt > old.dueAt) return { kind: 'later', recomputed, standing: recomputed, notice };
  const standing = onEarlier === 'later_stands' ? old : recomputed;
  return { kind: 'earlier', recomputed, standing, notice };
}

/** What was counted, or `missing` when it runs into a year without a calendar. */
export function orMissing<T>(count: () => T): T | 'missing' {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarMissingError) return 'missing';
    throw error;
  }
}

/** The notice of the first day that counts otherwise than before. */
function noticeBetween(old: Deadline, recomputed: Deadline, calendar: WorkingCalendar): CalendarNotice {
  const day = recomputed.days.find((candidate) => countsOtherwise(old, candidate));
  const noticeId = day?.notice ?? old.days.find(({ date }) => date === day?.date)?.notice;
  const known = [...calendar.years.map(nationalNoticeOf), ...calendar.overlays.map(regionalNoticeOf)];
  return (
    // The new wording of a notice goes before the old; a withdrawn region's is known to the old deadline only.
    [...known, ...old.notices].find(({ id }) => id === noticeId) ??
    // Only office hours changed: the year's notice answers for the date.
    yearNoticeOf(recomputed, calendar)
  );
}

function countsOtherwise(old: Deadline, { date, ordinal }: DeadlineDay): boolean {
  const before = old.days.find((candidate) => candidate.date === date);
  return before !== undefined && (before.ordinal === null) !== (ordinal === null);
}

function yearNoticeOf({ dueDate }: Deadline, { years }: WorkingCalendar): CalendarNotice {
  const year = years.find((candidate) => dueDate.startsWith(`${candidate.year}-`));
  if (year === undefined) throw new Error('a deadline falls into a year that was counted');
  return nationalNoticeOf(year);
}
