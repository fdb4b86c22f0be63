import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { createDossierActivities } from '../activities/dossier/bind-dossier.ts';
import type { createPaperActivities } from '../activities/papers.ts';
import type { RejectionNo } from '../domain/certificate/numbers.ts';
import type { FailureClass } from '../domain/case/effect.ts';
import type { DossierInput, PapersInput } from './contract.ts';
import { taskQueues } from './contract.ts';

const { makePaper, makeRejectionNotice } = proxyActivities<ReturnType<typeof createPaperActivities>>({
  taskQueue: taskQueues.documents,
  startToCloseTimeout: '20s',
  // Whoever still wants the paper by then asks again.
  scheduleToCloseTimeout: '10m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
});

const { printDossier } = proxyActivities<ReturnType<typeof createDossierActivities>>({
  taskQueue: taskQueues.documents,
  // Up to 60 pages of photographs.
  startToCloseTimeout: '5m',
  scheduleToCloseTimeout: '10m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
});

const unprintableClasses: readonly FailureClass[] = ['unprintable_text', 'certificate_too_long'];

/** Has papers made one after the other; they are found in Postgres. */
export async function papersWorkflow({ wanted, unprintable }: PapersInput): Promise<void> {
  for (const paper of wanted) {
    try {
      await makePaper(paper);
    } catch (error) {
      if (unprintable === 'fails' || !isUnprintable(error)) throw error;
    }
  }
}

/** Has the notice of a rejection made. */
export async function rejectionNoticeWorkflow(no: RejectionNo): Promise<void> {
  await makeRejectionNotice(no);
}

/** Has a dossier bound to one file. */
export async function dossierWorkflow(input: DossierInput): Promise<void> {
  await printDossier(input);
}

function isUnprintable(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  return cause instanceof ApplicationFailure && unprintableClasses.some((each) => cause.type === each);
}
