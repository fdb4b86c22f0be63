import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { proxyActivities } from '@temporalio/workflow';

export * from '../../../workflows/index.ts';

const { prepare } = proxyActivities<{ prepare: () => Promise<void> }>({ startToCloseTimeout: '1m' });

/**
 * What somebody might do without a thought: prepare something before anything begins. No old history can follow it; to
 * wait a moment would not do, for a message that waits for its slot would go on.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      async execute(input, next) {
        await prepare();
        return next(input);
      },
    },
  ],
});
