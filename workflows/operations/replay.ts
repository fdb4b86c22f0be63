import { proxyActivities } from '@temporalio/workflow';
import type { createReplayActivities } from '../../activities/operations/replays.ts';
import type { ReplayFinding } from '../../domain/operations/replay.ts';
import type { ReplayInput } from './contract.ts';

const { replayCase } = proxyActivities<ReturnType<typeof createReplayActivities>>({
  startToCloseTimeout: '5m',
  // It waits for the replay before it, and says meanwhile that it does.
  heartbeatTimeout: '20s',
  retry: { maximumAttempts: 3 },
});

/** Replays the history of a case and answers what was found; nothing is changed by it. */
export async function replayWorkflow(input: ReplayInput): Promise<ReplayFinding> {
  return replayCase(input);
}
