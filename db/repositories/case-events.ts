import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { CaseEvent } from '../../domain/case/event.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { caseEvents, cases, ledgerEvents } from '../schema/index.ts';

/** An event of a ledger as followers are told of it: no word of what was said. */
export interface FollowedEvent {
  readonly position: number;
  readonly caseNo: CaseNo;
  readonly seq: number;
  readonly type: CaseEvent['type'];
  /** Of the case now, which may be further on. */
  readonly status: CaseStatus;
  readonly occurredAt: Instant;
}

/** Gives new events their positions and answers the last: none at or below it is still to come. */
export async function numberCaseEvents(executor: Executor): Promise<number> {
  const [row] = await executor.execute<{ head: string }>(sql`select number_case_events() as head`);
  return Number(row?.head);
}

/** The events behind a position, up to another, of the cases that the caller sees. */
export async function listFollowedEvents(
  executor: Executor,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<FollowedEvent[]> {
  const { position, caseNo, seq } = caseEvents;
  return executor
    .select({
      position: sql<number>`${position}`.mapWith(Number),
      caseNo,
      seq,
      type: sql<CaseEvent['type']>`${ledgerEvents.event} ->> 'type'`,
      status: cases.status,
      occurredAt: ledgerEvents.occurredAt,
    })
    .from(caseEvents)
    .innerJoin(ledgerEvents, and(eq(ledgerEvents.caseNo, caseNo), eq(ledgerEvents.seq, seq)))
    .innerJoin(cases, eq(cases.caseNo, caseNo))
    .where(and(gt(position, after), lte(position, upTo)))
    .orderBy(asc(position));
}
