import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { deliveryBundles, redeliveries } from '../schema/index.ts';

export type MessageRow = typeof deliveryBundles.$inferSelect;
export type Redelivery = typeof redeliveries.$inferSelect;

/** Where a page of messages ended. */
export interface MessagePosition {
  readonly slotAt: Instant;
  readonly id: BundleId;
}

/** Messages to a destination, newest first. */
export async function listMessages(
  executor: Executor,
  destination: DestinationKey,
  { before, limit }: { readonly before: MessagePosition | undefined; readonly limit: number },
): Promise<MessageRow[]> {
  const { slotAt, id } = deliveryBundles;
  return executor
    .select()
    .from(deliveryBundles)
    .where(
      and(
        eq(deliveryBundles.channel, 'webhook'),
        eq(deliveryBundles.destination, destination),
        before && sql`(${slotAt}, ${id}) < (${before.slotAt}::timestamptz, ${before.id}::uuid)`,
      ),
    )
    .orderBy(desc(slotAt), desc(id))
    .limit(limit);
}

/** Of some messages who asked for them again, oldest first. */
export async function listRedeliveries(executor: Executor, ids: readonly BundleId[]): Promise<Redelivery[]> {
  return executor
    .select()
    .from(redeliveries)
    .where(sql`${redeliveries.bundleId} = any(${sql.param([...ids])}::uuid[])`)
    .orderBy(asc(redeliveries.id));
}

/**
 * Asks for a message to be sent once more. `underway`, with nothing written, while it is on its way; undefined when no
 * such message went to the destination.
 */
export async function requestRedelivery(
  executor: Executor,
  { destination, id }: { readonly destination?: DestinationKey; readonly id: BundleId },
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<'requested' | 'underway' | undefined> {
  const [message] = await executor
    .select()
    .from(deliveryBundles)
    .where(
      and(
        eq(deliveryBundles.id, id),
        destination === undefined ? undefined : eq(deliveryBundles.destination, destination),
      ),
    );
  if (message === undefined) return undefined;
  const { status } = message;
  const earlierAt = message.handedOverAt ?? message.givenUpAt;
  if ((status !== 'delivered' && status !== 'given_up') || earlierAt === null) return 'underway';
  const asked = await executor
    .insert(redeliveries)
    .values({ bundleId: id, requestedBy: by, requestedAt: at, earlierStatus: status, earlierAt })
    .onConflictDoNothing()
    .returning({ id: redeliveries.id });
  return asked.length > 0 ? 'requested' : 'underway';
}

/** Makes messages that were asked for again such as are to be sent; their number stays, and their count of attempts. */
export async function takeUpRedeliveries(executor: Executor, at: Instant): Promise<void> {
  await executor.execute(sql`
    with taken as (
      update ${redeliveries} set taken_at = ${at} where taken_at is null returning bundle_id
    )
    update ${deliveryBundles} b
    set status = 'planned', started_at = null, handed_over_at = null, given_up_at = null,
      failure_kind = null, failure_code = null, failure_message = null
    from taken where b.id = taken.bundle_id and b.status in ('delivered', 'given_up')`);
}

/** A message, whatever has become of it. */
export async function findMessage(executor: Executor, id: BundleId): Promise<MessageRow | undefined> {
  const [message] = await executor.select().from(deliveryBundles).where(eq(deliveryBundles.id, id));
  return message;
}
