import { ActivityFailure, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import type { createNoticeActivities } from '../../activities/notices/notice-activities.ts';
import { retryPlan } from '../../domain/notices/retry-plan.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import type { DeliveryInput } from '../contract.ts';
import { now } from '../now.ts';

type Activities = ReturnType<typeof createNoticeActivities>;

const { deliverBundle } = proxyActivities<Activities>({
  // How long a message waits after its worker was killed; channels give up well before.
  startToCloseTimeout: '30s',
  scheduleToCloseTimeout: retryPlan.giveUpAfterMs,
  retry: {
    initialInterval: retryPlan.firstWaitMs,
    backoffCoefficient: retryPlan.factor,
    maximumInterval: retryPlan.longestWaitMs,
  },
});

const { giveBundleUp } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  // For as long as Postgres is away.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Waits for a message's slot, hands it over, trying for 7 days, and otherwise gives it up and has somebody told. */
export async function deliveryWorkflow({ id, slotAt }: DeliveryInput): Promise<void> {
  const waitMs = epochMsOf(slotAt) - epochMsOf(now());
  if (waitMs > 0) await sleep(waitMs);
  try {
    await deliverBundle(id);
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    await giveBundleUp(id);
  }
}
