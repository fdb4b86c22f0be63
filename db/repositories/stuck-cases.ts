import { and, asc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { CaseEventOf } from '../../domain/case/event.ts';
import type { CaseState, PendingEffect } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Gap } from '../../domain/directory/recipients.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { hasPendingEffect } from '../schema/cases.ts';
import { isToldToNobody } from '../schema/escalations.ts';
import { cases, deliveryBundles, escalations, ledgerEvents } from '../schema/index.ts';

// A house where more than this stands still has one fault, not a thousand.
const most = 1000;

/** Effects that were asked for and have not happened, whether they run or have failed, or wait for their case to be resumed. */
export async function listPendingEffects(
  executor: Executor,
): Promise<(PendingEffect & { readonly caseNo: CaseNo; readonly pausedAt: Instant | null })[]> {
  const rows = await executor
    .select({
      caseNo: cases.caseNo,
      pending: sql<CaseState['pending']>`${cases.state} -> 'pending'`,
      pausedAt: sql<Instant | null>`${cases.state} -> 'paused' ->> 'at'`,
    })
    .from(cases)
    .where(hasPendingEffect(cases))
    .orderBy(asc(cases.caseNo))
    .limit(most);
  return rows.flatMap(({ pending, ...ofCase }) =>
    Object.values(pending).map((effect) => ({ ...effect, ...ofCase })),
  );
}

/** Open cases of which the head of the agenda lies before an instant, the longest overdue first. */
export async function listOverdueTimers(
  executor: Executor,
  before: Instant,
): Promise<{ readonly caseNo: CaseNo; readonly nextAt: Instant }[]> {
  const { caseNo, nextAt, status } = cases;
  const rows = await executor
    .select({ caseNo, nextAt })
    .from(cases)
    .where(and(ne(status, 'closed'), lt(nextAt, before)))
    .orderBy(asc(nextAt))
    .limit(most);
  return rows.flatMap((row) => (row.nextAt === null ? [] : [{ caseNo: row.caseNo, nextAt: row.nextAt }]));
}

/** Unsettled rungs that fired for nobody in person, with the gaps for which it was so. */
export async function listRungsToldToNobody(executor: Executor): Promise<
  {
    readonly caseNo: CaseNo;
    readonly rungKey: RungKey;
    readonly firedAt: Instant;
    readonly gaps: readonly Gap[];
  }[]
> {
  const { caseNo, rungKey, firedAt } = escalations;
  const rows = await executor
    .select({
      caseNo,
      rungKey,
      firedAt,
      gaps: sql<CaseEventOf<'rung_fired'>['gaps']>`${ledgerEvents.event} -> 'gaps'`,
    })
    .from(escalations)
    .innerJoin(cases, and(eq(cases.caseNo, caseNo), ne(cases.status, 'closed')))
    .innerJoin(
      ledgerEvents,
      and(
        eq(ledgerEvents.caseNo, caseNo),
        eq(ledgerEvents.stepKey, rungKey),
        sql`${ledgerEvents.event} ->> 'type' = 'rung_fired'`,
      ),
    )
    .where(isToldToNobody(escalations))
    .orderBy(asc(firedAt))
    .limit(most);
  // An inbox that somebody is known to read is no gap.
  return rows.filter(({ gaps }) => gaps.length > 0);
}

/** Messages that were given up since an instant. */
export async function listDeliveriesGivenUp(
  executor: Executor,
  since: Instant,
): Promise<
  {
    readonly id: BundleId;
    readonly channel: Channel;
    readonly attempts: number;
    readonly failureCode: string | null;
    readonly slotAt: Instant;
  }[]
> {
  const { id, channel, attempts, failureCode, slotAt, status, givenUpAt } = deliveryBundles;
  return executor
    .select({ id, channel, attempts, failureCode, slotAt })
    .from(deliveryBundles)
    .where(and(eq(status, 'given_up'), gte(givenUpAt, since)))
    .orderBy(asc(givenUpAt))
    .limit(most);
}
