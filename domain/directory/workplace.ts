import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { Seat } from './chain.ts';
import { nextUp, seatOf } from './chain.ts';
import { isPostAt } from './post.ts';
import type { StationContacts } from './station-contacts.ts';
import { isClosedOn, officeOn, stationOn } from './station-contacts.ts';

/** What says where the work of stations is done: the tree of units with the mergers and closures of the directory. */
export interface Workplaces {
  readonly tree: UnitTree;
  readonly contactsOf: (unitCode: UnitCode) => Pick<StationContacts, 'succession' | 'closure'> | undefined;
}

/** Where a wanted post really is on a day: its station may have been merged, its office may be shut. */
export function workplaceOf(
  { tree, contactsOf }: Workplaces,
  { unitCode, post }: Seat,
  day: PlainDate,
): Seat {
  if (getUnit(tree, unitCode).level !== 'station') return seatOf(tree, { unitCode, post });
  // Whoever supervises a shut office goes on doing so.
  const placeOn = isPostAt(post, 'station') ? officeOn : stationOn;
  const station = placeOn(unitCode, day, contactsOf);
  return seatOf(tree, { unitCode: tree.has(station) ? station : unitCode, post });
}

/**
 * The station that has a station's cases on a day: itself, or its successor. A shut office keeps its own; one whose
 * successor left the tree does too.
 */
export function stationInCharge(
  { tree, contactsOf }: Workplaces,
  station: UnitCode,
  day: PlainDate,
): UnitCode {
  const inForce = stationOn(station, day, contactsOf);
  return tree.has(inForce) ? inForce : station;
}

/** The station whose officers do a station's work on a day; one that left the tree does its own. */
export function stationAtWork(workplaces: Workplaces, station: UnitCode, day: PlainDate): UnitCode {
  if (!workplaces.tree.has(station)) return station;
  return workplaceOf(workplaces, { unitCode: station, post: 'window_officer' }, day).unitCode;
}

/** In whose inbox a notice to a post lands on a day: where its work is done, and while nobody does it in the next one up. */
export function inboxOn(workplaces: Workplaces, wanted: Seat, day: PlainDate): Seat {
  const { tree, contactsOf } = workplaces;
  const workplace = workplaceOf(workplaces, wanted, day);
  let seat: Seat | undefined = workplace;
  while (seat !== undefined && isClosedOn(contactsOf(seat.unitCode), day)) seat = nextUp(tree, seat);
  return seat ?? workplace;
}
