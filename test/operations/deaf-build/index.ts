import { condition, setHandler } from '@temporalio/workflow';
import { commandSignal, standingQuery } from '../../../workflows/contract.ts';

/** A build that takes a case up and then does nothing: no alarm of its rings, and it knows nothing of the ledger. */
export async function caseWorkflow(): Promise<void> {
  setHandler(standingQuery, () => ({ seq: 0, status: null, wakesAt: null, awaited: [], unread: 0 }));
  setHandler(commandSignal, () => undefined);
  await condition(() => false);
}
