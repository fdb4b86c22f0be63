import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Draft } from '../../db/repositories/drafts.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import { isDraftId } from '../../domain/application/draft.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { etagOf, IfMatchHeaders, seenVersionOf } from '../etag.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { DraftBody, DraftListItemSchema, DraftSchema } from '../schemas/draft.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { draftItem, dropDraft, getDraft, keepDraft, readDrafts, replaceDraft } from '../submission/drafts.ts';

const tags = ['drafts'];
const params = Type.Object({ id: Type.String() });

/** Applications that are being typed: an auxiliary may, and a sworn officer submits them [§8]. */
export function draftRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const keepSchema = {
      operationId: 'keepDraft',
      summary: '保存申请草稿',
      description:
        'Judges nothing. Name it as `draftId` in the application that is submitted; it is gone then.',
      tags,
      headers: IdempotencyHeaders,
      body: DraftBody,
      problems: ['not_found'] as const,
      sends: { 201: ['location', 'etag'] as const },
      response: { 201: DraftSchema },
    };
    app.post('/v1/drafts', { schema: keepSchema }, async (request, reply) => {
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const caller = callerOf(request);
      const id = claim.commandId as DraftId;
      // One that was submitted or deleted since is not begun anew.
      const draft =
        claim.answeredStatus === undefined
          ? await keepDraft(deps, caller, { id, application: request.body })
          : await getDraft(deps, caller, id);
      await keepDone(deps, claim, 201);
      void reply.headers({ location: `/v1/drafts/${id}`, etag: etagOf(draft.version) });
      return reply.status(201).send(viewOf(draft));
    });

    const listSchema = {
      operationId: 'listDrafts',
      summary: '本所的申请草稿',
      tags,
      querystring: Type.Object(paging, { additionalProperties: false }),
      response: { 200: pageSchema(DraftListItemSchema) },
    };
    app.get('/v1/drafts', { schema: listSchema }, async (request) => {
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, positionOf);
      const rows = await readDrafts(deps, callerOf(request), { before, limit: limit + 1 });
      const { items, nextCursor } = pageOf(rows, limit, ({ changedAt, id }) => [changedAt, id]);
      return { items: items.map(draftItem), nextCursor };
    });

    const getSchema = {
      operationId: 'getDraft',
      summary: '申请草稿',
      tags,
      params,
      problems: ['not_found'] as const,
      sends: { 200: ['etag'] as const },
      response: { 200: DraftSchema },
    };
    app.get('/v1/drafts/:id', { schema: getSchema }, async (request, reply) => {
      const draft = await getDraft(deps, callerOf(request), readId(request.params.id));
      return reply.header('etag', etagOf(draft.version)).send(viewOf(draft));
    });

    const replaceSchema = {
      operationId: 'replaceDraft',
      summary: '修改申请草稿',
      tags,
      params,
      headers: IfMatchHeaders,
      body: DraftBody,
      problems: ['not_found'] as const,
      response: { 200: DraftSchema },
    };
    app.put('/v1/drafts/:id', { schema: replaceSchema }, async (request, reply) => {
      const seen = { id: readId(request.params.id), version: seenVersionOf(request) };
      const draft = await replaceDraft(deps, callerOf(request), { ...seen, application: request.body });
      return reply.header('etag', etagOf(draft.version)).send(viewOf(draft));
    });

    const dropSchema = {
      operationId: 'deleteDraft',
      summary: '删除申请草稿',
      tags,
      params,
      problems: ['not_found'] as const,
      response: { 204: Type.Null() },
    };
    app.delete('/v1/drafts/:id', { schema: dropSchema }, async (request, reply) => {
      await dropDraft(deps, callerOf(request), readId(request.params.id));
      return reply.status(204).send(null);
    });
    done();
  };
}

function viewOf({ id, officerId, createdAt, changedAt, expiresOn, application }: Draft) {
  return { id, officerId, createdAt, changedAt, expiresOn, application };
}

function readId(text: string): DraftId {
  if (!isDraftId(text)) throw new Problem('not_found');
  return text;
}

function positionOf([changedAt, id]: readonly unknown[]) {
  if (typeof changedAt !== 'string' || typeof id !== 'string' || !isDraftId(id)) return undefined;
  const instant = findInstant(changedAt);
  return instant === undefined ? undefined : { changedAt: instant, id };
}
