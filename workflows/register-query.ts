import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { createRegisterQueryActivities } from '../activities/register-queries.ts';
import type { RegisterOutcome } from '../domain/register/query.ts';
import type { RegisterReference } from '../domain/register/reference.ts';

type Activities = ReturnType<typeof createRegisterQueryActivities>;

// An officer stands at the counter: three tries within 8 seconds, then he goes on by hand.
const { askRegister } = proxyActivities<Activities>({
  startToCloseTimeout: '2500ms',
  scheduleToCloseTimeout: '8s',
  retry: { maximumAttempts: 3, initialInterval: '250ms', backoffCoefficient: 2 },
});

// What it was, a register that is away or a Postgres, is written down as soon as it can be.
const { giveUpRegisterQuery } = proxyActivities<Activities>({ startToCloseTimeout: '10s' });

/** Asks the population register once for a recorded query; that it could not be asked is a result too. */
export async function registerQueryWorkflow(reference: RegisterReference): Promise<RegisterOutcome> {
  try {
    return await askRegister(reference);
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    return giveUpRegisterQuery(reference);
  }
}
