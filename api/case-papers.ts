import type { Executor } from '../db/database.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import { findCase } from '../db/repositories/cases.ts';
import { listEvents } from '../db/repositories/ledger.ts';
import { withScope } from '../db/scope.ts';
import type { RecordedEvent } from '../domain/case/event.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { MadePaperId, Occasion } from '../domain/papers/occasions.ts';
import { occasionsOf } from '../domain/papers/occasions.ts';
import { papers } from '../domain/papers/papers.ts';
import type { PaperId } from '../domain/papers/papers.ts';
import { isSupervisor } from '../domain/roles.ts';
import type { PaperInput, PapersInput } from '../workflows/contract.ts';
import { papersWorkflowName } from '../workflows/contract.ts';
import { handlesCase } from './access.ts';
import type { Caller } from './authentication.ts';
import type { Question } from './ask-worker.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/** A case with the papers that it has or may have. */
export interface PapersOfCase {
  readonly row: CaseRow;
  readonly events: readonly RecordedEvent[];
  readonly occasions: readonly Occasion[];
}

/** Reads a case and its papers in the caller's scope. @throws {Problem} 404 */
export function withPapersOfCase<T>(
  { database }: Pick<ApiDeps, 'database'>,
  caller: Caller,
  caseNo: CaseNo,
  work: (found: PapersOfCase, executor: Executor) => T | Promise<T>,
): Promise<T> {
  return withScope(database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    const events = await listEvents(executor, caseNo);
    // What was anonymised has lost the words that its papers were made of.
    const occasions = row.anonymisedAt === null ? occasionsOf(events) : [];
    return work({ row, events, occasions }, executor);
  });
}

/**
 * Whether the caller may read a paper: whoever handles the case at one of its stations all of them, a supervisor those
 * that are made for supervisors.
 */
export function mayReadPaper(caller: Caller, row: CaseRow, paper: PaperId): boolean {
  return (
    handlesCase(caller, row.state) ||
    (caller.roles.some(isSupervisor) && papers[paper].readers.includes('supervisor'))
  );
}

/** @throws {Problem} 403 for whoever may not read the paper. */
export function requireReadingPaper(caller: Caller, row: CaseRow, paper: PaperId): void {
  if (mayReadPaper(caller, row, paper)) return;
  throw new Problem(caller.roles.some(isSupervisor) ? 'role_not_allowed' : 'unit_not_allowed');
}

/** The paper of an event, or the newest one. @throws {Problem} 404 when nothing gave rise to it. */
export function getOccasion(
  occasions: readonly Occasion[],
  paper: MadePaperId,
  seq: number | undefined,
): Occasion {
  const found = occasions.findLast(
    (occasion) => occasion.paper === paper && (seq === undefined || occasion.seq === seq),
  );
  if (found === undefined) throw new Problem('paper_not_available');
  return found;
}

/** Asks for one paper: whoever asks for the same shares its making. */
export function askForPaper(wanted: PaperInput): Question {
  const { caseNo, paper, seq } = wanted;
  const input: PapersInput = { wanted: [wanted], unprintable: 'fails' };
  return {
    workflowType: papersWorkflowName,
    workflowId: `paper/${caseNo}/${paper}/${String(seq)}`,
    args: [input],
  };
}

/** Asks for all that are missing in the file of a case, as it stands at an event. */
export function askForPapers(caseNo: CaseNo, seq: number, wanted: readonly PaperInput[]): Question {
  const input: PapersInput = { wanted, unprintable: 'is_left_out' };
  return {
    workflowType: papersWorkflowName,
    workflowId: `papers/${caseNo}/${String(seq)}`,
    args: [input],
    // One that was left out may be printable by now.
    repeat: 'always',
  };
}
