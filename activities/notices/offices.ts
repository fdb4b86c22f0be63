import type { Office } from '../../domain/calendar/opening.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import { retryPlan } from '../../domain/notices/retry-plan.ts';
import { timetableOf } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { regionsOf } from '../../domain/units/unit-tree.ts';
import type { PolicyOfUnit } from '../../db/policy-of-unit.ts';

export interface OfficesQuestion {
  readonly tree: UnitTree;
  readonly published: PublishedCalendar;
  readonly policyOf: PolicyOfUnit;
  readonly units: readonly UnitCode[];
  readonly at: Instant;
}

/**
 * When units work from an instant on: the hours that their province has set and the days of their regions. A unit that
 * left the tree has the country's days.
 */
export function officesOf({
  tree,
  published,
  policyOf,
  units,
  at,
}: OfficesQuestion): (unit: UnitCode) => Office {
  // Nothing waits longer than a message is tried.
  const window = { from: localDateOf(at), to: localDateOf(addMs(at, retryPlan.giveUpAfterMs)) };
  const officeOf = (unit: UnitCode): Office => {
    const regions = tree.has(unit) ? regionsOf(tree, unit) : [];
    return {
      timetable: timetableOf(policyOf(unit), regions),
      calendar: excerptOf(published, { ...window, regions }),
    };
  };
  const offices = new Map(units.map((unit) => [unit, officeOf(unit)]));
  return (unit) => offices.get(unit) ?? officeOf(unit);
}
