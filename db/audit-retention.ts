import { commandAct } from '../domain/audit/command-act.ts';
import type { AuditAnchor } from '../domain/audit/entry.ts';
import type { BrokenRow } from '../domain/audit/chain-faults.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Database } from './database.ts';
import { auditRowsOf } from './repositories/audit.ts';
import { removalOperation } from './verification/removed-days.ts';
import { verifyAudit } from './verification/verify-audit.ts';

/** What became of the oldest day of the audit. */
export type DayRemoval =
  | { readonly outcome: 'removed'; readonly day: PlainDate; readonly rows: number }
  /** No day that is left is old enough, or only the newest of all: the next row follows upon it. */
  | { readonly outcome: 'none_due' }
  /** No anchor of the whole day was kept: nobody could say afterwards what stood in it. */
  | { readonly outcome: 'no_anchor'; readonly day: PlainDate }
  /** A case of which it tells is held: it may be asked who looked. */
  | { readonly outcome: 'held'; readonly day: PlainDate }
  | { readonly outcome: 'broken'; readonly broken: BrokenRow };

interface Day {
  readonly day: PlainDate;
  readonly isNewest: boolean;
  readonly isHeld: boolean;
}

/**
 * Removes the oldest day of the audit if it is before `before`, as it was verified and as it was anchored elsewhere, and
 * keeps what its chain came to, upon which the next day follows. All of it in one transaction, the row that says so last:
 * stopped at any point, whole days are gone and the rest is as it was.
 */
export function removeOldestDay(
  owner: Database,
  { before, anchors }: { readonly before: PlainDate; readonly anchors: readonly AuditAnchor[] },
): Promise<DayRemoval> {
  return owner.client.begin(async (sql): Promise<DayRemoval> => {
    const [oldest] = await sql<Day[]>`
      select o.day::text, o.day = (select max(day) from audit_entries) as "isNewest",
        exists (
          select from audit_entries e where e.day = o.day and (
            exists (select from legal_holds h where h.case_no = e.case_no)
            or exists (select from rejection_holds h where h.no = e.object_id))
        ) as "isHeld"
      from (select min(day) as day from audit_entries) o where o.day is not null`;
    if (oldest === undefined || oldest.isNewest || oldest.day >= before) return { outcome: 'none_due' };
    const { day } = oldest;
    if (oldest.isHeld) return { outcome: 'held', day };
    const [last] = await sql<{ count: number; hash: string }[]>`
      select seq as count, hash from audit_entries where day = ${day} order by seq desc limit 1`;
    const ofDay = anchors.filter((anchor) => anchor.day === day);
    if (last === undefined || !ofDay.some(({ count }) => count >= last.count)) {
      return { outcome: 'no_anchor', day };
    }
    const { broken } = await verifyAudit(sql, { from: day, to: day }, ofDay);
    if (broken !== null) return { outcome: 'broken', broken };
    const { count: rows } = await sql`delete from audit_entries where day = ${day}`;
    await sql`
      insert into audit_removed_days (day, count, hash, removed_at)
      values (${day}, ${last.count}, ${last.hash}, now())`;
    await sql`select append_audit(${auditRowsOf([commandAct(removalOperation, day)])}::jsonb)`;
    return { outcome: 'removed', day, rows };
  });
}
