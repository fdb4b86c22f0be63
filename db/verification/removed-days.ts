import type postgres from 'postgres';
import type { BrokenRow } from '../../domain/audit/chain-faults.ts';
import type { AuditedCommand } from '../../domain/audit/command-act.ts';
import type { AuditAnchor } from '../../domain/audit/entry.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';

/** The operation of the row that a removal leaves; its `objectId` is the day. */
export const removalOperation = 'audit:prune' satisfies AuditedCommand;

interface RemovedDay {
  readonly day: PlainDate;
  /** Its last row. */
  readonly seq: number;
  readonly hash: string;
  /** Whether a row of the audit says that it was removed; null where that row has itself been removed by now. */
  readonly isRecorded: boolean | null;
}

/** The days of the audit that were kept long enough and removed. */
export interface RemovedDays {
  readonly last: RemovedDay | undefined;
  /**
   * The first thing that does not fit: a day that is gone without a row that says so, or that comes to something else than
   * its anchor. What an anchor says that was taken in the middle of such a day, nobody can compare any more.
   */
  findFault(anchors: readonly AuditAnchor[]): BrokenRow | null;
}

export async function readRemovedDays(sql: postgres.TransactionSql): Promise<RemovedDays> {
  const days = await sql<RemovedDay[]>`
    select r.day::text, r.count as seq, r.hash,
      case when (r.removed_at at time zone 'Asia/Shanghai')::date >= (select min(day) from audit_entries)
        then exists (
          select from audit_entries e
          where e.operation = ${removalOperation} and e.object_id = r.day::text
            and e.day >= (r.removed_at at time zone 'Asia/Shanghai')::date)
      end as "isRecorded"
    from audit_removed_days r order by r.day`;
  const last = days.at(-1);
  const known = new Map(days.map((each) => [each.day, each]));

  function isWrong({ day, count, hash }: AuditAnchor): boolean {
    if (last === undefined || day > last.day) return false;
    const removed = known.get(day);
    return removed === undefined || count > removed.seq || (count === removed.seq && hash !== removed.hash);
  }

  return {
    last,
    findFault(anchors) {
      const unrecorded = days.find(({ isRecorded }) => isRecorded === false);
      if (unrecorded !== undefined) {
        return { chain: unrecorded.day, seq: unrecorded.seq, fault: 'removal_not_recorded' };
      }
      const wrong = anchors.find(isWrong);
      return wrong === undefined ? null : { chain: wrong.day, seq: wrong.count, fault: 'anchor_not_met' };
    },
  };
}
