import { createHash } from 'node:crypto';
import type { AttachmentFiles } from '../../db/attachment-files.ts';
import type { Database } from '../../db/database.ts';
import type { StoredPaper } from '../../db/repositories/papers.ts';
import { addPaperOnce, findPaper } from '../../db/repositories/papers.ts';
import type { CoverSheetView } from '../../domain/papers/cover-sheet.ts';
import type { MadePaperId } from '../../domain/papers/occasions.ts';
import { occasionsOf } from '../../domain/papers/occasions.ts';
import type { Clock } from '../../platform/clock.ts';
import { hashOfCode, newPrintedCode } from '../../platform/printed-secrets.ts';
import type { PublicAddresses } from '../../platform/public-addresses.ts';
import type { PaperInput } from '../../workflows/contract.ts';
import type { DocumentRenderer } from '../documents/document-renderer.ts';
import type { DossierBinder } from '../dossier/binder.ts';
import { countPapers, readDossierPapers } from '../dossier/dossier-papers.ts';
import { acceptanceReceiptOf } from './applicant-papers.ts';
import type { CaseRecord } from './case-record.ts';
import { occasionOf } from './case-record.ts';
import type { CaseRecordDeps } from './read-case-record.ts';
import { readCaseRecord } from './read-case-record.ts';
import { coverSheetOf } from './station-papers.ts';
import { paperViews } from './views.ts';

export interface PaperMakingDeps extends CaseRecordDeps {
  readonly database: Database;
  readonly attachmentFiles: AttachmentFiles;
  readonly renderer: DocumentRenderer;
  readonly binder: Pick<DossierBinder, 'countPages'>;
  /** Where an applicant asks how his case stands. */
  readonly addresses: PublicAddresses;
  readonly clock: Clock;
}

/** The paper of an occasion: made once from what is recorded, then kept as it was handed out. */
export async function obtainPaper(
  deps: PaperMakingDeps,
  { caseNo, paper, seq }: PaperInput,
): Promise<StoredPaper> {
  const { database, clock } = deps;
  const kept = await findPaper(database, caseNo, { paper, seq });
  if (kept !== undefined) return kept;
  const { pdf, codeHash } = await print(deps, paper, await readCaseRecord(deps, caseNo, seq));
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  await addPaperOnce(database, { caseNo, paper, seq, sha256, pdf, madeAt: clock.now(), codeHash });
  const made = await findPaper(database, caseNo, { paper, seq });
  if (made === undefined) throw new Error('a paper was made and is not there');
  return made;
}

/** The application form of a case, which lies in every dossier. */
export function obtainApplicationForm(
  deps: PaperMakingDeps,
  { caseNo, events }: Pick<CaseRecord, 'caseNo' | 'events'>,
): Promise<StoredPaper> {
  const occasion = occasionsOf(events).find(({ paper }) => paper === 'application_form');
  if (occasion === undefined) throw new Error('a case begins with its application');
  return obtainPaper(deps, { caseNo, paper: 'application_form', seq: occasion.seq });
}

type Printed = Pick<StoredPaper, 'pdf' | 'codeHash'>;

async function print(deps: PaperMakingDeps, id: MadePaperId, record: CaseRecord): Promise<Printed> {
  const { renderer } = deps;
  switch (id) {
    case 'cover_sheet':
      return { pdf: await renderer.render(id, await looseCoverSheetOf(deps, record)), codeHash: null };
    case 'acceptance_receipt': {
      // Kept as a hash alone: who made the receipt cannot say later what is on it.
      const code = newPrintedCode();
      const view = acceptanceReceiptOf(record, { code, address: deps.addresses.status });
      return {
        pdf: await renderer.render(id, view),
        codeHash: hashOfCode(deps.database.keys, record.caseNo, code),
      };
    }
    default:
      return { pdf: await renderer.render(id, paperViews[id](record)), codeHash: null };
  }
}

/** Of what went, whatever has been added to the case since. */
async function looseCoverSheetOf(deps: PaperMakingDeps, record: CaseRecord): Promise<CoverSheetView> {
  const { database, attachmentFiles, binder } = deps;
  const { n, channel, handedOverAt } = occasionOf(record, 'dossier_handed_over');
  const form = () => obtainApplicationForm(deps, record);
  const read = await readDossierPapers({ database, attachmentFiles, form }, { caseNo: record.caseNo, n });
  const papers = await countPapers(binder, read, 'people');
  const { homeStation } = record.state;
  return coverSheetOf(record, { n, channel, homeStation, sentAt: handedOverAt, papers, binding: 'loose' });
}
