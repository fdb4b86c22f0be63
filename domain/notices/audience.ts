import type { CaseNo } from '../certificate/numbers.ts';
import type { DirectoryPerson, PersonId } from '../directory/person.ts';
import { postRules } from '../directory/post.ts';
import { hasAddressFor, isMobileNumber } from '../directory/reachability.ts';
import type { FreshnessPolicy } from '../directory/standing.ts';
import { standingOn } from '../directory/standing.ts';
import type { Role } from '../roles.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Channel, PersonalChannel } from './channel.ts';
import { personalChannels } from './channel.ts';
import type { Suppression } from './delivery.ts';
import type { DestinationKey, EndpointId } from './destination.ts';
import { destinationKeyOf } from './destination.ts';
import type { NoticeKind, NoticeUrgency } from './kind.ts';

/** Whom a notice is for, as it stands in the outbox: a role at a unit, or without one the applicant. */
export interface AddressedTo {
  readonly caseNo: CaseNo | null;
  readonly unitCode: UnitCode | null;
  readonly role: Role | null;
  /** Somebody whom the directory named; null for everybody in the posts that read the role's inbox. */
  readonly personId: PersonId | null;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
}

/** What is known of those whom a notice may reach. */
export interface Reach {
  /** The entries of the unit in the directory. */
  readonly persons: readonly DirectoryPerson[];
  readonly hasGroupRobot: boolean;
  /** Which whoever is on duty at the station answers; null for other units. */
  readonly dutyTelephone: string | null;
  /** That asked for this kind of notices to this unit or to one below theirs. */
  readonly endpoints: readonly EndpointId[];
  /** Whether a channel is set up and takes this kind. */
  readonly isOpen: (channel: Channel, kind: NoticeKind) => boolean;
  readonly day: PlainDate;
  /** Of the unit's province. */
  readonly freshness: FreshnessPolicy;
}

export interface Way {
  readonly channel: Channel;
  readonly destination: DestinationKey;
  readonly suppression?: Suppression;
}

/**
 * The ways on which a notice leaves the house. The inbox is no way out, so a role without anybody in the directory
 * has still been told; an applicant who cannot be written to has not, and that is said.
 */
export function waysOf(notice: AddressedTo, reach: Reach): Way[] {
  const programs = reach.endpoints.map((endpointId): Way => ({
    channel: 'webhook',
    destination: destinationKeyOf({ kind: 'endpoint', endpointId }),
  }));
  return [...(notice.role === null ? applicantWays(notice, reach) : staffWays(notice, reach)), ...programs];
}

function applicantWays({ caseNo, kind }: AddressedTo, { isOpen }: Reach): Way[] {
  if (caseNo === null) return [];
  const way: Way = { channel: 'sms', destination: destinationKeyOf({ kind: 'applicant', caseNo }) };
  return [isOpen('sms', kind) ? way : { ...way, suppression: { reason: 'channel_off' } }];
}

function staffWays(notice: AddressedTo, reach: Reach): Way[] {
  const { unitCode, personId, kind, urgency } = notice;
  const { persons, hasGroupRobot, isOpen } = reach;
  const told = personsTold(notice, reach);
  const open = personalChannels.filter((channel) => isOpen(channel, kind));
  const emails = open.includes('email') ? told.filter((person) => hasAddressFor('email', person)) : [];
  // Short messages cost and disturb: staff get them for what is urgent, and where nothing else reaches them.
  const phones = open.includes('sms')
    ? told
        .filter((person) => hasAddressFor('sms', person))
        .filter((person) => urgency === 'urgent' || !emails.includes(person))
    : [];
  const toPerson = (channel: Channel, ids: readonly PersonId[]) =>
    [...new Set(ids)].map((id): Way => ({
      channel,
      destination: destinationKeyOf({ kind: 'person', personId: id }),
    }));
  return [
    ...toPerson(
      'email',
      emails.map((person) => firstWithSame(persons, person, emailOf)),
    ),
    ...toPerson(
      'sms',
      phones.map((person) => firstWithSame(persons, person, ({ telephone }) => telephone)),
    ),
    ...(open.length === 0 ? [] : told.flatMap((person) => closedWays(person, open))),
    ...(told.length === 0 ? dutyWays(notice, reach) : []),
    ...(personId === null && unitCode !== null && hasGroupRobot && isOpen('robot', kind)
      ? [{ channel: 'robot' as const, destination: destinationKeyOf({ kind: 'group', unitCode }) }]
      : []),
  ];
}

/** Somebody whose addresses are all for channels that are closed, while others are reached: that is said. */
function closedWays(person: DirectoryPerson, open: readonly PersonalChannel[]): Way[] {
  if (open.some((channel) => hasAddressFor(channel, person))) return [];
  return personalChannels
    .filter((channel) => hasAddressFor(channel, person))
    .map((channel) => ({
      channel,
      destination: destinationKeyOf({ kind: 'person', personId: person.id }),
      suppression: { reason: 'channel_off' },
    }));
}

/** A station without 专管员 has but its duty telephone (S36): a short message, if it is one that takes them. */
function dutyWays({ unitCode, role, kind }: AddressedTo, { dutyTelephone, isOpen }: Reach): Way[] {
  if (unitCode === null || role !== 'liaison_officer') return [];
  if (dutyTelephone === null || !isMobileNumber(dutyTelephone) || !isOpen('sms', kind)) return [];
  return [{ channel: 'sms', destination: destinationKeyOf({ kind: 'duty', unitCode }) }];
}

/** The person who was named, or everybody available who reads the inbox. */
function personsTold(
  { unitCode, role, personId }: AddressedTo,
  { persons, day, freshness }: Reach,
): DirectoryPerson[] {
  if (personId !== null) return persons.filter(({ id }) => id === personId);
  return persons.filter(
    (person) =>
      person.unitCode === unitCode &&
      postRules[person.post].inbox === role &&
      standingOn(person, day, freshness) === 'available',
  );
}

/** One human being may hold two posts: whoever has the same address is written to under his first entry. */
function firstWithSame(
  persons: readonly DirectoryPerson[],
  person: DirectoryPerson,
  addressOf: (person: DirectoryPerson) => string | undefined,
): PersonId {
  const [first = person.id] = persons
    .filter((other) => addressOf(other) === addressOf(person))
    .map(({ id }) => id)
    .toSorted();
  return first;
}

function emailOf({ email }: DirectoryPerson): string | undefined {
  return email?.toLowerCase();
}
