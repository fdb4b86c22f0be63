import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Database } from '../db/database.ts';
import type { ApplicationPosition, Unstarted } from '../db/repositories/applications.ts';
import { listUnstarted } from '../db/repositories/applications.ts';
import { listOpenCaseNos } from '../db/repositories/cases.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { addMs } from '../domain/time/instant.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import {
  caseStart,
  caseTakingUp,
  caseWorkflowId,
  caseWorkflowName,
  commandSignal,
} from '../workflows/contract.ts';
import { listCarried } from './carried-cases.ts';
import { withClassifiedFailures } from './failures.ts';

// Younger ones are being started by the request that stored them.
const minAgeMs = 60_000;
export const sweepBatchSize = 100;
const atOnce = 10;

/** What a batch came to, and where the next begins; null after the last. */
export interface StartedBatch {
  readonly started: number;
  readonly next: ApplicationPosition | null;
}

interface SweepDeps {
  readonly database: Database;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Nothing that was accepted is lost: neither between its record and its workflow, nor with Temporal's store. */
export function createSweepActivities({ database, client, clock, log }: SweepDeps) {
  const startUnstarted = withClassifiedFailures(
    log,
    async (after: ApplicationPosition | null): Promise<StartedBatch> => {
      const before = addMs(clock.now(), -minAgeMs);
      const unstarted = await listUnstarted(database, { before, after, limit: sweepBatchSize });
      for (let first = 0; first < unstarted.length; first += atOnce) {
        await Promise.all(unstarted.slice(first, first + atOnce).map(start));
      }
      const last = unstarted.length < sweepBatchSize ? undefined : unstarted.at(-1);
      const next = last === undefined ? null : { submittedAt: last.submittedAt, caseNo: last.caseNo };
      return { started: unstarted.length, next };
    },
  );

  async function start({ caseNo, acceptance }: Unstarted): Promise<void> {
    await client.workflow
      .signalWithStart(caseWorkflowName, {
        ...caseStart(caseNo),
        signal: commandSignal,
        signalArgs: [acceptance],
      })
      .catch(ignoreStarted);
    log.warn({ caseNo }, 'case was stored and not started; started now');
  }

  const takeUpLost = withClassifiedFailures(log, async (): Promise<number> => {
    // In this order no case that ends meanwhile is taken for lost.
    const carried = await listCarried(client);
    const open = await listOpenCaseNos(database);
    const missing = open.filter((caseNo) => !carried.has(caseWorkflowId(caseNo)));
    const { cancellationSignal } = Context.current();
    let takenUp = 0;
    // The worker shuts down: the next sweep goes on with what is left.
    for (let first = 0; first < missing.length && !cancellationSignal.aborted; first += atOnce) {
      const outcomes = await Promise.all(missing.slice(first, first + atOnce).map(takeUp));
      takenUp += outcomes.filter((outcome) => outcome === 'taken_up').length;
    }
    return takenUp;
  });

  /** Temporal's list lags behind: a case that it does not show may be carried all the same, which the start tells. */
  async function takeUp(caseNo: CaseNo): Promise<'taken_up' | 'carried'> {
    try {
      await client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
    } catch (error) {
      ignoreStarted(error);
      return 'carried';
    }
    log.warn({ caseNo }, 'open case had no workflow; taken up from its ledger');
    return 'taken_up';
  }

  return {
    /** Starts the workflows of the next applications that have been without one for a minute, the oldest first. */
    startUnstarted,
    /** Starts a workflow from its ledger for every open case that none carries; answers how many. */
    takeUpLost: (): Promise<number> => takeUpLost(undefined),
  };
}

function ignoreStarted(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
