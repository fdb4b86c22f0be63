import { randomBytes } from 'node:crypto';
import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { WebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import {
  addWebhookEndpoint,
  findWebhookEndpoint,
  getWebhookEndpoint,
  listWebhookEndpoints,
  removeWebhookEndpoint,
  rotateWebhookSecret,
} from '../../db/repositories/webhook-endpoints.ts';
import { withScope } from '../../db/scope.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { noticeKinds } from '../../domain/notices/kind.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { doOnce } from '../do-once.ts';
import { webhookEndpointIdOf } from '../endpoint-id.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { InstantSchema } from '../schemas/text.ts';

const tags = ['notices'];
type Rotated = Pick<WebhookEndpoint, 'secret'> & { readonly previousSecretUntil: Instant };
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
  secret: Type.String({
    description: 'Signs every message; shown this once, and to a repeat under its Idempotency-Key',
  }),
});

const listSchema = {
  operationId: 'listWebhookEndpoints',
  summary: '本单位的接口推送地址',
  tags,
  response: { 200: Type.Object({ items: Type.Array(EndpointSchema) }) },
};

const addSchema = {
  operationId: 'addWebhookEndpoint',
  summary: '登记接口推送地址',
  description:
    'From now on the notices to the unit and the units below it are posted there, signed as Standard Webhooks. See docs/notices.md.',
  tags,
  headers: IdempotencyHeaders,
  body: Type.Object(content, { additionalProperties: false }),
  response: { 201: NewEndpointSchema },
};

const rotateSchema = {
  operationId: 'rotateWebhookSecret',
  summary: '更换接口推送的签名密钥',
  description:
    'A new secret, shown this once, and to a repeat under its Idempotency-Key, which replaces nothing. For the hours named the present one signs too: two signatures, separated by a space. One that was still signing beside it no longer does.',
  tags,
  params: Type.Object({ id: Type.String() }),
  headers: IdempotencyHeaders,
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
  problems: ['not_found'] as const,
  response: {
    200: Type.Object({ secret: Type.String(), previousSecretUntil: InstantSchema }),
  },
};

const removeSchema = {
  operationId: 'removeWebhookEndpoint',
  summary: '停用接口推送地址',
  tags,
  params: Type.Object({ id: Type.String() }),
  problems: ['not_found'] as const,
  response: { 204: Type.Null() },
};

/** Where the programs of a unit are told of its notices: kept by its system administrators. */
export function webhookEndpointRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock, outgoing } = deps;
  return (app, _options, done) => {
    app.get('/v1/webhook-endpoints', { schema: listSchema }, (request) => {
      const { unitCode } = callerOf(request);
      return withScope(database, unitCode, async (executor) => ({
        items: (await listWebhookEndpoints(executor, [unitCode])).map(viewOf),
      }));
    });

    app.post('/v1/webhook-endpoints', { schema: addSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { url, kinds } = request.body;
      const fault = await outgoing.findFault(url);
      if (fault !== undefined) {
        throw new Problem('validation_failed', { errors: [{ pointer: '/url', ...fault }] });
      }
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const id = claim.commandId as string as EndpointId;
      const { status, result: endpoint } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const { unitCode, subject: createdBy } = caller;
            const by = { createdBy, createdAt: clock.now() };
            const added = { id, unitCode, url, kinds, secret: newSecret(), ...by };
            await addWebhookEndpoint(executor, added);
            return { status: 201, reference: null, result: added };
          },
          again: (executor) => getWebhookEndpoint(executor, id),
        },
      );
      noteForAudit(request, { objectId: id });
      return reply.status(status).send({ ...viewOf(endpoint), secret: endpoint.secret });
    });

    app.post('/v1/webhook-endpoints/:id/secret', { schema: rotateSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const id = webhookEndpointIdOf(request.params.id);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const secret = newSecret();
            const previousSecretUntil = addMs(clock.now(), request.body.previousForHours * hourMs);
            const next = { secret, previousUntil: previousSecretUntil };
            const endpoint = { unitCode: caller.unitCode, id };
            if (!(await rotateWebhookSecret(executor, endpoint, next))) throw new Problem('not_found');
            return { status: 200, reference: null, result: { secret, previousSecretUntil } };
          },
          again: async (executor) => rotatedOf(await findWebhookEndpoint(executor, id)),
        },
      );
      return result;
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

/** What signs now. @throws {Problem} 404 for an endpoint that was taken out of use since. */
function rotatedOf(endpoint: WebhookEndpoint | undefined): Rotated {
  if (endpoint === undefined) throw new Problem('not_found');
  const { secret, previousSecretUntil } = endpoint;
  if (previousSecretUntil === null) throw new Error('a secret was replaced and no instant is kept');
  return { secret, previousSecretUntil };
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
