import { workingDayAfter } from '../../domain/calendar/deadline.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { instantAt, localDateOf, parseTimeOfDay } from '../../domain/time/plain-date.ts';

/** How a simulated home station behaves. */
export const mannerTitles = {
  answers: '按期反馈',
  answers_late: '逾期反馈',
  forgets: '不反馈',
  reroutes: '非本所户籍，退回',
  refuses: '查证不一致',
  on_the_spot: '当场出具附件2',
} as const;

export type Manner = keyof typeof mannerTitles;

/** How often out of a hundred. */
export type Shares = Readonly<Record<Manner, number>>;

export const defaultShares: Shares = {
  answers: 66,
  answers_late: 8,
  forgets: 8,
  reroutes: 6,
  refuses: 8,
  on_the_spot: 4,
};

export interface PlannedCase {
  readonly n: number;
  readonly manner: Manner;
  readonly acceptedAt: Instant;
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const opensAt = parseTimeOfDay('09:00');
const minuteMs = 60_000;
/** Applicants come between nine and half past four. */
const counterMinutes = 450;

interface PlanOptions {
  readonly cases: number;
  readonly days: number;
  readonly shares: Shares;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly random: () => number;
}

/** Who comes when within so many working days from tomorrow on, and what his home station will make of it. */
export function planCases({ cases, days, shares, today, calendar, random }: PlanOptions): PlannedCase[] {
  return Array.from({ length: cases }, (_, index): PlannedCase => {
    const day = workingDayAfter(calendar, today, 1 + Math.floor((index / cases) * days));
    const acceptedAt = addMs(instantAt(day, opensAt), Math.floor(random() * counterMinutes) * minuteMs);
    return { n: index + 1, manner: mannerFor(shares, random() * 100), acceptedAt };
  });
}

function mannerFor(shares: Shares, percent: number): Manner {
  let below = 0;
  for (const [manner, share] of Object.entries(shares)) {
    below += share;
    if (percent < below) return manner as Manner;
  }
  return 'answers';
}

/** Ten in the morning of the n-th working day after an instant, give or take an hour. */
export function onWorkingDay(
  calendar: WorkingCalendar,
  after: Instant,
  n: number,
  random: () => number,
): Instant {
  const day = workingDayAfter(calendar, localDateOf(after), n);
  return addMs(instantAt(day, parseTimeOfDay('10:00')), Math.floor((random() - 0.5) * 120) * minuteMs);
}
