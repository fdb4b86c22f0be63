import {
  allHandlersFinished,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { minimalActivities, MinimalInput } from './contract.ts';
import { minimalQueues, stepUpdate } from './contract.ts';

const activities = proxyActivities<typeof minimalActivities>({ startToCloseTimeout: '10s' });
const elsewhere = proxyActivities<typeof minimalActivities>({
  taskQueue: minimalQueues.documents,
  startToCloseTimeout: '10s',
});
const local = proxyLocalActivities<typeof minimalActivities>({ startToCloseTimeout: '5s' });

/** The steps behind which an effect runs: transmission on the case's own queue, issue on that of the documents. */
const effectOf = new Map([
  [2, activities.act],
  [5, elsewhere.act],
]);

/** As many updates and activities as a full case, and nothing in any of them. */
export async function minimalWorkflow({ steps, notes }: MinimalInput): Promise<void> {
  const { note } = notes === 'local' ? local : activities;
  const waiting: (() => void)[] = [];
  setHandler(stepUpdate, () => new Promise<void>((settle) => waiting.push(settle)));
  for (let step = 1; step <= steps; step += 1) {
    await condition(() => waiting.length > 0);
    await note();
    const effect = effectOf.get(step);
    if (effect !== undefined) {
      await effect();
      await note();
    }
    waiting.shift()?.();
  }
  await condition(allHandlersFinished);
}
