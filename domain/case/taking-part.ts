import type { UnitCode } from '../units/unit.ts';
import type { CaseState } from './state.ts';

/**
 * The units that have a part in the case now: its two stations, those that the home station asked for their register,
 * and whoever a complaint is addressed to, also once he has answered it. Whoever stands above one of them sees the case, and so does the successor
 * of one; a home station that a reroute took out of it does not any more [§8].
 */
export function unitsTakingPart(
  state: Pick<CaseState, 'acceptingStation' | 'homeStation' | 'furtherVerifications' | 'complaints'>,
): UnitCode[] {
  const { acceptingStation, homeStation, furtherVerifications, complaints } = state;
  const asked = furtherVerifications.map(({ station }) => station);
  const addressed = complaints.map(({ addressee }) => addressee.unitCode);
  return [...new Set([acceptingStation, homeStation, ...asked, ...addressed])];
}
