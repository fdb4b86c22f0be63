import { randomUUID } from 'node:crypto';
import type { CalendarDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { addDryRun, findDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { getCurrentPublication } from '../../db/repositories/calendars.ts';
import { calendarDryRunWorkflowName } from '../../workflows/contract.ts';
import { askWorker } from '../ask-worker.ts';
import type { ApiDeps } from '../deps.ts';

/** Has a worker find out what a calendar would do to the open cases, of which the caller sees his own unit's only. */
export async function startDryRun(deps: ApiDeps, document: unknown, by: string): Promise<CalendarDryRun> {
  const { version } = await getCurrentPublication(deps.database);
  const id = randomUUID();
  const request = { id, document, requestedBy: by, requestedAt: deps.clock.now(), basedOn: version };
  await addDryRun(deps.database, request);
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
export async function findDryRunAt(deps: ApiDeps, id: string): Promise<CalendarDryRun | undefined> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  return isUuid ? findDryRun(deps.database, id) : undefined;
}
