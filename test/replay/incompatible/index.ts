import { sleep } from '@temporalio/workflow';
import { caseWorkflow as current } from '../../../workflows/case.ts';
import type { CaseInput } from '../../../workflows/contract.ts';

/** What somebody might do without a thought: wait a moment before the case begins. No old history can follow it. */
export async function caseWorkflow(input: CaseInput): Promise<unknown> {
  await sleep('1 second');
  return current(input);
}
