import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { sleep } from '@temporalio/workflow';

export * from '../../../workflows/index.ts';

/** What somebody might do without a thought: wait a moment before anything begins. No old history can follow it. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      async execute(input, next) {
        await sleep('1 second');
        return next(input);
      },
    },
  ],
});
