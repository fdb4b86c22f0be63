import { asc, inArray, sql } from 'drizzle-orm';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { RecordedEvent } from '../../domain/case/event.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import type { GivenOut } from '../../domain/certificate/numbers-in-text.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { Executor } from '../database.ts';
import {
  actRecords,
  applications,
  cases,
  certificates,
  ledgerEvents,
  numberSequences,
} from '../schema/index.ts';

/** What Postgres holds of a case. */
export interface StoredCase {
  readonly status: 'not_begun' | 'open' | 'closed';
  readonly ledger: readonly RecordedEvent[];
}

/** When the newest entry of all ledgers was made; null when there is none. */
export async function findNewestEntry(executor: Executor): Promise<Instant | null> {
  const [row] = await executor
    .select({ ms: sql<string | null>`extract(epoch from max(${ledgerEvents.occurredAt})) * 1000` })
    .from(ledgerEvents);
  return row?.ms == null ? null : instantFromEpochMs(Number(row.ms));
}

/** What Postgres holds of some cases; one whose application is not there is left out. */
export async function readStoredCases(
  executor: Executor,
  caseNos: readonly CaseNo[],
): Promise<Map<CaseNo, StoredCase>> {
  if (caseNos.length === 0) return new Map();
  const wanted = [...caseNos];
  const applied = await executor
    .select({ caseNo: applications.caseNo })
    .from(applications)
    .where(inArray(applications.caseNo, wanted));
  const projected = await executor
    .select({ caseNo: cases.caseNo, status: cases.status })
    .from(cases)
    .where(inArray(cases.caseNo, wanted));
  const entries = await executor
    .select({
      caseNo: ledgerEvents.caseNo,
      seq: ledgerEvents.seq,
      stepKey: ledgerEvents.stepKey,
      occurredAt: ledgerEvents.occurredAt,
      event: ledgerEvents.event,
    })
    .from(ledgerEvents)
    .where(inArray(ledgerEvents.caseNo, wanted))
    .orderBy(asc(ledgerEvents.caseNo), asc(ledgerEvents.seq));
  const statuses = new Map(projected.map(({ caseNo, status }) => [caseNo, status]));
  const ledgers = Map.groupBy(entries, ({ caseNo }) => caseNo);
  const statusOf = (caseNo: CaseNo) => {
    const status = statuses.get(caseNo);
    if (status === undefined) return 'not_begun';
    return status === 'closed' ? 'closed' : 'open';
  };
  return new Map(
    applied.map(({ caseNo }) => [caseNo, { status: statusOf(caseNo), ledger: ledgers.get(caseNo) ?? [] }]),
  );
}

/** Those of the acts whose words are kept. */
export async function listKeptWords(
  executor: Executor,
  commandIds: readonly CommandId[],
): Promise<Set<CommandId>> {
  if (commandIds.length === 0) return new Set();
  const rows = await executor
    .select({ commandId: actRecords.commandId })
    .from(actRecords)
    .where(inArray(actRecords.commandId, [...commandIds]));
  return new Set(rows.map(({ commandId }) => commandId));
}

/** Those of the certificates that are kept, with the page and what it is checked by. */
export async function listKeptCertificates(
  executor: Executor,
  numbers: readonly CertificateNo[],
): Promise<Set<CertificateNo>> {
  if (numbers.length === 0) return new Set();
  const rows = await executor
    .select({ certificateNo: certificates.certificateNo })
    .from(certificates)
    .where(inArray(certificates.certificateNo, [...numbers]));
  return new Set(rows.map(({ certificateNo }) => certificateNo));
}

/** The sequences that have not come as far as numbers were given out. */
export async function listSequencesBehind(
  executor: Executor,
  givenOut: readonly GivenOut[],
): Promise<GivenOut[]> {
  if (givenOut.length === 0) return [];
  const dates = [...new Set(givenOut.map(({ date }) => date))];
  const rows = await executor.select().from(numberSequences).where(inArray(numberSequences.localDate, dates));
  const reached = new Map(rows.map(({ unitCode, localDate, last }) => [`${unitCode}/${localDate}`, last]));
  return givenOut.filter(({ unit, date, last }) => (reached.get(`${unit}/${date}`) ?? 0) < last);
}

/** Moves sequences on; none ever goes back. */
export async function moveSequences(executor: Executor, to: readonly GivenOut[]): Promise<void> {
  for (const { unit, date, last } of to) {
    await executor
      .insert(numberSequences)
      .values({ unitCode: unit, localDate: date, last })
      .onConflictDoUpdate({
        target: [numberSequences.unitCode, numberSequences.localDate],
        set: { last: sql`greatest(${numberSequences.last}, excluded.last)` },
      });
  }
}

/**
 * Moves a day's sequence of every station on by a number of places, past what nobody remembers having given out; answers
 * how many stations there are.
 */
export async function skipNumbersOf(executor: Executor, date: PlainDate, places: number): Promise<number> {
  const moved = await executor.execute(sql`
    insert into number_sequences as s (unit_code, local_date, last)
    select code, ${date}::date, ${places}::integer from units where level = 'station'
    on conflict (unit_code, local_date) do update set last = s.last + excluded.last
    returning s.unit_code`);
  return moved.length;
}
