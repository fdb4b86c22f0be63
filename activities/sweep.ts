import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Database } from '../db/database.ts';
import { listUnstarted } from '../db/repositories/applications.ts';
import { addMs } from '../domain/time/instant.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { caseStart, caseWorkflowName, commandSignal } from '../workflows/contract.ts';

// Younger ones are being started by the request that stored them.
const minAgeMs = 60_000;
const batchSize = 200;

interface SweepDeps {
  readonly database: Database;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Nothing that was accepted is lost between its record and its workflow. */
export function createSweepActivities({ database, client, clock, log }: SweepDeps) {
  return {
    /** Starts the workflow of every application that has been without one for a minute; answers how many. */
    async startUnstarted(): Promise<number> {
      const unstarted = await listUnstarted(database, addMs(clock.now(), -minAgeMs), batchSize);
      for (const { caseNo, acceptance } of unstarted) {
        await client.workflow
          .signalWithStart(caseWorkflowName, {
            ...caseStart(caseNo),
            signal: commandSignal,
            signalArgs: [acceptance],
          })
          .catch(ignoreStarted);
        log.warn({ caseNo }, 'case was stored and not started; started now');
      }
      return unstarted.length;
    },
  };
}

function ignoreStarted(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
