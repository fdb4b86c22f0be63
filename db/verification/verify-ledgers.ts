import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import type { BrokenRow, ChainFault } from '../../domain/audit/chain-faults.ts';

export interface LedgerVerdict {
  readonly cases: number;
  readonly events: number;
  readonly broken: BrokenRow | null;
}

interface LedgerRow {
  readonly caseNo: string;
  /** Null for a case without a ledger. */
  readonly seq: number | null;
  readonly hash: string;
  /** What `ledger_hash` takes beside the previous hash. */
  readonly text: string;
  /** Where the ledger ends as its case has it; null for a ledger without one. */
  readonly lastSeq: number | null;
}

const rowsAtOnce = 1000;

/**
 * Walks the ledger of every case and computes each hash anew, without the database's own function, and compares where
 * it ends with what its case says.
 */
export async function verifyLedgers(sql: postgres.TransactionSql): Promise<LedgerVerdict> {
  const verdict = { cases: 0, events: 0 };
  let previous: LedgerRow | undefined;
  for await (const rows of rowsOf(sql)) {
    for (const row of rows) {
      const before = previous?.caseNo === row.caseNo ? previous : undefined;
      const unfinished = before === undefined ? endFaultOf(previous) : null;
      if (unfinished !== null) return { ...verdict, broken: unfinished };
      const fault = faultOf(before, row);
      if (fault !== null) return { ...verdict, broken: { chain: row.caseNo, seq: row.seq ?? 1, fault } };
      verdict.cases += before === undefined ? 1 : 0;
      verdict.events += 1;
      previous = row;
    }
  }
  return { ...verdict, broken: endFaultOf(previous) };
}

function faultOf(before: LedgerRow | undefined, { seq, hash, text, lastSeq }: LedgerRow): ChainFault | null {
  if (seq === null) return 'end_missing';
  if (lastSeq === null) return 'not_projected';
  if (seq !== (before?.seq ?? 0) + 1) return 'missing_before';
  return hash === sha256(`${before?.hash ?? ''}\n${text}`) ? null : 'not_following';
}

/** A case says how far its ledger goes: an end that was cut off is missed. */
function endFaultOf(last: LedgerRow | undefined): BrokenRow | null {
  if (last === undefined || last.seq === last.lastSeq) return null;
  return { chain: last.caseNo, seq: (last.seq ?? 0) + 1, fault: 'end_missing' };
}

function rowsOf(sql: postgres.TransactionSql) {
  return sql<LedgerRow[]>`
    select case_no as "caseNo", e.seq, e.hash, c.seq as "lastSeq",
      concat_ws(E'\n', e.case_no, e.seq, e.step_key, extract(epoch from e.occurred_at)::text, e.event::text) as text
    from ledger_events e full join cases c using (case_no)
    order by case_no, e.seq`.cursor(rowsAtOnce);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
