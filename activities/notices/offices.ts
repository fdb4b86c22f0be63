import type { Office } from '../../domain/calendar/opening.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import { retryPlan } from '../../domain/notices/retry-plan.ts';
import { defaultPolicy, timetableOf } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { provinceOf, regionsOf } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { getPolicyInForce } from '../../db/repositories/policies.ts';

export interface OfficesQuestion {
  readonly tree: UnitTree;
  readonly published: PublishedCalendar;
  readonly units: readonly UnitCode[];
  readonly at: Instant;
}

/**
 * When units work from an instant on: the hours that their province has set and the days of their regions. A unit that
 * left the tree keeps the default hours and the country's days.
 */
export async function readOffices(
  executor: Executor,
  { tree, published, units, at }: OfficesQuestion,
): Promise<(unit: UnitCode) => Office> {
  const provinces = new Set(
    units.filter((unit) => tree.has(unit)).map((unit) => provinceOf(tree, unit).code),
  );
  const policies = new Map(
    await Promise.all(
      [...provinces].map(async (code) => [code, await getPolicyInForce(executor, code)] as const),
    ),
  );
  // Nothing waits longer than a message is tried.
  const window = { from: localDateOf(at), to: localDateOf(addMs(at, retryPlan.giveUpAfterMs)) };
  const officeOf = (unit: UnitCode): Office => {
    const policy = tree.has(unit) ? policies.get(provinceOf(tree, unit).code) : undefined;
    const regions = tree.has(unit) ? regionsOf(tree, unit) : [];
    return {
      timetable: timetableOf(policy ?? defaultPolicy, regions),
      calendar: excerptOf(published, { ...window, regions }),
    };
  };
  const offices = new Map(units.map((unit) => [unit, officeOf(unit)]));
  return (unit) => offices.get(unit) ?? officeOf(unit);
}
