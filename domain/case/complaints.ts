import type { Seat } from '../directory/chain.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Actor } from './command.ts';

/** A complaint of one station about the other's handling of the case [§6]. */
export interface Complaint {
  /** From 1, within the case. */
  readonly n: number;
  readonly by: Actor;
  /** The station complained about. */
  readonly about: UnitCode;
  /** Who answers it: by then the tree of units may be another. */
  readonly addressee: Seat;
  readonly madeAt: Instant;
  readonly answeredAt: Instant | null;
}

/** The complaints that wait for an answer: one, or any. */
export function openComplaints(
  { complaints }: { readonly complaints: readonly Complaint[] },
  n: number | null,
): Complaint[] {
  return complaints.filter((complaint) => complaint.answeredAt === null && (n === null || complaint.n === n));
}
