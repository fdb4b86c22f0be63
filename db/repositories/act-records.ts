import type { ActContent } from '../../domain/case/act-content.ts';
import type { CommandId } from '../../domain/case/command.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { actRecords } from '../schema/index.ts';

/** Keeps the words of an act before the workflow hears of it. The same command again changes nothing. */
export async function addActRecord(
  executor: Executor,
  record: {
    commandId: CommandId;
    caseNo: CaseNo;
    officerId: string;
    submittedAt: Instant;
    content: ActContent;
  },
): Promise<void> {
  await executor
    .insert(actRecords)
    .values({ ...record, act: record.content.act })
    .onConflictDoNothing();
}
