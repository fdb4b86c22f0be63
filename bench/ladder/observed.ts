import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { deliveries, deliveryBundles, escalations, ledgerEvents, notices } from '../../db/schema/index.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Progress } from './patience.ts';

const isRungOfDay5 = sql`${ledgerEvents.event} ->> 'type' = 'rung_fired' and ${ledgerEvents.event} ->> 'rung' = 'R3'`;

/** Every rung of day 5, with its instant as the ledger has it. */
export function listFired(database: Database) {
  return database
    .select({ caseNo: ledgerEvents.caseNo, at: ledgerEvents.occurredAt })
    .from(ledgerEvents)
    .where(isRungOfDay5);
}

/** Cases whose rung has fired. */
export function countFiredCases(database: Database): Promise<number> {
  return database.$count(escalations, eq(escalations.rung, 'R3'));
}

/** Who has been told of the rung of which case, and when the message with it was handed to its channel. */
export function listTold(database: Database) {
  const { destination, handedOverAt } = deliveryBundles;
  return database
    .select({ caseNo: ledgerEvents.caseNo, destination, at: sql`${handedOverAt}`.mapWith(handedOverAt) })
    .from(ledgerEvents)
    .innerJoin(notices, and(eq(notices.caseNo, ledgerEvents.caseNo), eq(notices.seq, ledgerEvents.seq)))
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .innerJoin(deliveryBundles, eq(deliveryBundles.id, deliveries.bundleId))
    .where(and(isRungOfDay5, isNotNull(handedOverAt)));
}

/** Notices whose ways out nobody has decided on. */
export function countUnplanned(database: Database): Promise<number> {
  return database.$count(notices, isNull(notices.plannedAt));
}

/** Messages that are on their way; the limits let some wait a quarter of an hour. */
export async function readOpenMessages(database: Database): Promise<Progress> {
  const isOpen = inArray(deliveryBundles.status, ['planned', 'sending']);
  const now = systemClock.now();
  return {
    left: await database.$count(deliveryBundles, isOpen),
    notYetDue: await database.$count(deliveryBundles, and(isOpen, sql`${deliveryBundles.slotAt} > ${now}`)),
  };
}
