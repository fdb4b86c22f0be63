import type { Executor } from '../../db/database.ts';
import type { Publication, PublicationOutcome } from '../../db/repositories/calendar-publications.ts';
import { publishCalendar } from '../../db/repositories/calendar-publications.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import type { CalendarVersionId } from '../../db/repositories/calendars.ts';
import { calendarVersionIdOf, findPublication } from '../../db/repositories/calendars.ts';
import { errorSentences } from '../../domain/errors.ts';
import { isOutage, traceOf } from '../../platform/error-trace.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { findDryRunAt } from './dry-run.ts';

/** What an administrator publishes, and the dry run on which he decided. */
export interface PublicationRequest extends Omit<Publication, 'basedOn'> {
  readonly dryRunId: string | undefined;
}

/**
 * Puts a version in force; its roll-out is to be started once that is committed. Undefined when it holds since the seed
 * and no case had to be told. Published again it is the same publication.
 * @throws {Problem} 404, or 409 without a dry run of this content against what holds now.
 */
export async function publishIn(
  executor: Executor,
  { dryRunId, ...publication }: PublicationRequest,
): Promise<CalendarRollout | undefined> {
  const basedOn = await findTriedAgainst(executor, publication.id, dryRunId);
  const outcome = await publishCalendar(executor, { ...publication, basedOn });
  return findRollout(executor, versionOf(outcome));
}

/** The number of the publication with which the dry run of a version was compared. @throws {Problem} 409 */
async function findTriedAgainst(
  executor: Executor,
  id: CalendarVersionId,
  dryRunId: string | undefined,
): Promise<number> {
  if (dryRunId === undefined) throw new Problem('dry_run_needed');
  const dryRun = await findDryRunAt(executor, dryRunId);
  if (dryRun === undefined) throw notTried('没有该编号的试算');
  if (calendarVersionIdOf(dryRun.document) !== id) throw notTried('该次试算的内容与此版本不同');
  if (dryRun.finishedAt === null) throw notTried('该次试算尚未完成');
  const publication = await findPublication(executor, dryRun.basedOn);
  if (publication === undefined) throw new Error('a finished dry run names a publication');
  return publication.n;
}

function notTried(why: string): Problem {
  return new Problem('dry_run_needed', { detail: `${why}。${errorSentences.dry_run_needed}` });
}

function versionOf(outcome: PublicationOutcome): string {
  switch (outcome.kind) {
    case 'not_found':
      throw new Problem('not_found');
    case 'changed':
      throw notTried('试算之后已有其他日历版本发布');
    case 'published':
    case 'in_force':
      return outcome.version;
  }
}

/** Starts what is to run. It is published whether Temporal answers or not: the sweep finds the cases that are behind. */
export async function startRollout(deps: ApiDeps, { status, version }: CalendarRollout): Promise<void> {
  if (status !== 'running') return;
  try {
    await withinTimeout(deps, () =>
      deps.temporal.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version)),
    );
  } catch (error) {
    if (!isOutage(error)) throw error;
    deps.log.warn({ version, ...traceOf(error) }, 'roll-out could not be started; the sweep will');
  }
}
