import { listDeliveriesGivenUp } from '../../../db/repositories/stuck-cases.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { deliveryWorkflowId } from '../../../workflows/contract.ts';
import type { Detector } from '../detector.ts';
import { aboutWorkflow } from '../detector.ts';

// Whoever was not reached in a week and a holiday has been looked for by others since.
const recentMs = 30 * 24 * 60 * 60_000;

/** Messages that did not get through and are not tried any more. */
export const detectDeliveriesGivenUp: Detector = async ({ database, now }) => {
  const givenUp = await listDeliveriesGivenUp(database, addMs(now, -recentMs));
  return {
    classes: ['delivery_given_up'],
    sightings: givenUp.map(({ id, channel, attempts, failureCode, slotAt }) => ({
      class: 'delivery_given_up',
      subject: aboutWorkflow(deliveryWorkflowId(id)),
      since: slotAt,
      attempts,
      reason: failureCode,
      message: `渠道 ${channel}，最后一次失败的代码：${failureCode ?? '无'}。`,
      build: null,
    })),
  };
};
