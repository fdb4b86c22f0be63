import type { RecordedEvent } from '../../domain/case/event.ts';
import { replayLedger } from '../../domain/case/evolve.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ListedPaper } from '../../domain/papers/cover-sheet.ts';
import { eventsUpTo } from '../../domain/papers/occasions.ts';
import { getPolicy } from '../../db/repositories/policies.ts';
import type { Executor } from '../../db/database.ts';
import { readWords } from '../../db/repositories/act-records.ts';
import type { AttachmentSummary } from '../../db/repositories/attachments.ts';
import { findAttachment } from '../../db/repositories/attachments.ts';
import { getDossier } from '../../db/repositories/dossiers.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import { countPages as countPagesHere } from '../dossier/bind.ts';
import type { DossierBinder } from '../dossier/binder.ts';
import { nullWhereUnreadable } from '../dossier/errors.ts';
import type { CaseRecord } from './case-record.ts';

export interface CaseRecordDeps {
  readonly database: Executor;
  readonly units: UnitDirectory;
  /** In a thread of its own where the worker has one; files are counted in this one otherwise. */
  readonly countPages?: DossierBinder['countPages'];
}

/**
 * What is recorded of a case up to the step of an event, or up to now: later acts cannot change an earlier paper.
 * @throws {Error} when the case has no such event.
 */
export async function readCaseRecord(
  { database, units, countPages = countPagesHere }: CaseRecordDeps,
  caseNo: CaseNo,
  seq?: number,
): Promise<CaseRecord> {
  const [{ application, papers }, ledger, words, tree] = await Promise.all([
    getDossier(database, caseNo),
    listEvents(database, caseNo),
    readWords(database, caseNo),
    units.tree(),
  ]);
  const events = seq === undefined ? ledger : eventsUpTo(ledger, seq);
  const occasion = seq === undefined ? events.at(-1) : findEvent(events, seq);
  if (occasion === undefined) throw new Error('the ledger has no such event');
  const state = replayLedger(events);
  const { accepting, home } = state.policyVersions;
  return {
    caseNo,
    application: application.personal,
    events,
    state,
    occasion,
    words,
    tree,
    listedPapers: () => listPapers(database, caseNo, papers, countPages),
    policies: { accepting: await getPolicy(database, accepting), home: await getPolicy(database, home) },
  };
}

function findEvent(events: readonly RecordedEvent[], seq: number): RecordedEvent | undefined {
  return events.find((recorded) => recorded.seq === seq);
}

/** One file in memory at a time: a dossier may have 40 MB. */
async function listPapers(
  database: Executor,
  caseNo: CaseNo,
  papers: readonly AttachmentSummary[],
  countPages: DossierBinder['countPages'],
): Promise<ListedPaper[]> {
  const listed: ListedPaper[] = [];
  for (const [index, { id, fileName, sha256 }] of papers.entries()) {
    const paper = await findAttachment(database, caseNo, id);
    const pages = paper === undefined ? null : await countPages(paper, index + 1).catch(nullWhereUnreadable);
    listed.push({ name: fileName, sha256, pages });
  }
  return listed;
}
