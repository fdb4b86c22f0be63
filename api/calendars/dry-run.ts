import type { Executor } from '../../db/database.ts';
import type { CalendarDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { addDryRun, findDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { getCurrentPublication } from '../../db/repositories/calendars.ts';
import { calendarDryRunWorkflowName } from '../../workflows/contract.ts';
import { askWorker } from '../ask-worker.ts';
import type { ApiDeps } from '../deps.ts';

type Asked = Pick<CalendarDryRun, 'id' | 'document' | 'requestedBy'>;

/** Writes down what a worker will be asked. */
export async function storeDryRun({ clock }: ApiDeps, executor: Executor, asked: Asked): Promise<void> {
  const { version } = await getCurrentPublication(executor);
  await addDryRun(executor, { ...asked, requestedAt: clock.now(), basedOn: version });
}

/**
 * Has a worker find out what a calendar would do to the open cases, of which the caller sees his own unit's only.
 * Asked again it is the same dry run.
 */
export async function askDryRun(deps: ApiDeps, id: string): Promise<CalendarDryRun> {
  await askWorker(deps, {
    workflowType: calendarDryRunWorkflowName,
    workflowId: `calendar-dry-run/${id}`,
    args: [id],
  });
  const dryRun = await findDryRun(deps.database, id);
  if (dryRun === undefined) throw new Error('a dry run was stored and is not there');
  return dryRun;
}

/** A dry run as its address names it. */
export async function findDryRunAt(executor: Executor, id: string): Promise<CalendarDryRun | undefined> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return isUuid ? findDryRun(executor, id) : undefined;
}
