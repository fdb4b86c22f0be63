import type { SQL } from 'drizzle-orm';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ActContent, ActContentOf, WordyAct } from '../../domain/case/act-content.ts';
import type { CaseEventType } from '../../domain/case/event.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { actRecords, ledgerEvents } from '../schema/index.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

const worded = { commandId: actRecords.commandId, content: actRecords.content };

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
    .values(sealRow(executor, actRecords, { ...record, act: record.content.act }))
    .onConflictDoNothing();
}

/** The words of an act, if any are kept under its id. */
export async function findActContent(
  executor: Executor,
  commandId: CommandId,
): Promise<ActContent | undefined> {
  const [row] = await executor.select(worded).from(actRecords).where(eq(actRecords.commandId, commandId));
  return row && openRow(executor, actRecords, row).content;
}

/** The words of an act. @throws {Error} when nothing of that kind is kept under the id. */
export async function getActContent<A extends WordyAct>(
  executor: Executor,
  commandId: CommandId,
  act: A,
): Promise<ActContentOf<A>> {
  const content = await findActContent(executor, commandId);
  if (content?.act !== act) throw new Error(`the words of an act (${act}) are missing`);
  return content as ActContentOf<A>;
}

/** The words of every act of a kind that a case has taken, oldest first. */
export async function listActContents<A extends WordyAct>(
  executor: Executor,
  caseNo: CaseNo,
  act: A,
): Promise<ActContentOf<A>[]> {
  const rows = await executor
    .select(worded)
    .from(actRecords)
    .where(and(eq(actRecords.caseNo, caseNo), eq(actRecords.act, act), wasTaken(executor, caseNo)))
    .orderBy(asc(actRecords.submittedAt));
  return openRows(executor, actRecords, rows).map(({ content }) => content as ActContentOf<A>);
}

/** That the case has taken an act: the words of one that the workflow refused are kept and count nothing. */
export function wasTaken(executor: Executor, caseNo: CaseNo): SQL {
  const steps = executor
    .select({ stepKey: ledgerEvents.stepKey })
    .from(ledgerEvents)
    .where(eq(ledgerEvents.caseNo, caseNo));
  return inArray(actRecords.commandId, steps);
}

/** The words of every act of a case, by command. */
export async function readWords(executor: Executor, caseNo: CaseNo): Promise<Map<CommandId, ActContent>> {
  const rows = await executor.select(worded).from(actRecords).where(eq(actRecords.caseNo, caseNo));
  return new Map(openRows(executor, actRecords, rows).map(({ commandId, content }) => [commandId, content]));
}

/** The words of some acts, by command. */
export async function readWordsOf(
  executor: Executor,
  commandIds: readonly CommandId[],
): Promise<Map<CommandId, ActContent>> {
  if (commandIds.length === 0) return new Map();
  const rows = await executor
    .select(worded)
    .from(actRecords)
    .where(inArray(actRecords.commandId, [...commandIds]));
  return new Map(openRows(executor, actRecords, rows).map(({ commandId, content }) => [commandId, content]));
}

/** The words of the act that last brought about an event of each kind. A step that said nothing has none. */
export async function readLatestWords(
  executor: Executor,
  caseNo: CaseNo,
  types: readonly CaseEventType[],
): Promise<Map<CaseEventType, ActContent>> {
  if (types.length === 0) return new Map();
  const type = sql<CaseEventType>`${ledgerEvents.event} ->> 'type'`;
  const rows = await executor
    .select({ type, said: worded })
    .from(ledgerEvents)
    .leftJoin(
      actRecords,
      and(eq(actRecords.caseNo, ledgerEvents.caseNo), eq(actRecords.commandId, ledgerEvents.stepKey)),
    )
    .where(and(eq(ledgerEvents.caseNo, caseNo), inArray(type, [...types])))
    .orderBy(asc(ledgerEvents.seq));
  const latest = new Map(rows.map((row) => [row.type, row.said]));
  return new Map(
    [...latest].flatMap(([kind, said]) =>
      said === null ? [] : [[kind, openRow(executor, actRecords, said).content]],
    ),
  );
}
