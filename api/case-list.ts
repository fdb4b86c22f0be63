import type { Executor } from '../db/database.ts';
import { listApplicants } from '../db/repositories/applications.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { listItemOf } from './case-view.ts';
import type { CaseListItem } from './schemas/case.ts';

/** Cases as lists show them, personal data masked. */
export async function listItemsOf(
  executor: Executor,
  rows: readonly CaseRow[],
  { tree, now }: { readonly tree: UnitTree; readonly now: Instant },
): Promise<CaseListItem[]> {
  const applicants = await listApplicants(
    executor,
    rows.map(({ caseNo }) => caseNo),
  );
  return rows.map((row) => listItemOf(row, applicants.get(row.caseNo), tree, now));
}
