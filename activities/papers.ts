import { createHash } from 'node:crypto';
import type { MadePaperId } from '../domain/papers/occasions.ts';
import type { Database } from '../db/database.ts';
import { addPaperOnce, findPaper } from '../db/repositories/papers.ts';
import { findRejection, keepRejectionNotice } from '../db/repositories/rejections.ts';
import type { RejectionNo } from '../domain/certificate/numbers.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { PaperInput } from '../workflows/contract.ts';
import type { DocumentRenderer } from './documents/document-renderer.ts';
import { withClassifiedFailures } from './failures.ts';
import type { CaseRecord } from './papers/case-record.ts';
import type { CaseRecordDeps } from './papers/read-case-record.ts';
import { readCaseRecord } from './papers/read-case-record.ts';
import { printRejection } from './papers/rejection-notices.ts';
import { paperViews } from './papers/views.ts';

export interface PaperDeps extends CaseRecordDeps {
  readonly database: Database;
  readonly renderer: DocumentRenderer;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Makes papers on demand from what is recorded, once; what has been handed out stays as it is. */
export function createPaperActivities(deps: PaperDeps) {
  const { database, renderer, clock } = deps;
  return {
    makePaper: withClassifiedFailures(deps.log, async ({ caseNo, paper, seq }: PaperInput): Promise<void> => {
      if ((await findPaper(database, caseNo, { paper, seq })) !== undefined) return;
      const record = await readCaseRecord(deps, caseNo, seq);
      const pdf = await print(paper, record);
      await addPaperOnce(database, { caseNo, paper, seq, sha256: sha256Of(pdf), pdf, madeAt: clock.now() });
    }),

    makeRejectionNotice: withClassifiedFailures(deps.log, async (no: RejectionNo): Promise<void> => {
      const rejection = await findRejection(database, no);
      if (rejection === undefined) throw new Error('the notice is one of a rejection');
      if (rejection.pdf !== null) return;
      const pdf = await printRejection(renderer, rejection, await deps.units.tree());
      await keepRejectionNotice(database, no, { sha256: sha256Of(pdf), pdf });
    }),
  };

  async function print(id: MadePaperId, record: CaseRecord): Promise<Uint8Array> {
    return renderer.render(id, await paperViews[id](record));
  }
}

function sha256Of(pdf: Uint8Array): string {
  return createHash('sha256').update(pdf).digest('hex');
}
