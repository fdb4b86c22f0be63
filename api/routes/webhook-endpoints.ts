import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { WebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import {
  addWebhookEndpoint,
  listWebhookEndpoints,
  removeWebhookEndpoint,
  rotateWebhookSecret,
} from '../../db/repositories/webhook-endpoints.ts';
import { withScope } from '../../db/scope.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { noticeKinds } from '../../domain/notices/kind.ts';
import { addMs } from '../../domain/time/instant.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { webhookEndpointIdOf } from '../endpoint-id.ts';
import { Problem } from '../problems.ts';
import { problems } from '../schemas/problem.ts';
import { InstantSchema } from '../schemas/text.ts';

const tags = ['notices'];
// The standard asks for 24 to 64 bytes.
const secretBytes = 32;
const hourMs = 3_600_000;

const content = {
  url: Type.String({
    maxLength: 2000,
    pattern: '^https?://[^\\s@#]+$',
    description: 'Where messages are posted to',
  }),
  kinds: Type.Array(Type.Enum([...noticeKinds]), {
    maxItems: noticeKinds.length,
    uniqueItems: true,
    description: 'What is sent; none means all',
  }),
};

const EndpointSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...content,
  createdAt: InstantSchema,
});

const NewEndpointSchema = Type.Object({
  ...EndpointSchema.properties,
  secret: Type.String({ description: 'Signs every message; shown this once' }),
});

const listSchema = {
  operationId: 'listWebhookEndpoints',
  summary: '本单位的接口推送地址',
  tags,
  response: { 200: Type.Object({ items: Type.Array(EndpointSchema) }), ...problems(401, 403) },
};

const addSchema = {
  operationId: 'addWebhookEndpoint',
  summary: '登记接口推送地址',
  description:
    'From now on the notices to the unit and the units below it are posted there, signed as Standard Webhooks. See docs/notices.md.',
  tags,
  body: Type.Object(content, { additionalProperties: false }),
  response: { 201: NewEndpointSchema, ...problems(400, 401, 403, 413, 415, 422) },
};

const rotateSchema = {
  operationId: 'rotateWebhookSecret',
  summary: '更换接口推送的签名密钥',
  description:
    'A new secret, shown this once. For the hours named the present one signs too: two signatures, separated by a space. One that was still signing beside it no longer does.',
  tags,
  params: Type.Object({ id: Type.String() }),
  body: Type.Object(
    {
      previousForHours: Type.Integer({
        minimum: 0,
        maximum: 7 * 24,
        default: 24,
        description: 'How long the present secret signs too; 0 when it has become known',
      }),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ secret: Type.String(), previousSecretUntil: InstantSchema }),
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
};

const removeSchema = {
  operationId: 'removeWebhookEndpoint',
  summary: '停用接口推送地址',
  tags,
  params: Type.Object({ id: Type.String() }),
  response: { 204: Type.Null(), ...problems(401, 403, 404) },
};

/** Where the programs of a unit are told of its notices: kept by its system administrators. */
export function webhookEndpointRoutes({ database, clock, outgoing }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/webhook-endpoints', { schema: listSchema }, (request) => {
      const { unitCode } = callerOf(request);
      return withScope(database, unitCode, async (executor) => ({
        items: (await listWebhookEndpoints(executor, [unitCode])).map(viewOf),
      }));
    });

    app.post('/v1/webhook-endpoints', { schema: addSchema }, async (request, reply) => {
      const { unitCode, subject } = callerOf(request);
      const fault = await outgoing.findFault(request.body.url);
      if (fault !== undefined) {
        throw new Problem('validation_failed', { errors: [{ pointer: '/url', ...fault }] });
      }
      const endpoint = {
        id: randomUUID() as EndpointId,
        unitCode,
        url: request.body.url,
        kinds: request.body.kinds,
        secret: newSecret(),
        createdBy: subject,
        createdAt: clock.now(),
      };
      await withScope(database, unitCode, (executor) => addWebhookEndpoint(executor, endpoint));
      noteForAudit(request, { objectId: endpoint.id });
      return reply.status(201).send({ ...viewOf(endpoint), secret: endpoint.secret });
    });

    app.post('/v1/webhook-endpoints/:id/secret', { schema: rotateSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const id = webhookEndpointIdOf(request.params.id);
      const secret = newSecret();
      const previousSecretUntil = addMs(clock.now(), request.body.previousForHours * hourMs);
      const rotated = await withScope(database, unitCode, (executor) =>
        rotateWebhookSecret(executor, { unitCode, id }, { secret, previousUntil: previousSecretUntil }),
      );
      if (!rotated) throw new Problem('not_found');
      return { secret, previousSecretUntil };
    });

    app.delete('/v1/webhook-endpoints/:id', { schema: removeSchema }, async (request, reply) => {
      const { unitCode } = callerOf(request);
      const id = webhookEndpointIdOf(request.params.id);
      const removed = await withScope(database, unitCode, (executor) =>
        removeWebhookEndpoint(executor, unitCode, id, clock.now()),
      );
      if (!removed) throw new Problem('not_found');
      return reply.status(204).send(null);
    });
    done();
  };
}

function newSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

function viewOf({
  id,
  url,
  kinds,
  createdAt,
}: Pick<WebhookEndpoint, 'id' | 'url' | 'kinds' | 'createdAt'>): Static<typeof EndpointSchema> {
  return { id, url, kinds: [...kinds], createdAt };
}
