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
const qualityPolicy = { doubtfulFromCalls: 1, poorFromCalls: 3 } as const;

/** The quality mark of an entry: its freshness, and the calls to its station that nobody answered (§6). */
export function qualityOn(
  person: DirectoryPerson,
  day: PlainDate,
  callsNotAnswered: number,
  freshnessPolicy: FreshnessPolicy,
): Quality {
  const { doubtfulFromCalls, poorFromCalls } = qualityPolicy;
  const freshness = freshnessOn(person, day, freshnessPolicy);
  if (freshness === 'blocked' || callsNotAnswered >= poorFromCalls) return 'poor';
  return freshness === 'reminder_due' || callsNotAnswered >= doubtfulFromCalls ? 'doubtful' : 'reliable';
}
