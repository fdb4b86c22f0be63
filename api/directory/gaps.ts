import { readDirectoryPart } from '../../db/directory-part.ts';
import type { StoredPerson } from '../../db/repositories/directory.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import { faxNumbersOn } from '../../domain/directory/fax-numbers.ts';
import { reviewDirectory } from '../../domain/directory/freshness.ts';
import { postRules } from '../../domain/directory/post.ts';
import type { GapReason, Recipient } from '../../domain/directory/recipients.ts';
import { gapReasonTitles, resolveOn } from '../../domain/directory/recipients.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import type { ApiDeps } from '../deps.ts';
import type { RecipientView } from '../schemas/directory.ts';
import type { Reading } from './persons.ts';
import { recipientView } from './views.ts';

/**
 * What is wrong with an entry, a post or the contacts of a station: to be confirmed, believed no longer, an empty post.
 */
export const findingKinds = [
  'reminder_due',
  'blocked',
  'gap',
  'contacts_reminder_due',
  'contacts_blocked',
] as const;

export interface FindingView {
  readonly kind: (typeof findingKinds)[number];
  readonly unitCode: UnitCode;
  readonly unitName: string;
  readonly post: Seat['post'] | null;
  readonly postTitle: string | null;
  readonly reason: GapReason | null;
  readonly reasonTitle: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly lastConfirmedOn: string | null;
  readonly instead: RecipientView[];
  /** Of contacts: where faxes go meanwhile. */
  readonly faxInstead: string[];
}

/** Everything wrong with the directory of a unit and those below it, by unit; merged stations need nobody. */
export async function readFindings(
  { executor, tree, today, escalationChannels }: Reading & Pick<ApiDeps, 'escalationChannels'>,
  top: UnitCode,
): Promise<FindingView[]> {
  const { directory: stored, units, persons } = await readDirectoryPart(executor, tree, top, today);
  const directory = { ...stored, escalationChannels };
  const review = reviewDirectory(directory, units, today);
  const byId = new Map(persons.map((person) => [person.id, person]));
  const base = (kind: FindingView['kind'], { unitCode, post }: Seat, instead: readonly Recipient[]) => ({
    kind,
    unitCode,
    unitName: getUnit(tree, unitCode).name,
    post,
    postTitle: postRules[post].title,
    instead: instead.map((recipient) => recipientView(recipient, tree, byId)),
    faxInstead: [],
  });
  const ofPerson = ({
    id,
    name,
    lastConfirmedOn,
  }: Pick<StoredPerson, 'id' | 'name' | 'lastConfirmedOn'>) => ({
    personId: id,
    name,
    lastConfirmedOn,
    reason: null,
    reasonTitle: null,
  });
  const ofContacts = review.contacts.map(({ contacts, freshness }): FindingView => {
    const { unitCode, lastConfirmedOn } = contacts;
    const fax = faxNumbersOn(contacts, directory.personsOf(unitCode), today, directory.freshnessOf(unitCode));
    const seat = { unitCode, post: 'liaison_officer' } as const;
    const isBlocked = freshness === 'blocked';
    const instead = isBlocked ? resolveOn(directory, [seat], today).told : [];
    return {
      ...base(isBlocked ? 'contacts_blocked' : 'contacts_reminder_due', seat, instead),
      ...{ post: null, postTitle: null, reason: null, reasonTitle: null, personId: null, name: null },
      lastConfirmedOn,
      faxInstead: isBlocked ? [...fax.numbers] : [],
    };
  });
  const findings: FindingView[] = [
    ...ofContacts,
    ...review.reminders.map((person) => ({ ...base('reminder_due', person, []), ...ofPerson(person) })),
    ...review.blocked.map(({ person, instead }) => ({
      ...base('blocked', person, instead),
      ...ofPerson(person),
    })),
    ...review.gaps.map((gap) => ({
      ...base('gap', gap, gap.instead),
      reason: gap.reason,
      reasonTitle: gapReasonTitles[gap.reason],
      personId: null,
      name: null,
      lastConfirmedOn: null,
    })),
  ];
  return findings.sort((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
}

/** Where a finding stands in the list: pages go on behind it. */
export function positionOf({ unitCode, post, kind, personId }: FindingView): string {
  return [unitCode, post ?? '', kind, personId ?? ''].join(' ');
}
