import { Worker } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { stickyQueueScheduleToStartTimeout } from '../../activities/workers.ts';
import { createCalendarRolloutActivities } from '../../activities/calendar-rollouts.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { Database } from '../../db/database.ts';
import type { AdministrativeCommand } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { caseWorkflowId, taskQueues } from '../../workflows/contract.ts';
import '../house/quiet-temporal.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { now } from './calendar-database.ts';

export interface TakeOver {
  readonly caseNo: CaseNo;
  readonly command: Extract<AdministrativeCommand, { type: 'calendar_revised' }>;
}

export interface RolloutTemporal {
  readonly connection: NativeConnection;
  readonly client: Client;
}

/** A worker for roll-outs, with cases that only take calendars over; `owner` writes their ledgers. */
export async function startRolloutWorker(
  { connection, client }: RolloutTemporal,
  { worker, owner }: { worker: Database; owner: Database },
  onTaken: (taken: TakeOver) => Promise<void> = () => Promise.resolve(),
): Promise<Worker> {
  const activities = createCalendarRolloutActivities({
    database: worker,
    units: createUnitDirectory(worker, { now: () => now }),
    calendars: createCalendarDirectory(worker),
    client,
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
  });
  return Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue: taskQueues.cases,
    workflowBundle: await bundleWorkflows(new URL('./stand-in-cases.ts', import.meta.url)),
    // Nothing waits long for a worker that is gone.
    stickyQueueScheduleToStartTimeout,
    activities: {
      ...activities,
      takeOver: async (taken: TakeOver) => {
        await recordTaken(owner, taken);
        await onTaken(taken);
      },
    },
  });
}

/** Starts the workflows of cases. */
export async function startCases({ client }: RolloutTemporal, caseNos: readonly CaseNo[]): Promise<void> {
  await Promise.all(
    caseNos.map((caseNo) =>
      client.workflow.start('caseWorkflow', {
        workflowId: caseWorkflowId(caseNo),
        taskQueue: taskQueues.cases,
        args: [caseNo],
      }),
    ),
  );
}

/** Two days later, as the revision of 2020 has it; the ledger takes a step once. */
async function recordTaken(owner: Database, { caseNo, command }: TakeOver): Promise<void> {
  await owner.execute(sql`
    with moved as (
      insert into ledger_events (case_no, seq, step_key, position, occurred_at, event, hash)
      select case_no, seq + 1, ${command.commandId}, 0, ${now}::timestamptz, jsonb_build_object('type', 'clock_moved',
        'previousDueAt', due_at, 'calendarDueAt', due_at + interval '2 days'), ''
      from cases where case_no = ${caseNo} and calendar_version <> ${command.version}
    )
    update cases set seq = seq + 1, due_at = due_at + interval '2 days', calendar_version = ${command.version}
    where case_no = ${caseNo} and calendar_version <> ${command.version}`);
}
