import type { PlainDate } from '../time/plain-date.ts';
import type { DirectoryPerson } from './person.ts';
import { freshnessOn } from './freshness.ts';
import type { FreshnessPolicy } from './standing.ts';

/** How far an entry can be relied on. */
export type Quality = 'reliable' | 'doubtful' | 'poor';

export const qualityTitles = {
  reliable: '可靠',
  doubtful: '存疑',
  poor: '不可靠',
} as const satisfies Record<Quality, string>;

/** How many calls that nobody answered make an entry doubtful, and poor [policy]. */
export interface QualityPolicy {
  readonly doubtfulFromCalls: number;
  readonly poorFromCalls: number;
}

export const defaultQualityPolicy: QualityPolicy = { doubtfulFromCalls: 1, poorFromCalls: 3 };

/** The quality mark of an entry: its freshness, and the calls to its station that nobody answered (§6). */
export function qualityOn(
  person: DirectoryPerson,
  day: PlainDate,
  callsNotAnswered: number,
  policies: { readonly freshness?: FreshnessPolicy; readonly quality?: QualityPolicy } = {},
): Quality {
  const { doubtfulFromCalls, poorFromCalls } = policies.quality ?? defaultQualityPolicy;
  const freshness = freshnessOn(person, day, policies.freshness);
  if (freshness === 'blocked' || callsNotAnswered >= poorFromCalls) return 'poor';
  return freshness === 'reminder_due' || callsNotAnswered >= doubtfulFromCalls ? 'doubtful' : 'reliable';
}
