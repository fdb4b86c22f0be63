import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';

/**
 * Starts a time-skipping test server of the caller's own: its time is one for the whole server, so each scenario
 * takes a fresh one (about 150 ms). The caller tears it down.
 */
export async function startTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: inject('testServerPath') } },
  });
}
