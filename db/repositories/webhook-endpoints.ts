import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { EndpointId } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { webhookEndpoints } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

export type WebhookEndpoint = Opened<typeof webhookEndpoints.$inferSelect>;

export async function addWebhookEndpoint(
  executor: Executor,
  endpoint: Omit<WebhookEndpoint, 'removedAt'>,
): Promise<void> {
  await executor.insert(webhookEndpoints).values(sealRow(executor, webhookEndpoints, endpoint));
}

/** Those of some units that are in use, oldest first. */
export async function listWebhookEndpoints(
  executor: Executor,
  units: readonly UnitCode[],
): Promise<WebhookEndpoint[]> {
  const rows = await executor
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        sql`${webhookEndpoints.unitCode} = any(${sql.param([...units])})`,
        isNull(webhookEndpoints.removedAt),
      ),
    )
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));
  return openRows(executor, webhookEndpoints, rows);
}

/** One that is in use. */
export async function findWebhookEndpoint(
  executor: Executor,
  id: EndpointId,
): Promise<WebhookEndpoint | undefined> {
  const [row] = await executor
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)));
  return row && openRow(executor, webhookEndpoints, row);
}

/** Takes an endpoint of a unit out of use; false when there is none. */
export async function removeWebhookEndpoint(
  executor: Executor,
  unitCode: UnitCode,
  id: EndpointId,
  at: Instant,
): Promise<boolean> {
  const removed = await executor
    .update(webhookEndpoints)
    .set({ removedAt: at })
    .where(
      and(
        eq(webhookEndpoints.id, id),
        eq(webhookEndpoints.unitCode, unitCode),
        isNull(webhookEndpoints.removedAt),
      ),
    )
    .returning({ id: webhookEndpoints.id });
  return removed.length > 0;
}
