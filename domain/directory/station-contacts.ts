import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Absence } from './person.ts';

/** Where the work of a station went when it was merged or closed. */
export interface Succession {
  readonly successor: UnitCode;
  /** From this day on everything goes there. */
  readonly since: PlainDate;
}

/** Days on which a station's office is shut, the first and the last included: a fire, a move. */
export interface Closure extends Absence {
  /** Which station does its work meanwhile; null where whoever stands above it is told. */
  readonly alternative: UnitCode | null;
}

/** How a station is reached as such, whoever is on duty. Official: every member of staff may know it. */
export interface StationContacts {
  readonly unitCode: UnitCode;
  readonly dutyTelephone: string | null;
  /** The first is tried first. */
  readonly faxNumbers: readonly string[];
  /** Webhook of the station's chat group. Its address is a key to the group: only maintainers see it. */
  readonly groupRobotUrl: string | null;
  readonly lastConfirmedOn: PlainDate;
  readonly succession: Succession | null;
  readonly closure: Closure | null;
}

/** Looks contacts up by station. */
export function contactsByUnit<Contacts extends Pick<StationContacts, 'unitCode'>>(
  contacts: readonly Contacts[],
): (unitCode: UnitCode) => Contacts | undefined {
  const byUnit = new Map(contacts.map((each) => [each.unitCode, each]));
  return (unitCode) => byUnit.get(unitCode);
}

/** Whether there is any number in them that could go stale. */
export function hasNumbers({ dutyTelephone, faxNumbers }: StationContacts): boolean {
  return dutyTelephone !== null || faxNumbers.length > 0;
}

/**
 * The station that does a station's work on a day: itself, or after mergers the last successor. A ring of successors,
 * which {@link isSuccessionRing} refuses when it is entered, ends where it closes.
 */
export function stationInForce(
  unitCode: UnitCode,
  day: PlainDate,
  successionOf: (unitCode: UnitCode) => Succession | null,
): UnitCode {
  const seen = new Set<UnitCode>();
  let current = unitCode;
  for (;;) {
    seen.add(current);
    const succession = successionOf(current);
    if (succession === null || day < succession.since || seen.has(succession.successor)) return current;
    current = succession.successor;
  }
}

/** As {@link stationInForce}, by the contacts of stations. */
export function stationOn(
  unitCode: UnitCode,
  day: PlainDate,
  contactsOf: (unitCode: UnitCode) => Pick<StationContacts, 'succession'> | undefined,
): UnitCode {
  return stationInForce(unitCode, day, (code) => contactsOf(code)?.succession ?? null);
}

/** Whether naming `successor` for a station would lead back to it, on whatever day. */
export function isSuccessionRing(
  unitCode: UnitCode,
  successor: UnitCode,
  successionOf: (unitCode: UnitCode) => Succession | null,
): boolean {
  const seen = new Set<UnitCode>([unitCode]);
  let current: UnitCode | undefined = successor;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    current = successionOf(current)?.successor;
  }
  return current === unitCode;
}

/** Whether a station's office is shut on a day. */
export function isClosedOn(contacts: Pick<StationContacts, 'closure'> | undefined, day: PlainDate): boolean {
  const closure = contacts?.closure ?? null;
  return closure !== null && closure.from <= day && day <= closure.to;
}

/**
 * The office in which a station's work is done on a day: its own or its successor's, and while that one is shut the one
 * named instead. Nobody is sent on from there: two offices that name each other would send him round for ever.
 */
export function officeOn(
  unitCode: UnitCode,
  day: PlainDate,
  contactsOf: (unitCode: UnitCode) => Pick<StationContacts, 'succession' | 'closure'> | undefined,
): UnitCode {
  const station = stationOn(unitCode, day, contactsOf);
  const contacts = contactsOf(station);
  const alternative = contacts?.closure?.alternative ?? null;
  return alternative !== null && isClosedOn(contacts, day)
    ? stationOn(alternative, day, contactsOf)
    : station;
}
