import { officeHoursOn } from '../calendar/office-hours.ts';
import type { Office } from '../calendar/opening.ts';
import { findOpening } from '../calendar/opening.ts';
import type { Instant } from '../time/instant.ts';
import { addMs } from '../time/instant.ts';
import { addDays, instantAt, localDateOf } from '../time/plain-date.ts';
import type { DestinationKey } from './destination.ts';
import { isApplicantKey } from './destination.ts';
import type { NoticeUrgency } from './kind.ts';
import type { NoticePolicy, QuietHours } from './policy.ts';

/** How somebody may be written to. */
export interface Reading {
  /** Whoever is written to: the same one has the same place in every spread. */
  readonly destination: DestinationKey;
  readonly urgency: NoticeUrgency;
  /** Of the unit whose notice it is, which is the unit of the staff who get it. */
  readonly office: Office;
  readonly policy: NoticePolicy;
}

/**
 * When a notice that arises, or is looked at, at an instant goes out (§6 [policy]): at once, unless the reader is not
 * to be disturbed then, or everybody's notices arise together.
 */
export function slotFor(at: Instant, reading: Reading): Instant {
  const { urgency, office } = reading;
  if (urgency === 'urgent') return at;
  const admitted = admittedAt(at, reading);
  if (admitted !== at) return admitted;
  const opening = instantAt(localDateOf(at), officeHoursOn(office.timetable, localDateOf(at)).start);
  if (at < opening || at >= addMs(opening, spreadEndMsOf(reading))) return at;
  const place = addMs(opening, offsetMsOf(reading));
  return place > at && isAdmitted(place, reading) ? place : at;
}

/**
 * The instant itself if the reader may be written to then, or his place in the spread when he may again. Urgent messages
 * are always admitted, others never in quiet hours, and to staff only while their unit works. The first attempt and
 * every later one ask this.
 */
export function admittedAt(at: Instant, reading: Reading): Instant {
  if (reading.urgency === 'urgent') return at;
  const begin = nextTimeFrom(at, reading);
  if (begin === at) return at;
  const place = addMs(begin, offsetMsOf(reading));
  // A time that is shorter than the spread.
  return isAdmitted(place, reading) ? place : begin;
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

function isAdmitted(at: Instant, reading: Reading): boolean {
  return nextTimeFrom(at, reading) === at;
}

/** The first instant from `at` on at which the reader may be written to. */
function nextTimeFrom(at: Instant, { destination, office, policy }: Reading): Instant {
  const awake = (instant: Instant) => endOfQuiet(instant, policy.quietHours) ?? instant;
  const waitsForOffice = policy.staffHours === 'office_hours' && !isApplicantKey(destination);
  if (!waitsForOffice) return awake(at);
  for (let open = findOpening(at, office); open !== undefined; open = findOpening(awake(open), office)) {
    if (awake(open) === open) return open;
  }
  // No calendar says when they work: nobody waits for what nobody knows.
  return awake(at);
}

function spreadEndMsOf({ policy }: Reading): number {
  return policy.spreadMinutes.until * 60_000;
}

function offsetMsOf({ destination, policy: { spreadMinutes } }: Reading): number {
  const { from, until } = spreadMinutes;
  return Math.floor((from + placeInSpread(destination) * (until - from)) * 60_000);
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
