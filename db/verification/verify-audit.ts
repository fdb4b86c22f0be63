import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { BrokenRow } from '../../domain/audit/chain-faults.ts';
import type { ChainedRow } from '../../domain/audit/chain.ts';
import { chainText } from '../../domain/audit/chain.ts';
import type { AuditAnchor } from '../../domain/audit/entry.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { readRemovedDays } from './removed-days.ts';

export interface AuditPeriod {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

export interface AuditVerdict {
  readonly days: number;
  readonly rows: number;
  readonly anchors: number;
  /** The last day that was kept long enough and removed; what is left is verified from the next row on. */
  readonly removedUntil: PlainDate | null;
  readonly broken: BrokenRow | null;
}

const rowsAtOnce = 1000;
const firstDay = '0001-01-01';
const lastDay = '9999-12-31';

/**
 * Walks the audit from its first row, or from the last one before the period, and computes every hash anew: a row that
 * was changed, removed, inserted or put elsewhere does not follow. Whatever nothing follows upon, the end of the
 * newest day, and a chain that was computed anew as a whole are found by anchors that were kept elsewhere. Where days were
 * kept long enough and removed, the first row that is left follows upon what was noted of them.
 */
export async function verifyAudit(
  sql: postgres.TransactionSql,
  { from = firstDay as PlainDate, to = lastDay as PlainDate }: AuditPeriod,
  anchors: readonly AuditAnchor[],
): Promise<AuditVerdict> {
  const removed = await readRemovedDays(sql);
  const given = anchors.filter(({ day }) => day >= from && day <= to);
  const removedUntil = removed.last?.day ?? null;
  const verdict = { days: 0, rows: 0, anchors: given.length, removedUntil };
  const wrong = removed.findFault(given);
  if (wrong !== null) return { ...verdict, broken: wrong };
  const awaited = given.filter(({ day }) => removedUntil === null || day > removedUntil);
  const unmet = new Map(awaited.map((anchor) => [keyOf(anchor.day, anchor.count, anchor.hash), anchor]));
  const start = removed.last ?? { day: '', seq: 0, hash: '' };
  let [previous = start] = await sql<{ day: string; seq: number; hash: string }[]>`
    select day::text, seq, hash from audit_entries where day < ${from} order by day desc, seq desc limit 1`;

  for await (const rows of rowsOf(sql, from, to)) {
    for (const row of rows) {
      const isNewDay = row.day !== previous.day;
      const [skipped] = isNewDay ? [...unmet.values()].filter(({ day }) => day < row.day) : [];
      if (skipped !== undefined) return { ...verdict, broken: anchorBreak(skipped) };
      const expected = isNewDay ? 1 : previous.seq + 1;
      const broken = (fault: BrokenRow['fault']) => ({
        ...verdict,
        broken: { chain: row.day, seq: row.seq, fault },
      });
      if (row.seq !== expected) return broken('missing_before');
      if (row.hash !== sha256(chainText(previous.hash, row))) return broken('not_following');
      unmet.delete(keyOf(row.day, row.seq, row.hash));
      verdict.days += isNewDay ? 1 : 0;
      verdict.rows += 1;
      previous = row;
    }
  }
  const [left] = unmet.values();
  return { ...verdict, broken: left === undefined ? null : anchorBreak(left) };
}

function rowsOf(sql: postgres.TransactionSql, from: PlainDate, to: PlainDate) {
  return sql<(ChainedRow & { readonly hash: string })[]>`
    select day::text, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, operation,
      outcome, officer_id as "officerId", roles, unit_code as "unitCode", case_no as "caseNo",
      object_id as "objectId", request_id as "requestId", code, hash
    from audit_entries where day between ${from} and ${to} order by day, seq`.cursor(rowsAtOnce);
}

function keyOf(day: string, count: number, hash: string): string {
  return `${day}/${count}/${hash}`;
}

function anchorBreak({ day, count }: AuditAnchor): BrokenRow {
  return { chain: day, seq: count, fault: 'anchor_not_met' };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
