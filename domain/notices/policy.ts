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
  /**
   * Between which minutes after it everybody gets what arises when everybody's work begins, or waits for it. In those
   * before, it gathers, so that it is one message.
   */
  readonly spreadMinutes: { readonly from: number; readonly until: number };
  /** What is over a limit waits, in one message, until there is room; urgent ones that cannot be joined do not wait. */
  readonly limits: Readonly<Record<NoticeUrgency, readonly MessageLimit[]>>;
}

export const defaultNoticePolicy: NoticePolicy = {
  quietHours: { from: parseTimeOfDay('21:00'), until: parseTimeOfDay('07:30') },
  staffHours: 'office_hours',
  // The 2,000 rungs of one minute were in the ledger after two on two busy cores (bench/ladder.ts). While the first
  // messages left before that, every seventh notice was over the limits and waited for a quarter of an hour.
  spreadMinutes: { from: 2, until: 5 },
  limits: {
    normal: [
      // What comes on the heels of a message waits for its fellows and not for room.
      { messages: 1, withinMs: 45_000 },
      { messages: 3, withinMs: 15 * minuteMs },
      { messages: 7, withinMs: hourMs },
      { messages: 20, withinMs: 12 * hourMs },
    ],
    // A hundred red rungs within a minute are one message; nothing red waits longer than two of them. Where a message
    // tells one thing only, what is red goes at once and by itself: no limit holds it up.
    urgent: [{ messages: 1, withinMs: minuteMs }],
  },
};
