import type { PlainDate } from '../time/plain-date.ts';
import { daysBetween } from '../time/plain-date.ts';
import type { Unit } from '../units/unit.ts';
import type { Seat } from './chain.ts';
import type { DirectoryPerson } from './person.ts';
import { requiredPosts } from './post.ts';
import type { Directory, Gap, Recipient } from './recipients.ts';
import { resolveOn } from './recipients.ts';
import type { FreshnessPolicy } from './standing.ts';
import type { StationContacts } from './station-contacts.ts';
import { hasNumbers } from './station-contacts.ts';
import { isValidOn } from './standing.ts';

/** Whether an entry was confirmed lately enough. */
export type Freshness = 'fresh' | 'reminder_due' | 'blocked';

export const freshnessTitles = {
  fresh: '已确认',
  reminder_due: '待确认',
  blocked: '已停用',
} as const satisfies Record<Freshness, string>;

/** How fresh an entry is on a day. */
export function freshnessOn(
  { lastConfirmedOn }: Pick<DirectoryPerson, 'lastConfirmedOn'>,
  day: PlainDate,
  policy: FreshnessPolicy,
): Freshness {
  const days = daysBetween(lastConfirmedOn, day);
  if (days >= policy.blockedAfterDays) return 'blocked';
  return days >= policy.reminderAfterDays ? 'reminder_due' : 'fresh';
}

export interface DirectoryReview {
  /** Contacts of stations, duty telephone and fax numbers, that are to be confirmed or are believed no longer. */
  readonly contacts: readonly {
    readonly contacts: StationContacts;
    readonly freshness: Exclude<Freshness, 'fresh'>;
  }[];
  /** Entries whose unit is to be asked whether they are still right. */
  readonly reminders: readonly DirectoryPerson[];
  /** Entries that are believed no longer, with whoever is told instead. */
  readonly blocked: readonly { readonly person: DirectoryPerson; readonly instead: readonly Recipient[] }[];
  /** Posts that a unit cannot do without and in which nobody can be told, with whoever is told instead. */
  readonly gaps: readonly (Gap & { readonly instead: readonly Recipient[] })[];
}

/**
 * What is wrong with the directory of some units on a day [四(二)]. The directory must reach up to the province, so that
 * it can be said who is told instead; `units` are those looked at, without stations that were merged away.
 */
export function reviewDirectory(
  directory: Directory,
  units: readonly Unit[],
  day: PlainDate,
): DirectoryReview {
  const { personsOf, contactsOf, freshnessOf } = directory;
  const insteadOf = (seat: Seat) => resolveOn(directory, [seat], day).told;
  const persons = units
    .flatMap(({ code }) => personsOf(code))
    .filter((person) => isValidOn(person, day))
    .map((person) => ({ person, freshness: freshnessOn(person, day, freshnessOf(person.unitCode)) }));
  return {
    contacts: units.flatMap(({ code }) => {
      const contacts = contactsOf(code);
      if (contacts === undefined || !hasNumbers(contacts)) return [];
      const freshness = freshnessOn(contacts, day, freshnessOf(code));
      return freshness === 'fresh' ? [] : [{ contacts, freshness }];
    }),
    reminders: persons.flatMap(({ person, freshness }) => (freshness === 'reminder_due' ? [person] : [])),
    blocked: persons.flatMap(({ person, freshness }) =>
      freshness === 'blocked' ? [{ person, instead: insteadOf(person) }] : [],
    ),
    gaps: units.flatMap(({ code: unitCode, level }) =>
      requiredPosts[level].flatMap((post) => {
        const { told, gaps } = resolveOn(directory, [{ unitCode, post }], day);
        const gap = gaps.find((each) => each.unitCode === unitCode && each.post === post);
        return gap === undefined ? [] : [{ ...gap, instead: told }];
      }),
    ),
  };
}
