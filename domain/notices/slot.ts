import type { OfficeHours } from '../calendar/office-hours.ts';
import type { Instant } from '../time/instant.ts';
import { addMs } from '../time/instant.ts';
import { addDays, instantAt, localDateOf } from '../time/plain-date.ts';
import type { NoticeUrgency } from './kind.ts';
import type { QuietHours } from './policy.ts';

/** How somebody may be written to. */
export interface Reading {
  readonly urgency: NoticeUrgency;
  readonly quietHours: QuietHours;
  readonly spreadMinutes: number;
  /** Whoever is written to: the same person has the same place in every spread. */
  readonly personKey: string;
}

export interface SlotQuestion extends Reading {
  /** When the notice arose, or when it is looked at if that is later. */
  readonly at: Instant;
  /** Of the place whose notice it is, on that day. */
  readonly officeHours: OfficeHours;
}

/**
 * When a notice goes out (§6 [policy]): at once, unless it is quiet or everybody's notices arise together. Never before
 * `at`, and never in quiet hours unless urgent.
 */
export function slotFor({ at, officeHours, ...reading }: SlotQuestion): Instant {
  if (reading.urgency === 'urgent') return at;
  const awake = awakeAt(at, reading);
  if (awake !== at) return awake;
  const opening = instantAt(localDateOf(at), officeHours.start);
  if (at < opening || at >= addMs(opening, spreadMsOf(reading))) return at;
  const place = addMs(opening, offsetMsOf(reading));
  return place <= at ? at : awakeAt(place, reading);
}

/** The instant itself, or, if it lies in quiet hours that hold, the reader's place in the spread at their end. */
export function awakeAt(at: Instant, reading: Reading): Instant {
  const end = reading.urgency === 'urgent' ? undefined : endOfQuiet(at, reading.quietHours);
  return end === undefined ? at : addMs(end, offsetMsOf(reading));
}

/** When the quiet hours end in which an instant lies; undefined when it lies in none. */
export function endOfQuiet(at: Instant, { from, until }: QuietHours): Instant | undefined {
  const date = localDateOf(at);
  const begin = instantAt(date, from);
  const end = instantAt(date, until);
  if (from <= until) return at >= begin && at < end ? end : undefined;
  if (at < end) return end;
  return at >= begin ? instantAt(addDays(date, 1), until) : undefined;
}

function spreadMsOf({ spreadMinutes }: Reading): number {
  return spreadMinutes * 60_000;
}

function offsetMsOf(reading: Reading): number {
  return Math.floor(placeInSpread(reading.personKey) * spreadMsOf(reading));
}

/** Somebody's place in every spread, from 0 to below 1: FNV-1a over the characters of his key. */
function placeInSpread(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Of keys that differ in their last characters only the upper bits hardly differ: fold them into the lower ones.
  return ((hash ^ (hash >>> 15)) & 0xffff) / 0x10000;
}
