import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { EndpointId } from '../../domain/notices/destination.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { webhookEndpoints } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealChange, sealRow } from '../sealed-rows.ts';

export type WebhookEndpoint = Opened<typeof webhookEndpoints.$inferSelect>;

type NewEndpoint = Omit<WebhookEndpoint, 'removedAt' | 'previousSecret' | 'previousSecretUntil'>;

export async function addWebhookEndpoint(executor: Executor, endpoint: NewEndpoint): Promise<void> {
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

/** One of the caller's unit, in use or not. @throws {Error} when there never was one: they are kept for good. */
export async function getWebhookEndpoint(executor: Executor, id: EndpointId): Promise<WebhookEndpoint> {
  const [row] = await executor.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id));
  if (row === undefined) throw new Error('a webhook endpoint that was made is not there');
  return openRow(executor, webhookEndpoints, row);
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

/** What signs at an instant: the secret, and the one before it for as long as was said. */
export function secretsOf(
  { secret, previousSecret, previousSecretUntil }: WebhookEndpoint,
  at: Instant,
): readonly string[] {
  const previous = previousSecretUntil !== null && at < previousSecretUntil ? previousSecret : null;
  return previous === null ? [secret] : [secret, previous];
}

/** Gives an endpoint of a unit another secret, the present one signing too until then; false when there is none. */
export async function rotateWebhookSecret(
  executor: Executor,
  { unitCode, id }: { readonly unitCode: UnitCode; readonly id: EndpointId },
  { secret, previousUntil }: { readonly secret: string; readonly previousUntil: Instant },
): Promise<boolean> {
  return executor.transaction(async (transaction) => {
    const [row] = await transaction
      .select()
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookEndpoints.id, id),
          eq(webhookEndpoints.unitCode, unitCode),
          isNull(webhookEndpoints.removedAt),
        ),
      )
      .for('update');
    if (row === undefined) return false;
    // A sealed value opens in its own column only: the present secret cannot be copied over as it is stored.
    const { secret: previousSecret } = openRow(transaction, webhookEndpoints, row);
    const sealed = sealChange(transaction, webhookEndpoints, { id }, { secret, previousSecret });
    await transaction
      .update(webhookEndpoints)
      .set({ ...sealed, previousSecretUntil: previousUntil })
      .where(eq(webhookEndpoints.id, id));
    return true;
  });
}
