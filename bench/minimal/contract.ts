import { defineUpdate } from '@temporalio/workflow';

export const stepUpdate = defineUpdate('step');

/** A full case: accept, transmit, receive, answer, issue, notify, collect. */
export const stepsOfCase = 7;

/** What a full case does in its ledger and to the world, left out. */
export const minimalActivities = {
  note: (): Promise<void> => Promise.resolve(),
  act: (): Promise<void> => Promise.resolve(),
};
