import type { PlainDate } from '../time/plain-date.ts';
import { freshnessOn } from './freshness.ts';
import type { DirectoryPerson } from './person.ts';
import type { Post } from './post.ts';
import type { FreshnessPolicy } from './standing.ts';
import { standingOn } from './standing.ts';
import type { StationContacts } from './station-contacts.ts';

/** Where a station's fax numbers come from: its own, those of its people instead, or nowhere, and why. */
export type FaxSource = 'station' | 'people_instead' | 'unconfirmed' | 'not_entered';

export const faxSourceTitles = {
  station: '派出所登记的传真号码',
  people_instead: '派出所登记的传真号码长期未确认，已停用，改用在岗人员登记的传真号码',
  unconfirmed: '传真号码长期未确认，已停用；请电话联系对方确认，或改用人工送达',
  not_entered: '未登记传真号码；请改用人工送达',
} as const satisfies Record<FaxSource, string>;

const receivingPosts: readonly Post[] = ['liaison_officer', 'deputy_liaison_officer', 'station_leader'];

/**
 * The fax numbers that a station is sent to on a day, the first tried first. Numbers that nobody has confirmed for long
 * are somebody else's by now, and a dossier is full of personal data: then those of its people are taken, each of
 * whom confirms his own.
 */
export function faxNumbersOn(
  contacts: Pick<StationContacts, 'faxNumbers' | 'lastConfirmedOn'> | undefined,
  persons: readonly DirectoryPerson[],
  day: PlainDate,
  policy: FreshnessPolicy,
): { readonly numbers: readonly string[]; readonly source: FaxSource } {
  if (contacts === undefined || contacts.faxNumbers.length === 0)
    return { numbers: [], source: 'not_entered' };
  if (freshnessOn(contacts, day, policy) !== 'blocked')
    return { numbers: contacts.faxNumbers, source: 'station' };
  const numbers = receivingPosts.flatMap((post) =>
    persons
      .filter((person) => person.post === post && standingOn(person, day, policy) === 'available')
      .flatMap(({ faxNumber }) => faxNumber ?? []),
  );
  if (numbers.length === 0) return { numbers: [], source: 'unconfirmed' };
  return { numbers: [...new Set(numbers)], source: 'people_instead' };
}
