import type { WorkerInterceptors } from '@temporalio/worker';
import type { VirtualClock } from '../../platform/virtual-clock.ts';

/** Virtual time leaps from one timer to the next: every activity begins with setting the clock by Temporal's. */
export function clockAlong(clock: VirtualClock, currentTimeMs: () => Promise<number>): WorkerInterceptors {
  return {
    activity: [
      () => ({
        inbound: {
          async execute(input, next) {
            clock.set(await currentTimeMs());
            return next(input);
          },
        },
      }),
    ],
  };
}
