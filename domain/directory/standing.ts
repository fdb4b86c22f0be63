import type { PlainDate } from '../time/plain-date.ts';
import { daysBetween } from '../time/plain-date.ts';
import type { DirectoryPerson } from './person.ts';

/** How long an entry is believed without anybody confirming it; calendar days [policy]. */
export interface FreshnessPolicy {
  /** From then on its unit is asked to confirm it. */
  readonly reminderAfterDays: number;
  /** From then on nobody is sent there any more: the next one up is told instead. */
  readonly blockedAfterDays: number;
}

/** 90 days are a quarter; the month after it is for confirming. */
export const defaultFreshnessPolicy: FreshnessPolicy = { reminderAfterDays: 90, blockedAfterDays: 120 };

/** Why somebody in a post cannot be told; the first that holds. */
export const unavailabilities = ['not_valid', 'on_leave', 'unconfirmed'] as const;

export type Unavailability = (typeof unavailabilities)[number];

/** How somebody stands on a day. */
export type Standing = 'available' | Unavailability;

export const standingTitles = {
  available: '在岗',
  not_valid: '不在任期内',
  on_leave: '请假、外出',
  unconfirmed: '长期未确认，已停用',
} as const satisfies Record<Standing, string>;

/** Whether and why not somebody can be told on a day. */
export function standingOn(person: DirectoryPerson, day: PlainDate, policy: FreshnessPolicy): Standing {
  if (!isValidOn(person, day)) return 'not_valid';
  if (person.absences.some(({ from, to }) => from <= day && day <= to)) return 'on_leave';
  if (daysBetween(person.lastConfirmedOn, day) >= policy.blockedAfterDays) return 'unconfirmed';
  return 'available';
}

/** Whether somebody is in his post on a day. */
export function isValidOn({ validFrom, validUntil }: DirectoryPerson, day: PlainDate): boolean {
  return validFrom <= day && (validUntil === null || day <= validUntil);
}
