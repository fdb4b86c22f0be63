import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Rejection } from '../../db/repositories/rejections.ts';
import { listRejections } from '../../db/repositories/rejections.ts';
import { withScope } from '../../db/scope.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import { papers } from '../../domain/papers/papers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { rejectionNoticeWorkflowName } from '../../workflows/contract.ts';
import { askWorker } from '../ask-worker.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import type { FileReply } from '../file-reply.ts';
import { dispositionOf, fileResponses, sendFile } from '../file-reply.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import {
  readRejection,
  rejectApplication,
  rejectionAddress,
  rejectionView,
  requireReader,
} from '../rejections.ts';
import { bestEffortApplication } from '../submission/best-effort.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { problems } from '../schemas/problem.ts';
import { RejectionBody, RejectionSchema } from '../schemas/rejection.ts';

const retryAfterSeconds = '2';

/** Applications that the counter does not accept, and the notice that the applicant gets (一次性告知). */
export function rejectionRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const submitSchema = {
      operationId: 'rejectApplication',
      summary: '不予受理，或一次性告知补正',
      tags: ['cases'],
      headers: IdempotencyHeaders,
      body: RejectionBody,
      response: { 201: RejectionSchema, ...problems(400, 401, 403, 422) },
    };
    app.post('/v1/rejections', { schema: submitSchema }, async (request, reply) => {
      const { decision, application, reasons = [] } = request.body;
      const { commandId: id } = await claimRequest(deps, request, request.body);
      const rejection = await rejectApplication(deps, {
        ...{ caller: callerOf(request), id, decision, reasons },
        application: bestEffortApplication(application),
      });
      return reply.status(201).header('location', rejectionAddress(id)).send(rejectionView(rejection));
    });

    const listSchema = {
      operationId: 'listRejections',
      summary: '本单位及下级单位未受理的申请',
      tags: ['cases'],
      querystring: Type.Object(paging, { additionalProperties: false }),
      response: { 200: pageSchema(RejectionSchema), ...problems(401, 403, 422) },
    };
    app.get('/v1/rejections', { schema: listSchema }, async (request) => {
      const caller = callerOf(request);
      requireReader(caller);
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, positionOf);
      const rows = await withScope(deps.database, caller.unitCode, (executor) =>
        listRejections(executor, { before, limit: limit + 1 }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ decidedAt, id }) => [decidedAt, id]);
      return { items: items.map(rejectionView), nextCursor };
    });

    const noticeSchema = {
      operationId: 'getRejectionNotice',
      summary: '不予受理告知书或一次性补正告知书（PDF）',
      tags: ['cases'],
      params: Type.Object({ id: Type.String() }),
      response: {
        ...fileResponses(['application/pdf']),
        202: Type.Object({ detail: Type.String() }),
        ...problems(422),
      },
    };
    app.get('/v1/rejections/:id/notice', { schema: noticeSchema }, async (request, reply) => {
      const find = () => readRejection(deps, callerOf(request), request.params.id);
      const rejection = await find();
      const made = noticeOf(rejection);
      if (made !== undefined) return sendFile(request, reply, made);
      const asked = await askWorker(deps, {
        workflowType: rejectionNoticeWorkflowName,
        workflowId: `rejection-notice/${rejection.id}`,
        args: [rejection.id],
      });
      const notice = asked === 'done' ? noticeOf(await find()) : undefined;
      if (notice !== undefined) return sendFile(request, reply, notice);
      void reply.header('retry-after', retryAfterSeconds);
      return reply.status(202).send({ detail: '文书正在生成，请稍后再取。' });
    });
    done();
  };
}

function noticeOf({ id, decision, sha256, pdf }: Rejection): FileReply | undefined {
  if (sha256 === null || pdf === null) return undefined;
  const { title } = papers[decision === 'rejected' ? 'rejection_notice' : 'completion_notice'];
  const disposition = dispositionOf('inline', `${title}-${id}.pdf`);
  return { mediaType: 'application/pdf', sha256, disposition, content: pdf };
}

function positionOf([decidedAt, id]: readonly unknown[]) {
  if (typeof decidedAt !== 'string' || typeof id !== 'string') return undefined;
  try {
    return { decidedAt: parseInstant(decidedAt), id: id as CommandId };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
