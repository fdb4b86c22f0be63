import type { PlainDate } from '../time/plain-date.ts';
import type { Unit } from '../units/unit.ts';
import { freshnessOn } from './freshness.ts';
import type { FreshnessPolicy } from './standing.ts';
import type { StationContacts } from './station-contacts.ts';

/**
 * A unit as papers, views and messages show it: a station with the duty telephone that it maintains in the directory, or
 * with the number that came with the unit where there is none that is still believed.
 */
export function withDutyTelephone(
  unit: Unit,
  contacts: Pick<StationContacts, 'dutyTelephone' | 'lastConfirmedOn'> | undefined,
  day: PlainDate,
  policy: FreshnessPolicy,
): Unit {
  if (unit.level !== 'station' || contacts?.dutyTelephone == null) return unit;
  if (freshnessOn(contacts, day, policy) === 'blocked') return unit;
  return { ...unit, telephone: contacts.dutyTelephone };
}
