import { createHash } from 'node:crypto';
import { findRejection, keepRejectionNotice } from '../db/repositories/rejections.ts';
import type { RejectionNo } from '../domain/certificate/numbers.ts';
import type { Logger } from '../platform/logger.ts';
import type { PaperInput } from '../workflows/contract.ts';
import { withClassifiedFailures } from './failures.ts';
import type { PaperMakingDeps } from './papers/obtain-paper.ts';
import { obtainPaper } from './papers/obtain-paper.ts';
import { printRejection } from './papers/rejection-notices.ts';

export interface PaperDeps extends PaperMakingDeps {
  readonly log: Logger;
}

/** Makes papers on demand from what is recorded, once; what has been handed out stays as it is. */
export function createPaperActivities(deps: PaperDeps) {
  const { database, renderer } = deps;
  return {
    makePaper: withClassifiedFailures(deps.log, async (input: PaperInput): Promise<void> => {
      await obtainPaper(deps, input);
    }),

    makeRejectionNotice: withClassifiedFailures(deps.log, async (no: RejectionNo): Promise<void> => {
      const rejection = await findRejection(database, no);
      if (rejection === undefined) throw new Error('the notice is one of a rejection');
      if (rejection.pdf !== null) return;
      const pdf = await printRejection(renderer, rejection, await deps.units.tree());
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      await keepRejectionNotice(database, rejection, { sha256, pdf });
    }),
  };
}
