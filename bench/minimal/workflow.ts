import {
  allHandlersFinished,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { stepUpdate } from './contract.ts';
import type { minimalActivities } from './contract.ts';

const { note } = proxyLocalActivities<typeof minimalActivities>({ startToCloseTimeout: '5s' });
const { act } = proxyActivities<typeof minimalActivities>({ startToCloseTimeout: '10s' });

/** The steps behind which an effect runs: transmission and issue. */
const stepsWithActivity = new Set([2, 5]);

/** As many updates, local activities and activities as a full case, and nothing in any of them. */
export async function minimalWorkflow(steps: number): Promise<void> {
  const waiting: (() => void)[] = [];
  setHandler(stepUpdate, () => new Promise<void>((settle) => waiting.push(settle)));
  for (let step = 1; step <= steps; step += 1) {
    await condition(() => waiting.length > 0);
    await note();
    waiting.shift()?.();
    if (stepsWithActivity.has(step)) {
      await act();
      await note();
    }
  }
  await condition(allHandlersFinished);
}
