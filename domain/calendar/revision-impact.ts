import type { CaseNo } from '../certificate/numbers.ts';
import type { ClockKey } from '../clocks/clock-id.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { daysBetween, localDateOf, parsePlainDate } from '../time/plain-date.ts';
import type { DivisionCode } from '../units/division-code.ts';
import { workingDayAfter } from './deadline.ts';
import type { CalendarFile } from './parse-calendar.ts';
import type { EarlierDueDateRule } from './revision.ts';
import { orMissing } from './revision.ts';
import type { PublishedCalendar, WorkingCalendar } from './working-calendar.ts';
import { excerptOf } from './working-calendar.ts';

/** A clock of an open case that counts working days and has not stopped, or that waits for a calendar. */
export interface OpenDeadline {
  readonly caseNo: CaseNo;
  readonly clockKey: ClockKey;
  /** The divisions whose overlays hold for it. */
  readonly regions: readonly DivisionCode[];
  readonly startedAt: Instant;
  readonly termWorkingDays: number;
  /** Null while it waits. */
  readonly dueDate: PlainDate | null;
  /** By the calendar that the case has taken over: another date where the later one stands, and told already. */
  readonly knownCalendarDate: PlainDate | null;
  /** By the policy of the station that has to act. */
  readonly onEarlier: EarlierDueDateRule;
}

export const moveDirectionTitles = {
  later: '延后',
  earlier: '提前',
  uncountable: '无法推算',
  /** It waited for this calendar. */
  begins: '起算',
} as const;

export type MoveDirection = keyof typeof moveDirectionTitles;

/** A deadline that a calendar would count otherwise than it stands. */
export interface DeadlineMove {
  readonly caseNo: CaseNo;
  readonly clockKey: ClockKey;
  readonly direction: MoveDirection;
  /** Calendar days, from 1; 0 where there are not two dates. */
  readonly days: number;
  /** Null when it waited. */
  readonly dueDate: PlainDate | null;
  /** By the calendar. Null when it cannot be counted. */
  readonly calendarDueDate: PlainDate | null;
  /** What would hold: the present date where it cannot be counted, or where by policy the later one stands. */
  readonly standingDueDate: PlainDate | null;
}

/** What a calendar would do to the open cases. */
export interface RevisionImpact {
  /** Open cases with a deadline in working days that runs or waits for a calendar. */
  readonly cases: number;
  readonly deadlines: number;
  readonly movedCases: number;
  readonly moves: readonly {
    readonly direction: MoveDirection;
    readonly days: number;
    readonly deadlines: number;
    /** Of these, how many keep the date that they have. */
    readonly held: number;
  }[];
  /** All of them, in the order of the case numbers. */
  readonly moved: readonly DeadlineMove[];
}

/** The published calendar with a file in the place of the one that it replaces, if there is one. */
export function withCalendarFile(
  { years, overlays }: PublishedCalendar,
  file: CalendarFile,
  version: string,
): PublishedCalendar {
  if (file.kind === 'national') {
    const others = years.filter(({ year }) => year !== file.year.year);
    return { version, years: [...others, file.year], overlays };
  }
  const { year, region } = file.overlay;
  const others = overlays.filter((overlay) => overlay.year !== year || overlay.region !== region);
  return { version, years, overlays: [...others, file.overlay] };
}

/** Adds up what a calendar would do to the open cases, whose deadlines come page by page in the order of their numbers. */
export class ImpactTally {
  readonly #countDueDate: DueDateCounter;
  readonly #counts = new Map<
    string,
    { direction: MoveDirection; days: number; deadlines: number; held: number }
  >();
  readonly #moved: DeadlineMove[] = [];
  #cases = new Counted();
  #movedCases = new Counted();
  #deadlines = 0;

  constructor(calendar: PublishedCalendar) {
    this.#countDueDate = createDueDateCounter(calendar);
  }

  add(page: readonly OpenDeadline[]): void {
    for (const deadline of page) {
      this.#deadlines += 1;
      this.#cases.add(deadline.caseNo);
      const move = this.#moveOf(deadline);
      if (move === undefined) continue;
      this.#movedCases.add(deadline.caseNo);
      const { direction, days } = move;
      const key = `${direction} ${days}`;
      const { deadlines, held } = this.#counts.get(key) ?? { deadlines: 0, held: 0 };
      const isHeld = move.standingDueDate === move.dueDate;
      this.#counts.set(key, { direction, days, deadlines: deadlines + 1, held: held + (isHeld ? 1 : 0) });
      this.#moved.push(move);
    }
  }

  get impact(): RevisionImpact {
    return {
      cases: this.#cases.count,
      deadlines: this.#deadlines,
      movedCases: this.#movedCases.count,
      moves: [...this.#counts.values()].sort((a, b) => b.deadlines - a.deadlines || a.days - b.days),
      moved: this.#moved,
    };
  }

  #moveOf(deadline: OpenDeadline): DeadlineMove | undefined {
    const { caseNo, clockKey, dueDate, knownCalendarDate, onEarlier } = deadline;
    const calendarDueDate = this.#countDueDate(deadline);
    if (calendarDueDate === dueDate || calendarDueDate === knownCalendarDate) return undefined;
    if (calendarDueDate === null || dueDate === null) {
      const direction = dueDate === null ? 'begins' : 'uncountable';
      const standingDueDate = calendarDueDate ?? dueDate;
      return { caseNo, clockKey, dueDate, calendarDueDate, standingDueDate, direction, days: 0 };
    }
    const days = daysBetween(dueDate, calendarDueDate);
    const direction = days > 0 ? 'later' : 'earlier';
    const standingDueDate = days < 0 && onEarlier === 'later_stands' ? dueDate : calendarDueDate;
    return { caseNo, clockKey, dueDate, calendarDueDate, standingDueDate, direction, days: Math.abs(days) };
  }
}

/** Counts case numbers that come in order, each once. */
class Counted {
  count = 0;
  #last: CaseNo | undefined;

  add(caseNo: CaseNo): void {
    if (caseNo !== this.#last) this.count += 1;
    this.#last = caseNo;
  }
}

type DueDateCounter = (deadline: OpenDeadline) => PlainDate | null;

/** Counts each kind of deadline once: 20,000 open cases share a few hundred days of receipt. */
function createDueDateCounter(calendar: PublishedCalendar): DueDateCounter {
  const from = parsePlainDate('1949-01-01');
  const to = parsePlainDate('9998-12-31');
  const places = new Map<string, WorkingCalendar>();
  const counted = new Map<string, PlainDate | 'missing'>();
  return ({ regions, startedAt, termWorkingDays }) => {
    const place = regions.join(' ');
    const dayZero = localDateOf(startedAt);
    const key = `${place} ${dayZero} ${termWorkingDays}`;
    let dueDate = counted.get(key);
    if (dueDate === undefined) {
      const excerpt = places.get(place) ?? excerptOf(calendar, { from, to, regions });
      places.set(place, excerpt);
      dueDate = orMissing(() => workingDayAfter(excerpt, dayZero, termWorkingDays));
      counted.set(key, dueDate);
    }
    return dueDate === 'missing' ? null : dueDate;
  };
}
