import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Post } from './post.ts';

declare const personIdBrand: unique symbol;

/** Names an entry of the directory; it may travel where names may not. A lower-case uuid. */
export type PersonId = string & { readonly [personIdBrand]: true };

/** Days on which somebody is away, the first and the last included. */
export interface Absence {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Somebody's entry in the directory: one person in one post of one unit [四(二)]. */
export interface DirectoryPerson {
  readonly id: PersonId;
  readonly unitCode: UnitCode;
  readonly post: Post;
  readonly name: string;
  /** The number by which the identity provider and the ledger know him; null while nobody has entered it. */
  readonly officerId: string | null;
  readonly telephone: string;
  readonly email: string | null;
  readonly faxNumber: string | null;
  readonly validFrom: PlainDate;
  /** The last day in the post; null while no end is known. */
  readonly validUntil: PlainDate | null;
  /** When somebody who answers for the entry last said that it is right. */
  readonly lastConfirmedOn: PlainDate;
  readonly absences: readonly Absence[];
}

/** Whether the text is the id of an entry by its form. */
export function isPersonId(text: string): text is PersonId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * Reads the id of an entry.
 * @throws {RangeError} when it is no lower-case uuid.
 */
export function parsePersonId(text: string): PersonId {
  if (!isPersonId(text)) throw new RangeError(`not the id of a directory entry: ${text}`);
  return text;
}

/** Looks entries up by unit. */
export function personsByUnit(
  persons: readonly DirectoryPerson[],
): (unitCode: UnitCode) => readonly DirectoryPerson[] {
  const byUnit = Map.groupBy(persons, ({ unitCode }) => unitCode);
  return (unitCode) => byUnit.get(unitCode) ?? [];
}
