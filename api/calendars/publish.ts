import type { Publication, PublicationOutcome } from '../../db/repositories/calendar-publications.ts';
import { publishCalendar } from '../../db/repositories/calendar-publications.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { isOutage, traceOf } from '../../platform/error-trace.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';

/**
 * Puts a version in force and has its roll-out started; undefined when it holds since the seed and no case had to be
 * told. Published again it is the same publication.
 * @throws {Problem} 404, or 412 when another was published since the caller looked.
 */
export async function publish(deps: ApiDeps, publication: Publication): Promise<CalendarRollout | undefined> {
  const rollout = await findRollout(
    deps.database,
    versionOf(await publishCalendar(deps.database, publication)),
  );
  if (rollout?.status === 'running') await startRollout(deps, rollout.version);
  return rollout;
}

function versionOf(outcome: PublicationOutcome): string {
  switch (outcome.kind) {
    case 'not_found':
      throw new Problem('not_found');
    case 'changed':
      throw new Problem('precondition_failed', {
        detail: '您查看之后已有其他日历版本发布，请重新试算后再发布。',
      });
    case 'published':
    case 'in_force':
      return outcome.version;
  }
}

/** It is published whether Temporal answers or not: the sweep finds the cases that are behind. */
async function startRollout(deps: ApiDeps, version: string): Promise<void> {
  try {
    await withinTimeout(deps, () =>
      deps.temporal.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version)),
    );
  } catch (error) {
    if (!isOutage(error)) throw error;
    deps.log.warn({ version, ...traceOf(error) }, 'roll-out could not be started; the sweep will');
  }
}
