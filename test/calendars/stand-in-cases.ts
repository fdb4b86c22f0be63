import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { TakeOver } from './roll-out-stage.ts';

export { calendarRolloutWorkflow } from '../../workflows/calendar-rollout.ts';
export { calendarSweepWorkflow } from '../../workflows/calendar-sweep.ts';

const { takeOver } = proxyLocalActivities<{ takeOver: (take: TakeOver) => Promise<void> }>({
  startToCloseTimeout: '10s',
});

const command = defineUpdate<string, [TakeOver['command']]>('command');

/** Stands in for a case: takes a calendar over and does nothing else. */
export async function caseWorkflow(caseNo: TakeOver['caseNo']): Promise<void> {
  setHandler(command, async (told) => {
    await takeOver({ caseNo, command: told });
    return caseNo;
  });
  await condition(() => false);
}
