import { asc, eq, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleState, DeliveryState } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { NewBundle, PlannedDelivery } from '../../domain/notices/plan.ts';
import type { Executor } from '../database.ts';
import { deliveries, deliveryBundles, notices } from '../schema/index.ts';
import { failureOf } from './delivery-bundles.ts';

/** A way out of a notice and what became of it. */
export interface Delivery {
  readonly noticeId: number;
  readonly channel: Channel;
  readonly destination: DestinationKey;
  readonly state: DeliveryState;
}

/** Lets one planner at a time decide, until the transaction ends: two would each make a message for the same person. */
export async function tryLockPlanning(executor: Executor): Promise<boolean> {
  const [row] = await executor.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('notice_planning', 3)) as locked`,
  );
  return row?.locked === true;
}

// Postgres takes 65,535 parameters in a statement.
const batchSize = 5000;

export async function addPlan(
  executor: Executor,
  plan: { readonly deliveries: readonly PlannedDelivery[]; readonly bundles: readonly NewBundle[] },
): Promise<void> {
  for (let start = 0; start < plan.bundles.length; start += batchSize) {
    const batch = plan.bundles.slice(start, start + batchSize);
    await executor
      .insert(deliveryBundles)
      .values(batch.map((bundle) => ({ ...bundle, status: 'planned' as const })));
  }
  for (let start = 0; start < plan.deliveries.length; start += batchSize) {
    const batch = plan.deliveries.slice(start, start + batchSize);
    await executor.insert(deliveries).values(batch.map(rowOf));
  }
}

function rowOf({ fate, ...delivery }: PlannedDelivery): typeof deliveries.$inferInsert {
  if ('bundleId' in fate) return { ...delivery, bundleId: fate.bundleId };
  const originalNoticeId = fate.reason === 'duplicate' ? fate.original : null;
  return { ...delivery, suppression: fate.reason, originalNoticeId };
}

/** Of some subjects those that went, or will go, to some destinations, with the notice that they go out with. */
export async function listToldSubjects(
  executor: Executor,
  destinations: readonly DestinationKey[],
  subjectKeys: readonly string[],
): Promise<{ channel: Channel; destination: DestinationKey; subjectKey: string; noticeId: number }[]> {
  const { channel, destination, subjectKey, noticeId, bundleId } = deliveries;
  return executor
    .select({ channel, destination, subjectKey, noticeId })
    .from(deliveries)
    .innerJoin(deliveryBundles, eq(deliveryBundles.id, bundleId))
    .where(
      sql`${destination} = any(${sql.param([...destinations])}) and ${subjectKey} = any(${sql.param([...subjectKeys])})
        and ${deliveryBundles.status} <> 'given_up'`,
    );
}

/** What became of some notices on their ways out, oldest notice first. */
export async function listDeliveriesOf(
  executor: Executor,
  noticeIds: readonly number[],
): Promise<Delivery[]> {
  if (noticeIds.length === 0) return [];
  const rows = await selectDeliveries(executor)
    .where(sql`${deliveries.noticeId} = any(${sql.param([...noticeIds])}::bigint[])`)
    .orderBy(asc(deliveries.noticeId), asc(deliveries.channel), asc(deliveries.destination));
  return rows.map(deliveryOf);
}

/** The same for all notices of a case. */
export async function listDeliveriesOfCase(executor: Executor, caseNo: CaseNo): Promise<Delivery[]> {
  const rows = await selectDeliveries(executor)
    .where(
      sql`${deliveries.noticeId} in (select ${notices.id} from ${notices} where ${notices.caseNo} = ${caseNo})`,
    )
    .orderBy(asc(deliveries.noticeId), asc(deliveries.channel), asc(deliveries.destination));
  return rows.map(deliveryOf);
}

function selectDeliveries(executor: Executor) {
  return executor
    .select({ delivery: deliveries, bundle: deliveryBundles })
    .from(deliveries)
    .leftJoin(deliveryBundles, eq(deliveryBundles.id, deliveries.bundleId));
}

interface DeliveryRow {
  readonly delivery: typeof deliveries.$inferSelect;
  readonly bundle: typeof deliveryBundles.$inferSelect | null;
}

function deliveryOf({ delivery, bundle }: DeliveryRow): Delivery {
  const { noticeId, channel, destination, suppression, originalNoticeId } = delivery;
  const base = { noticeId, channel, destination };
  if (bundle !== null) return { ...base, state: { ...bundleStateOf(bundle), slotAt: bundle.slotAt } };
  if (suppression === 'duplicate' && originalNoticeId !== null) {
    return { ...base, state: { status: 'suppressed', reason: suppression, original: originalNoticeId } };
  }
  return { ...base, state: { status: 'suppressed', reason: 'channel_off' } };
}

/** Where a message is on its way, of its row. */
export function bundleStateOf(row: typeof deliveryBundles.$inferSelect): BundleState {
  const { status, attempts, handedOverAt, givenUpAt } = row;
  const lastFailure = failureOf(row);
  if (handedOverAt !== null) return { status: 'delivered', attempts, handedOverAt };
  if (givenUpAt !== null) return { status: 'given_up', attempts, lastFailure, givenUpAt };
  return status === 'planned' ? { status } : { status: 'sending', attempts, lastFailure };
}
