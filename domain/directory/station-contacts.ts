import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';

/** Where the work of a station went when it was merged or closed. */
export interface Succession {
  readonly successor: UnitCode;
  /** From this day on everything goes there. */
  readonly since: PlainDate;
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
