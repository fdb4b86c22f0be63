import type { Unit } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit, provinceOf } from '../units/unit-tree.ts';
import type { Seat } from './chain.ts';
import { nextUp, seatOf } from './chain.ts';
import { supervisorPostOf } from './post.ts';

/** Who keeps the entries of a unit. */
export function keeperOf({ code, level }: Unit): Seat {
  return { unitCode: code, post: level === 'station' ? 'station_leader' : supervisorPostOf[level] };
}

/** Who keeps the directory where no supervisor does: the system administrators of the province. */
export function administratorsFor(tree: UnitTree, { unitCode }: Pick<Seat, 'unitCode'>): Seat {
  return { unitCode: provinceOf(tree, unitCode).code, post: 'system_administrator' };
}

/**
 * Who is told of an empty post, so that he mends it: the supervisor of its unit, or the next one up who is not himself
 * among the empty posts; above the provincial supervisors their system administrators.
 */
export function menderOf(tree: UnitTree, { unitCode }: Seat, empty: readonly Seat[]): Seat {
  const isEmpty = (seat: Seat) =>
    empty.some(({ unitCode: code, post }) => code === seat.unitCode && post === seat.post);
  let seat: Seat | undefined = seatOf(tree, { unitCode, post: 'county_supervisor' });
  while (seat !== undefined && (isEmpty(seat) || getUnit(tree, seat.unitCode).level === 'station')) {
    seat = nextUp(tree, seat);
  }
  return seat ?? administratorsFor(tree, { unitCode });
}
