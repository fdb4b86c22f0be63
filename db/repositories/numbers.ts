import { sql } from 'drizzle-orm';
import type { CaseNo, CertificateNo, RejectionNo } from '../../domain/certificate/numbers.ts';
import { formatCaseNo, formatCertificateNo, formatRejectionNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { numberSequences } from '../schema/index.ts';

/** Allots the next case number of a station and day. Never reused; a rolled back transaction leaves a gap [§7]. */
export async function allotCaseNo(executor: Executor, station: UnitCode, now: Instant): Promise<CaseNo> {
  const date = localDateOf(now);
  return formatCaseNo(station, date, await nextOf(executor, station, date));
}

/** Allots the next certificate number of a station and day. */
export async function allotCertificateNo(
  executor: Executor,
  station: UnitCode,
  now: Instant,
): Promise<CertificateNo> {
  const date = localDateOf(now);
  return formatCertificateNo(station, date, await nextOf(executor, station, date));
}

/** Allots the next number of a rejection of a station and day. */
export async function allotRejectionNo(
  executor: Executor,
  station: UnitCode,
  now: Instant,
): Promise<RejectionNo> {
  const date = localDateOf(now);
  return formatRejectionNo(station, date, await nextOf(executor, station, date));
}

async function nextOf(executor: Executor, unitCode: UnitCode, localDate: PlainDate): Promise<number> {
  const [row] = await executor
    .insert(numberSequences)
    .values({ unitCode, localDate, last: 1 })
    .onConflictDoUpdate({
      target: [numberSequences.unitCode, numberSequences.localDate],
      set: { last: sql`${numberSequences.last} + 1` },
    })
    .returning({ last: numberSequences.last });
  if (row === undefined) throw new Error('the number sequence returned no row');
  return row.last;
}
