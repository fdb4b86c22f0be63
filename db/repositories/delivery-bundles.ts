import { and, asc, eq, exists, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { BundleId, DeliveryFailure } from '../../domain/notices/delivery.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { deliveries, deliveryBundles, notices } from '../schema/index.ts';
import type { NoticeRow } from './notices.ts';

/** A message that is about to be sent. */
export interface PendingBundle {
  readonly id: BundleId;
  readonly channel: Channel;
  readonly destination: DestinationKey;
  readonly slotAt: Instant;
  /** Whether one of its notices is urgent. */
  readonly urgent: boolean;
}

/** A message that was neither handed over nor given up. */
export async function findPendingBundle(
  executor: Executor,
  id: BundleId,
): Promise<PendingBundle | undefined> {
  const { channel, destination, slotAt } = deliveryBundles;
  const urgentNotice = executor
    .select({ one: sql`1` })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(and(eq(deliveries.bundleId, id), eq(notices.urgency, 'urgent')));
  const [row] = await executor
    .select({
      id: deliveryBundles.id,
      channel,
      destination,
      slotAt,
      urgent: exists(urgentNotice).mapWith(Boolean),
    })
    .from(deliveryBundles)
    .where(and(eq(deliveryBundles.id, id), isPending));
  return row;
}

const isPending = inArray(deliveryBundles.status, ['planned', 'sending']);

/**
 * Begins an attempt. From the first on the message is closed: what it holds is the same at every attempt. False when it
 * is not pending any more.
 */
export async function claimBundle(executor: Executor, id: BundleId, at: Instant): Promise<boolean> {
  const claimed = await executor
    .update(deliveryBundles)
    .set({ status: 'sending', attempts: sql`${deliveryBundles.attempts} + 1`, attemptedAt: at })
    .where(and(eq(deliveryBundles.id, id), isPending))
    .returning({ id: deliveryBundles.id });
  return claimed.length > 0;
}

/** What stands in a message, oldest first. */
export async function listNoticesOfBundle(executor: Executor, id: BundleId): Promise<NoticeRow[]> {
  const rows = await executor
    .select({ notice: notices })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(eq(deliveries.bundleId, id))
    .orderBy(asc(notices.id));
  return rows.map(({ notice }) => notice);
}

export async function recordHandOver(executor: Executor, id: BundleId, at: Instant): Promise<void> {
  await executor
    .update(deliveryBundles)
    .set({ status: 'delivered', handedOverAt: at })
    .where(and(eq(deliveryBundles.id, id), isPending));
}

export async function recordFailure(
  executor: Executor,
  id: BundleId,
  failure: DeliveryFailure,
): Promise<void> {
  const { kind, code, message } = failure;
  await executor
    .update(deliveryBundles)
    .set({ failureKind: kind, failureCode: code, failureMessage: message })
    .where(and(eq(deliveryBundles.id, id), isPending));
}

/** Gives a message up; undefined when it is not pending any more. */
export async function giveBundleUp(
  executor: Executor,
  id: BundleId,
  at: Instant,
): Promise<{ id: BundleId; channel: Channel; failure: DeliveryFailure | null } | undefined> {
  const [row] = await executor
    .update(deliveryBundles)
    .set({ status: 'given_up', givenUpAt: at })
    .where(and(eq(deliveryBundles.id, id), isPending))
    .returning();
  return row && { id, channel: row.channel, failure: failureOf(row) };
}

/** What was last in the way of a message. */
export function failureOf({
  failureKind: kind,
  failureCode: code,
  failureMessage: message,
}: typeof deliveryBundles.$inferSelect): DeliveryFailure | null {
  return kind === null || code === null || message === null ? null : { kind, code, message };
}

/** Since when nobody has worked at a message that Temporal has lost. */
export interface Stalled {
  /** One that was never tried. */
  readonly untriedSince: Instant;
  /** One whose next try is missing; longer than any wait between two. */
  readonly triedSince: Instant;
}

/** Messages whose workflow is to be started: new ones, and those that Temporal has lost. */
export async function listBundlesToStart(
  executor: Executor,
  { stalled, limit }: { stalled: Stalled; limit: number },
): Promise<{ id: BundleId; slotAt: Instant }[]> {
  const { id, status, slotAt, startedAt, attemptedAt } = deliveryBundles;
  return executor
    .select({ id, slotAt })
    .from(deliveryBundles)
    .where(
      or(
        isNull(startedAt),
        and(eq(status, 'planned'), sql`greatest(${slotAt}, ${startedAt}) < ${stalled.untriedSince}`),
        and(eq(status, 'sending'), sql`greatest(${attemptedAt}, ${startedAt}) < ${stalled.triedSince}`),
      ),
    )
    .orderBy(asc(slotAt))
    .limit(limit);
}

export async function markStarted(executor: Executor, ids: readonly BundleId[], at: Instant): Promise<void> {
  await executor
    .update(deliveryBundles)
    .set({ startedAt: at })
    .where(sql`${deliveryBundles.id} = any(${sql.param([...ids])}::uuid[])`);
}

/** Messages to some destinations whose slot lies behind `since`; given up ones reached nobody and do not count. */
export async function listMessagesTo(
  executor: Executor,
  destinations: readonly DestinationKey[],
  since: Instant,
): Promise<{ id: BundleId; channel: Channel; destination: DestinationKey; slotAt: Instant }[]> {
  const { id, channel, destination, slotAt, status } = deliveryBundles;
  return executor
    .select({ id, channel, destination, slotAt })
    .from(deliveryBundles)
    .where(
      and(
        sql`${destination} = any(${sql.param([...destinations])})`,
        sql`${slotAt} > ${since}`,
        ne(status, 'given_up'),
      ),
    );
}

/** Of them, those that wait until after `at`; locked, so that none is sent while something is added to it. */
export async function lockWaitingMessages(
  executor: Executor,
  destinations: readonly DestinationKey[],
  at: Instant,
): Promise<Set<BundleId>> {
  const { id, destination, slotAt, status } = deliveryBundles;
  const rows = await executor
    .select({ id })
    .from(deliveryBundles)
    .where(
      and(
        sql`${destination} = any(${sql.param([...destinations])})`,
        sql`${slotAt} > ${at}`,
        eq(status, 'planned'),
      ),
    )
    .for('update', { skipLocked: true });
  return new Set(rows.map((row) => row.id));
}
