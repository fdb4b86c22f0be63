import type { Database } from '../../db/database.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Progress } from './patience.ts';

interface FiredRung {
  readonly caseNo: CaseNo;
  /** As the ledger has it. */
  readonly at: Instant;
}

/** Every rung of day 5 in the ledger. */
export async function listFired({ client: sql }: Database): Promise<FiredRung[]> {
  const rows = await sql<{ caseNo: CaseNo; atMs: number }[]>`
    select case_no as "caseNo", (extract(epoch from occurred_at) * 1000)::float8 as "atMs" from ledger_events
    where event ->> 'type' = 'rung_fired' and event ->> 'rung' = 'R3'`;
  return rows.map(({ caseNo, atMs }) => ({ caseNo, at: instantFromEpochMs(atMs) }));
}

/** Cases whose rung has fired. */
export async function countFiredCases({ client: sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct case_no)::int as count from escalations where rung = 'R3'`;
  return row?.count ?? 0;
}

interface ToldPerson {
  readonly caseNo: CaseNo;
  readonly destination: DestinationKey;
  /** When the message was handed to its channel. */
  readonly at: Instant;
}

/** Who has been told of the rung of which case. */
export async function listTold({ client: sql }: Database): Promise<ToldPerson[]> {
  const rows = await sql<{ caseNo: CaseNo; destination: DestinationKey; atMs: number }[]>`
    select e.case_no as "caseNo", b.destination, (extract(epoch from b.handed_over_at) * 1000)::float8 as "atMs"
    from ledger_events e
    join notices n on n.case_no = e.case_no and n.seq = e.seq
    join deliveries d on d.notice_id = n.id
    join delivery_bundles b on b.id = d.bundle_id
    where e.event ->> 'type' = 'rung_fired' and e.event ->> 'rung' = 'R3' and b.handed_over_at is not null`;
  return rows.map(({ atMs, ...told }) => ({ ...told, at: instantFromEpochMs(atMs) }));
}

/** Notices whose ways out nobody has decided on. */
export async function countUnplanned({ client: sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from notices where planned_at is null`;
  return row?.count ?? 0;
}

/** Messages that are on their way; the limits let some wait a quarter of an hour. */
export async function readOpenMessages({ client: sql }: Database): Promise<Progress> {
  const [row] = await sql<Progress[]>`
    select count(*)::int as left, (count(*) filter (where slot_at > ${systemClock.now()}))::int as "notYetDue"
    from delivery_bundles where status in ('planned', 'sending')`;
  if (row === undefined) throw new Error('a count is a row');
  return row;
}
