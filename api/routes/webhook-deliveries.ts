import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { bundleStateOf } from '../../db/repositories/deliveries.ts';
import type { MessageRow, Redelivery } from '../../db/repositories/redeliveries.ts';
import { listMessages, listRedeliveries, requestRedelivery } from '../../db/repositories/redeliveries.ts';
import { findWebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import { deliveryStatusTitles } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { destinationKeyOf } from '../../domain/notices/destination.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { doOnce } from '../do-once.ts';
import { isUuid, webhookEndpointIdOf } from '../endpoint-id.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { DeliverySchema } from '../schemas/delivery.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { nullable } from '../schemas/reference.ts';
import { InstantSchema } from '../schemas/text.ts';

const tags = ['notices'];
const { slotAt, attempts, handedOverAt, givenUpAt, lastFailure, statusTitle } = DeliverySchema.properties;
const endings = ['delivered', 'given_up'] as const;

const MessageSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  webhookId: Type.String({ description: 'The header webhook-id, the same at every attempt' }),
  status: Type.Enum(['planned', 'sending', ...endings]),
  ...{ statusTitle, slotAt, attempts },
  attemptedAt: nullable(InstantSchema),
  ...{ handedOverAt, givenUpAt, lastFailure },
  redeliveries: Type.Array(
    Type.Object({
      requestedBy: Type.String({ description: 'Number of the administrator' }),
      requestedAt: InstantSchema,
      earlierStatus: Type.Enum([...endings], { description: 'What had become of it until then' }),
      earlierAt: InstantSchema,
    }),
  ),
});

const listSchema = {
  operationId: 'listWebhookDeliveries',
  summary: '接口推送记录',
  description:
    'Every message to the endpoint, newest first: state, attempts, last failure, who asked for it again.',
  tags,
  params: Type.Object({ id: Type.String() }),
  querystring: Type.Object(paging, { additionalProperties: false }),
  problems: ['not_found'] as const,
  response: { 200: pageSchema(MessageSchema) },
};

const redeliverSchema = {
  operationId: 'redeliverWebhook',
  summary: '重发一条接口推送',
  description:
    'Sends a message that was delivered or given up once more, under the same webhook-id with a new timestamp, and tries for as long as a new one.',
  tags,
  params: Type.Object({ id: Type.String(), deliveryId: Type.String() }),
  headers: IdempotencyHeaders,
  problems: ['not_found', 'delivery_underway'] as const,
  response: { 202: Type.Null() },
};

/** What became of what was sent to an endpoint: for the system administrators of its unit. */
export function webhookDeliveryRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock } = deps;
  return (app, _options, done) => {
    app.get('/v1/webhook-endpoints/:id/deliveries', { schema: listSchema }, (request) => {
      const { unitCode } = callerOf(request);
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, ([at, id]) => {
        const instant = typeof at === 'string' ? findInstant(at) : undefined;
        return instant === undefined || !isUuid(id) ? undefined : { slotAt: instant, id: id as BundleId };
      });
      return withScope(database, unitCode, async (executor) => {
        const destination = await destinationOf(executor, request.params.id);
        const rows = await listMessages(executor, destination, { before, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, (row) => [row.slotAt, row.id]);
        const asked = await listRedeliveries(
          executor,
          items.map(({ id }) => id),
        );
        return { items: items.map((row) => messageView(row, asked)), nextCursor };
      });
    });

    app.post(
      '/v1/webhook-endpoints/:id/deliveries/:deliveryId/redeliver',
      { schema: redeliverSchema },
      async (request, reply) => {
        const caller = callerOf(request);
        const { id, deliveryId } = request.params;
        if (!isUuid(deliveryId)) throw new Problem('not_found');
        const claim = await claimRequest(deps, { request, reply }, null);
        await doOnce(
          deps,
          { caller, claim, reply },
          {
            first: async (executor) => {
              const message = { destination: await destinationOf(executor, id), id: deliveryId as BundleId };
              const by = { by: caller.subject, at: clock.now() };
              const asked = await requestRedelivery(executor, message, by);
              if (asked === undefined) throw new Problem('not_found');
              if (asked === 'underway') throw new Problem('delivery_underway');
              return { status: 202, reference: null, result: null };
            },
            again: () => Promise.resolve(null),
          },
        );
        noteForAudit(request, { objectId: deliveryId });
        return reply.status(202).send(null);
      },
    );
    done();
  };
}

/** @throws {Problem} 404 for an endpoint that the caller's unit does not have in use. */
async function destinationOf(executor: Executor, id: string): Promise<DestinationKey> {
  const endpoint = await findWebhookEndpoint(executor, webhookEndpointIdOf(id));
  if (endpoint === undefined) throw new Problem('not_found');
  return destinationKeyOf({ kind: 'endpoint', endpointId: endpoint.id });
}

function messageView(row: MessageRow, asked: readonly Redelivery[]): Static<typeof MessageSchema> {
  const { id, attempts, attemptedAt, slotAt } = row;
  const { status } = row;
  return {
    ...{ handedOverAt: null, givenUpAt: null, lastFailure: null },
    ...bundleStateOf(row),
    ...{
      id,
      webhookId: `msg_${id}`,
      statusTitle: deliveryStatusTitles[status],
      slotAt,
      attempts,
      attemptedAt,
    },
    redeliveries: asked
      .filter(({ bundleId }) => bundleId === id)
      .map(({ requestedBy, requestedAt, earlierStatus, earlierAt }) => ({
        ...{ requestedBy, requestedAt, earlierStatus, earlierAt },
      })),
  };
}
