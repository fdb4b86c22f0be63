import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';

export { caseWorkflow } from '../../../workflows/case.ts';

const never = () => new Promise<never>(() => undefined);
const { tellStatistics } = proxyActivities<{ tellStatistics: () => Promise<void> }>({
  startToCloseTimeout: '1m',
});

/** Later than everything else that the workflow does in its task. */
async function afterEverythingElse(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}

/** The case's workflow with the changes that people make without a thought; which one says the workflow id. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const change = workflowInfo().workflowId;
  let timers = 0;
  return {
    outbound: [
      {
        async scheduleActivity(input, next) {
          switch (change) {
            case 'activity type changed':
              return next({ ...input, activityType: 'sendDossier' });
            case 'activity removed':
              return never();
            case 'timer before an activity':
              void sleep('1 second');
              return next(input);
            default:
              return next(input);
          }
        },
        async scheduleLocalActivity(input, next) {
          switch (change) {
            case 'local activity type changed':
              return next({ ...input, activityType: 'write' });
            case 'local activity removed':
              return never();
            default:
              return next(input);
          }
        },
        async startTimer(input, next) {
          timers += 1;
          switch (change) {
            case 'timer removed':
              return never();
            case 'order of timer and activity changed':
              // The first waits for the command that begins the case and leaves no event.
              if (timers > 1) void tellStatistics();
              return next(input);
            case 'activity behind the last event':
              // Of the last timer in the history that this is tried with.
              if (timers === 5) void afterEverythingElse().then(() => tellStatistics());
              return next(input);
            case 'code that throws':
              throw new TypeError('policy is undefined');
            default:
              return next(input);
          }
        },
      },
    ],
  };
};
