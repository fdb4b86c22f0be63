import { and, asc, eq } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Occasion } from '../../domain/papers/occasions.ts';
import type { PaperId } from '../../domain/papers/papers.ts';
import type { Executor } from '../database.ts';
import { papers } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, sealRow } from '../sealed-rows.ts';

export type StoredPaper = Opened<typeof papers.$inferSelect>;

/** Keeps a paper unless it was kept before: what has been handed out stays as it is. */
export async function addPaperOnce(executor: Executor, paper: StoredPaper): Promise<void> {
  await executor
    .insert(papers)
    .values(sealRow(executor, papers, paper))
    .onConflictDoNothing();
}

export async function findPaper(
  executor: Executor,
  caseNo: CaseNo,
  { paper, seq }: Pick<Occasion, 'paper' | 'seq'>,
): Promise<StoredPaper | undefined> {
  const [row] = await executor
    .select()
    .from(papers)
    .where(and(eq(papers.caseNo, caseNo), eq(papers.paper, paper), eq(papers.seq, seq)));
  return row && openRow(executor, papers, row);
}

/** Which papers of a case have been made, without their contents. */
export function listMadePapers(
  executor: Executor,
  caseNo: CaseNo,
): Promise<{ paper: PaperId; seq: number }[]> {
  return executor
    .select({ paper: papers.paper, seq: papers.seq })
    .from(papers)
    .where(eq(papers.caseNo, caseNo))
    .orderBy(asc(papers.seq), asc(papers.paper));
}
