import { and, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { AuditAnchor, AuditedAct, AuditEntry, AuditPosition } from '../../domain/audit/entry.ts';
import type { AuditKind, AuditOutcome } from '../../domain/audit/kinds.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { auditEntries } from '../schema/index.ts';
import { withScope } from '../scope.ts';

/** Appends rows to the chain, in their order; they are there when it resolves. */
export async function appendAudit(executor: Executor, acts: readonly AuditedAct[]): Promise<void> {
  if (acts.length === 0) return;
  await executor.execute(sql`select append_audit(${auditRowsOf(acts)}::jsonb)`);
}

/** Rows as `append_audit` takes them. */
export function auditRowsOf(acts: readonly AuditedAct[]): string {
  const rows = acts.map((act) => ({
    ...{
      kind: act.kind,
      operation: act.operation,
      outcome: act.outcome,
      roles: act.roles,
    },
    ...{ officer_id: act.officerId, unit_code: act.unitCode, request_id: act.requestId },
    ...{ case_no: act.caseNo, object_id: act.objectId, code: act.code },
  }));
  return JSON.stringify(rows);
}

/** Runs `work` in a transaction that sees the audit of a unit and those below it, as no other transaction does. */
export function withAuditScope<T>(
  database: Executor,
  unitCode: UnitCode,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  return withScope(database, unitCode, async (executor) => {
    await executor.execute(sql`select set_config('tongban.reads_audit', 'yes', true)`);
    return work(executor);
  });
}

export interface AuditQuestion {
  /**
   * Those whose rows are asked for; the scope holds them to the auditor's own and those below. Null among them stands for
   * whoever was refused and is of no known unit.
   */
  readonly units: readonly (UnitCode | null)[];
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly kind?: AuditKind | undefined;
  readonly outcome?: AuditOutcome | undefined;
  readonly officerId?: string | undefined;
  readonly caseNo?: CaseNo | undefined;
  readonly before?: AuditPosition | undefined;
  readonly limit: number;
}

/** Rows of the audit, newest first. */
export function listAudit(executor: Executor, question: AuditQuestion): Promise<AuditEntry[]> {
  const { units, from, to, kind, outcome, officerId, caseNo, before, limit } = question;
  const { day, seq, at } = auditEntries;
  return executor
    .select()
    .from(auditEntries)
    .where(
      and(
        or(
          sql`${auditEntries.unitCode} = any(${sql.param(units.filter((unit) => unit !== null))})`,
          units.includes(null) ? isNull(auditEntries.unitCode) : undefined,
        ),
        // The day is what the indexes know.
        from && and(gte(at, from), gte(day, localDateOf(from))),
        to && and(lte(at, to), lte(day, localDateOf(to))),
        kind && eq(auditEntries.kind, kind),
        outcome && eq(auditEntries.outcome, outcome),
        officerId === undefined ? undefined : eq(auditEntries.officerId, officerId),
        caseNo && eq(auditEntries.caseNo, caseNo),
        before && sql`(${day}, ${seq}) < (${before.day}, ${before.seq})`,
      ),
    )
    .orderBy(desc(day), desc(seq))
    .limit(limit);
}

/** What the chains of some days came to; days without a row have none. */
export async function listAnchors(
  executor: Executor,
  from: PlainDate,
  to: PlainDate,
): Promise<AuditAnchor[]> {
  const rows = await executor.execute<{ day: PlainDate; count: number; hash: string }>(
    sql`select day::text, count, hash from audit_anchors(${from}, ${to})`,
  );
  return [...rows];
}
