import { sql } from 'drizzle-orm';
import type { IncidentClass } from '../../domain/operations/incident.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleStatus } from '../../domain/notices/delivery.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';

/** What stands in Postgres at an instant, for those who watch the house. Times are ages in seconds. */
export interface LedgerGauges {
  readonly cases: readonly {
    readonly status: CaseStatus;
    readonly count: number;
    readonly overdue: number;
    readonly oldest: number;
  }[];
  readonly incidents: readonly { readonly class: IncidentClass; readonly count: number }[];
  readonly unstarted: number;
  readonly deliveries: readonly {
    readonly channel: Channel;
    readonly status: BundleStatus;
    readonly count: number;
    readonly oldest: number;
  }[];
}

// A scrape is given ten seconds; who waits for the lock behind another process waits for little.
const limits = sql`select set_config('statement_timeout', '2000', true), set_config('lock_timeout', '2000', true)`;
/** Any number that no other lock of ours has. */
const readingLock = 4_601_300;
// Younger ones are being started by the request that stored them.
const startsWithinMs = 60_000;
// An older one has been reported for days.
const looksBackMs = 7 * 24 * 60 * 60_000;

/**
 * Reads the gauges, each from an index that holds what is open and no more, one process after the other.
 * @throws when Postgres does not answer in time.
 */
export async function readLedgerGauges(executor: Executor, now: Instant): Promise<LedgerGauges> {
  return executor.transaction(async (transaction) => {
    await transaction.execute(limits);
    await transaction.execute(sql`select pg_advisory_xact_lock(${readingLock})`);
    const openCases = await transaction.execute<Row<LedgerGauges['cases']>>(sql`
      select status, count(*)::int as count,
        (count(*) filter (where due_at < ${now}::timestamptz))::int as overdue,
        extract(epoch from ${now}::timestamptz - min(accepted_at))::float8 as oldest
      from cases where status <> 'closed' group by status`);
    const incidents = await transaction.execute<Row<LedgerGauges['incidents']>>(sql`
      select class, count(*)::int as count from incidents where ended_at is null group by class`);
    const [unstarted] = await transaction.execute<{ count: number }>(sql`
      select count(*)::int as count from applications a
      where submitted_at < ${addMs(now, -startsWithinMs)}::timestamptz
        and submitted_at > ${addMs(now, -looksBackMs)}::timestamptz
        and not exists (select from cases c where c.case_no = a.case_no)`);
    const deliveries = await transaction.execute<Row<LedgerGauges['deliveries']>>(sql`
      select channel, status, count(*)::int as count,
        extract(epoch from ${now}::timestamptz - min(slot_at))::float8 as oldest
      from delivery_bundles where status in ('planned', 'sending') group by channel, status`);
    return {
      cases: [...openCases],
      incidents: [...incidents],
      unstarted: unstarted?.count ?? 0,
      deliveries: [...deliveries],
    };
  });
}

type Row<Rows extends readonly object[]> = Rows[number] & Record<string, unknown>;
