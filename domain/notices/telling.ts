import type { DirectoryPerson, PersonId } from '../directory/person.ts';
import { postRules, posts } from '../directory/post.ts';
import type { Recipient } from '../directory/recipients.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Channel } from './channel.ts';
import type { DestinationKey } from './destination.ts';
import { destinationOf } from './destination.ts';

/** A notice to staff as it stands in the outbox. */
interface ToldNotice {
  readonly id: number;
  readonly unitCode: UnitCode | null;
  readonly role: Role | null;
  readonly createdAt: Instant;
}

/** A way out of a notice, whatever else is known of it. */
interface WayOut {
  readonly noticeId: number;
  readonly channel: Channel;
  readonly destination: DestinationKey;
}

type Persons = ReadonlyMap<PersonId, Pick<DirectoryPerson, 'unitCode' | 'post' | 'email' | 'telephone'>>;

/** Somebody who was told, since when it stands in his inbox, and on what ways it went to him. */
export interface Telling<Way extends WayOut> {
  readonly recipient: Recipient;
  readonly inInboxAt: Instant | null;
  readonly ways: readonly Way[];
}

/**
 * Who was told of something and over what [§6]: those whom its event names, and those who read the inboxes of the notices
 * besides.
 */
export function tellingsOf<Way extends WayOut>(
  told: readonly Recipient[],
  { notices, ways, persons }: { notices: readonly ToldNotice[]; ways: readonly Way[]; persons: Persons },
): Telling<Way>[] {
  const waysOf = (notice: ToldNotice) => ways.filter(({ noticeId }) => noticeId === notice.id);
  const others = notices
    .filter((notice) => !told.some((recipient) => isTo(notice, recipient)))
    .flatMap((notice) => readersOf(notice, waysOf(notice), persons));
  return [...told, ...others].map((recipient) => {
    const of = notices.filter((notice) => isTo(notice, recipient));
    return {
      recipient,
      inInboxAt: of[0]?.createdAt ?? null,
      ways: of.flatMap(waysOf).filter((way) => leadsTo(way, recipient, persons)),
    };
  });
}

function isTo(notice: ToldNotice, { unitCode, post }: Recipient): boolean {
  return notice.unitCode === unitCode && notice.role === postRules[post].inbox;
}

/** Those to whom a notice went, or the inbox of its post where it went to nobody. */
function readersOf({ unitCode, role }: ToldNotice, ways: readonly WayOut[], persons: Persons): Recipient[] {
  const post = posts.find((each) => postRules[each].inbox === role);
  if (unitCode === null || post === undefined) return [];
  const ids = new Set(ways.flatMap((way) => personAt(way) ?? []));
  const readers = [...ids].flatMap((personId): Recipient[] => {
    const person = persons.get(personId);
    return person === undefined ? [] : [{ unitCode: person.unitCode, post: person.post, personId }];
  });
  return readers.length > 0 ? readers : [{ unitCode, post, personId: null }];
}

function leadsTo(way: WayOut, { personId }: Recipient, persons: Persons): boolean {
  const destination = destinationOf(way.destination);
  switch (destination.kind) {
    case 'person':
      return personId === null || isSame(way.channel, [personId, destination.personId], persons);
    case 'group':
      return true;
    case 'duty':
      return personId === null;
    case 'applicant':
    case 'endpoint':
      return false;
  }
}

/** One human being may hold two posts: he is written to under one of them. */
function isSame(channel: Channel, [one, other]: readonly [PersonId, PersonId], persons: Persons): boolean {
  if (one === other) return true;
  const addressOf = (id: PersonId) => {
    const person = persons.get(id);
    return channel === 'sms' ? person?.telephone : person?.email?.toLowerCase();
  };
  return addressOf(one) !== undefined && addressOf(one) === addressOf(other);
}

/** Whose names are needed to say who was told. */
export function personsOf(told: readonly Recipient[], ways: readonly WayOut[]): PersonId[] {
  return [
    ...new Set([
      ...told.flatMap(({ personId }) => personId ?? []),
      ...ways.flatMap((way) => personAt(way) ?? []),
    ]),
  ];
}

function personAt(way: WayOut): PersonId | null {
  const destination = destinationOf(way.destination);
  return destination.kind === 'person' ? destination.personId : null;
}
