import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { sleep } from '@temporalio/workflow';

export * from '../../../workflows/index.ts';

/** Waits a moment before anything begins: no history of before can follow it, and one that begins anew goes its way. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      async execute(input, next) {
        await sleep(1);
        return next(input);
      },
    },
  ],
});
