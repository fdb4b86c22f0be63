import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import pLimit from 'p-limit';
import { appendAudit } from '../../db/repositories/audit.ts';
import { listOpenCaseNos } from '../../db/repositories/cases.ts';
import type { StoredCase } from '../../db/repositories/recovery.ts';
import { readStoredCases } from '../../db/repositories/recovery.ts';
import { commandAct } from '../../domain/audit/command-act.ts';
import type { RecordedEvent } from '../../domain/case/event.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { numbersIn } from '../../domain/certificate/numbers-in-text.ts';
import type { Finding, RememberedRun } from '../../domain/recovery/judge-case.ts';
import { forPeople, judgeCase } from '../../domain/recovery/judge-case.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ListedRun } from './list-runs.ts';
import { listRejectionIds, listRuns } from './list-runs.ts';
import type { LostCertificate, LostWords } from './lost-beside.ts';
import { findLostBeside } from './lost-beside.ts';
import type { MendingDeps } from './mend-case.ts';
import { mendCase } from './mend-case.ts';
import type { GivenNumbers } from './number-sequences.ts';
import { mendSequences } from './number-sequences.ts';
import { recall } from './recall.ts';

export type Mode = 'dry_run' | 'apply';

export interface ReconcilingDeps extends MendingDeps {
  readonly bundle: WorkflowBundleWithSourceMap;
}

export interface Reconciling {
  readonly mode: Mode;
  /** What ended before this instant is taken for whole on both sides. */
  readonly since: Instant;
  /** The day whose numbers may have been given out without a trace; null when there is none. */
  readonly skipNumbersOf: GivenNumbers['skipDay'];
}

export interface CaseReport {
  readonly caseNo: CaseNo;
  readonly finding: Finding;
  readonly outcome: 'mended' | 'to_be_mended' | 'left_for_people';
}

export interface Report {
  readonly mode: Mode;
  readonly since: Instant;
  /** How many cases were compared. */
  readonly compared: number;
  readonly cases: readonly CaseReport[];
  readonly sequences: Awaited<ReturnType<typeof mendSequences>>;
  readonly words: readonly LostWords[];
  readonly certificates: readonly LostCertificate[];
}

/** So many at once are held in memory with their histories. */
const atOnce = 200;
const fetchedAtOnce = 10;

/**
 * Compares what Postgres and Temporal hold of every case that is open, or was until lately, and brings the two together:
 * the workflows catch up with their ledgers, and a ledger gets back what its workflow remembers. A dry run reads only.
 * May be run again at any time, also after it was stopped half-way.
 */
export async function reconcile(
  deps: ReconcilingDeps,
  { mode, since, skipNumbersOf }: Reconciling,
): Promise<Report> {
  const runs = await listRuns(deps.client, since);
  const rejections = await listRejectionIds(deps.client, since);
  const caseNos = [...new Set([...(await listOpenCaseNos(deps.database)), ...runs.keys()])].sort();
  const numbers = new Set([...caseNos, ...rejections.flatMap(numbersIn)]);
  const cases: CaseReport[] = [];
  const words: LostWords[] = [];
  const certificates: LostCertificate[] = [];
  for (let first = 0; first < caseNos.length; first += atOnce) {
    const batch = caseNos.slice(first, first + atOnce);
    const remembered = await remember(deps, batch, runs, numbers);
    const stored = await readStoredCases(deps.database, batch);
    for (const caseNo of batch) {
      const known = { stored: stored.get(caseNo), runs: remembered.get(caseNo) ?? [] };
      const finding = judgeCase(known);
      if (finding !== undefined) cases.push(await see(deps, { mode, caseNo, finding, known }));
      const events = [...(known.stored?.ledger ?? []), ...lostOf(finding)];
      const lost = await findLostBeside(deps.database, { caseNo, events, since });
      words.push(...lost.words);
      certificates.push(...lost.certificates);
    }
  }
  const sequences = await mendSequences(deps.database, { mode, numbers, skipDay: skipNumbersOf });
  return { mode, since, compared: caseNos.length, cases, sequences, words, certificates };
}

/** How much is left that only people can do, or that a dry run has not done. */
export function countLeft({ cases, words, certificates, sequences, mode }: Report): number {
  const unmended = cases.filter(({ outcome }) => outcome !== 'mended').length;
  const behind = mode === 'dry_run' ? sequences.behind.length : 0;
  return unmended + behind + words.length + certificates.length;
}

interface Seen {
  readonly mode: Mode;
  readonly caseNo: CaseNo;
  readonly finding: Finding;
  readonly known: { readonly stored: StoredCase | undefined };
}

async function see(deps: ReconcilingDeps, { mode, caseNo, finding, known }: Seen): Promise<CaseReport> {
  if (forPeople.includes(finding.kind)) return { caseNo, finding, outcome: 'left_for_people' };
  if (mode === 'dry_run') return { caseNo, finding, outcome: 'to_be_mended' };
  // Kept for good: entries that were written a second time are told from the others by it.
  if (finding.kind === 'ledger_behind') await appendAudit(deps.database, [commandAct('reconcile', caseNo)]);
  const mended = await mendCase(deps, { caseNo, finding, ledger: known.stored?.ledger ?? [] });
  return { caseNo, finding, outcome: mended === 'mended' ? 'mended' : 'left_for_people' };
}

function lostOf(finding: Finding | undefined): readonly RecordedEvent[] {
  return finding?.kind === 'ledger_behind' ? finding.lost : [];
}

/** What the runs of some cases remember; numbers that turn up in them are added to those that were given out. */
async function remember(
  { client, bundle }: ReconcilingDeps,
  caseNos: readonly CaseNo[],
  runs: ReadonlyMap<CaseNo, readonly ListedRun[]>,
  numbers: Set<string>,
): Promise<Map<CaseNo, RememberedRun[]>> {
  const listed = caseNos.flatMap((caseNo) => runs.get(caseNo) ?? []);
  const limit = pLimit(fetchedAtOnce);
  const histories = await limit.map(listed, async ({ workflowId, runId }) => ({
    runId,
    history: await client.workflow.getHandle(workflowId, runId).fetchHistory(),
  }));
  const recollections = await recall(bundle, histories);
  for (const { numbers: found } of recollections.values()) for (const number of found) numbers.add(number);
  return new Map(
    caseNos.map((caseNo) => [
      caseNo,
      (runs.get(caseNo) ?? []).flatMap(({ runId, state }) => {
        const recollection = recollections.get(runId);
        return recollection === undefined ? [] : [{ ...recollection, state }];
      }),
    ]),
  );
}
