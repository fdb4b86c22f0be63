import type { TimeOfDay } from '../time/plain-date.ts';
import { parseTimeOfDay } from '../time/plain-date.ts';
import type { NoticeUrgency } from './kind.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A time of day at which people are left alone; it passes midnight when `from` is later than `until`. */
export interface QuietHours {
  readonly from: TimeOfDay;
  /** The first moment that is not quiet any more. */
  readonly until: TimeOfDay;
}

/** At most so many messages to one destination within any span of that length. */
export interface MessageLimit {
  readonly messages: number;
  readonly withinMs: number;
}

/** When people are written to and how often [policy]. Quiet hours leave at least an hour of the day. */
export interface NoticePolicy {
  readonly quietHours: QuietHours;
  /** When staff get what is not urgent: while their unit works, or whenever it is not quiet, as applicants do. */
  readonly staffHours: 'office_hours' | 'outside_quiet_hours';
  /** What arises at the minute at which everybody's work begins, or waits for it, is spread over so many minutes. */
  readonly spreadMinutes: number;
  /** What is over a limit waits, in one message, until there is room. */
  readonly limits: Readonly<Record<NoticeUrgency, readonly MessageLimit[]>>;
}

export const defaultNoticePolicy: NoticePolicy = {
  quietHours: { from: parseTimeOfDay('21:00'), until: parseTimeOfDay('07:30') },
  staffHours: 'office_hours',
  spreadMinutes: 5,
  limits: {
    normal: [
      { messages: 3, withinMs: 15 * minuteMs },
      { messages: 7, withinMs: hourMs },
      { messages: 20, withinMs: 12 * hourMs },
    ],
    // A hundred red rungs within a minute are one message; nothing red waits longer than two of them.
    urgent: [{ messages: 1, withinMs: minuteMs }],
  },
};
