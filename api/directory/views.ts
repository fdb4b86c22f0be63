import type { StoredPerson } from '../../db/repositories/directory.ts';
import type { StoredContacts } from '../../db/repositories/station-contacts.ts';
import { freshnessOn } from '../../domain/directory/freshness.ts';
import type { PersonId } from '../../domain/directory/person.ts';
import { findStationToCall } from '../../domain/directory/duty-telephone.ts';
import { postRules } from '../../domain/directory/post.ts';
import { qualityOn, qualityTitles } from '../../domain/directory/quality.ts';
import type { Directory, Gap, Recipient } from '../../domain/directory/recipients.ts';
import { gapReasonTitles } from '../../domain/directory/recipients.ts';
import type { FreshnessPolicy } from '../../domain/directory/standing.ts';
import { standingOn, standingTitles } from '../../domain/directory/standing.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { ContactsView, PersonView, RecipientView } from '../schemas/directory.ts';

/** What is shown of the directory depends on the day and on how often nobody answered. */
export interface DirectoryLight extends Pick<Directory, 'tree' | 'freshnessOf'> {
  readonly today: PlainDate;
  readonly callsNotAnswered: (person: StoredPerson) => number;
}

export function personView(
  person: StoredPerson,
  { tree, today, freshnessOf, callsNotAnswered }: DirectoryLight,
): PersonView {
  const policy = freshnessOf(person.unitCode);
  const standing = standingOn(person, today, policy);
  const calls = callsNotAnswered(person);
  const quality = qualityOn(person, today, calls, policy);
  return {
    ...person,
    absences: [...person.absences],
    unitName: nameOf(tree, person.unitCode),
    postTitle: postRules[person.post].title,
    standing,
    standingTitle: standingTitles[standing],
    freshness: freshnessOn(person, today, policy),
    quality,
    qualityTitle: qualityTitles[quality],
    callsNotAnswered: calls,
  };
}

/** Contacts of a station; the address of its chat group only where `groupRobotUrl` says that it may be shown. */
export function contactsView(
  unitCode: UnitCode,
  contacts: StoredContacts | undefined,
  groupRobotUrl: 'shown' | 'hidden',
  { today, policy }: { readonly today: PlainDate; readonly policy: FreshnessPolicy },
): ContactsView {
  const url = contacts?.groupRobotUrl ?? null;
  const succession = contacts?.succession ?? null;
  return {
    unitCode,
    dutyTelephone: contacts?.dutyTelephone ?? null,
    faxNumbers: [...(contacts?.faxNumbers ?? [])],
    groupRobot: url !== null,
    ...(groupRobotUrl === 'shown' ? { groupRobotUrl: url } : {}),
    lastConfirmedOn: contacts?.lastConfirmedOn ?? null,
    freshness: contacts === undefined ? null : freshnessOn(contacts, today, policy),
    closure: contacts?.closure ?? null,
    successor: succession && { unitCode: succession.successor, since: succession.since },
    version: contacts?.version ?? 0,
  };
}

export function recipientView(
  recipient: Recipient,
  tree: UnitTree,
  byId: ReadonlyMap<PersonId, StoredPerson>,
): RecipientView {
  const { unitCode, post, personId } = recipient;
  const person = personId === null ? undefined : byId.get(personId);
  return {
    unitCode,
    unitName: nameOf(tree, unitCode),
    post,
    postTitle: postRules[post].title,
    personId,
    name: person?.name ?? null,
    telephone: (person ?? findStationToCall(tree, recipient))?.telephone ?? null,
  };
}

export function gapView({ unitCode, post, reason }: Gap, tree: UnitTree) {
  return {
    unitCode,
    unitName: nameOf(tree, unitCode),
    post,
    postTitle: postRules[post].title,
    reason,
    reasonTitle: gapReasonTitles[reason],
  };
}

function nameOf(tree: UnitTree, unitCode: UnitCode): string {
  return tree.get(unitCode)?.name ?? unitCode;
}
