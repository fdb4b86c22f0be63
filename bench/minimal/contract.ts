import { defineUpdate } from '@temporalio/workflow';

export const stepUpdate = defineUpdate('step');

export interface MinimalInput {
  readonly steps: number;
  /** How the 9 writes of the ledger are stood in for. */
  readonly notes: 'ordinary' | 'local';
}

/** A full case: accept, transmit, receive, answer, issue, notify, collect. */
export const stepsOfCase = 7;

/** What a full case does in its ledger and to the world, left out. */
export const minimalActivities = {
  note: (): Promise<void> => Promise.resolve(),
  act: (): Promise<void> => Promise.resolve(),
};

/** Queues as a case has them. */
export const minimalQueues = { cases: 'minimal-cases', documents: 'minimal-documents' } as const;
