import type { CalendarDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import { listVisible } from '../../db/repositories/cases.ts';
import { withScope } from '../../db/scope.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import type { ApiDeps } from '../deps.ts';

type Deps = Pick<ApiDeps, 'database'>;
type Reader = Pick<Principal, 'unitCode'>;

/** A dry run as its reader may see it: counts are of the whole nation, single cases those in his scope [§8]. */
export async function dryRunFor(
  { database }: Deps,
  { unitCode }: Reader,
  dryRun: CalendarDryRun,
): Promise<CalendarDryRun> {
  const { impact } = dryRun;
  if (impact === null || impact.moved.length === 0) return dryRun;
  const numbers = impact.moved.map(({ caseNo }) => caseNo);
  const visible = await withScope(database, unitCode, (executor) => listVisible(executor, unitCode, numbers));
  return {
    ...dryRun,
    impact: { ...impact, moved: impact.moved.filter(({ caseNo }) => visible.has(caseNo)) },
  };
}

/** A roll-out as its reader may see it: of the cases that did not answer those in his scope. */
export async function rolloutFor(
  { database }: Deps,
  { unitCode }: Reader,
  rollout: CalendarRollout,
): Promise<CalendarRollout> {
  if (rollout.failed.length === 0) return rollout;
  const visible = await withScope(database, unitCode, (executor) =>
    listVisible(executor, unitCode, rollout.failed),
  );
  return { ...rollout, failed: rollout.failed.filter((caseNo) => visible.has(caseNo)) };
}
