import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Rejection } from '../../db/repositories/rejections.ts';
import { listRejections } from '../../db/repositories/rejections.ts';
import { withScope } from '../../db/scope.ts';
import { isRejectionNo } from '../../domain/certificate/numbers.ts';
import { papers } from '../../domain/papers/papers.ts';
import { unitsWithin } from '../../domain/units/unit-tree.ts';
import { rejectionNoticeWorkflowName } from '../../workflows/contract.ts';
import { findingsOf } from '../audit/findings.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import { madeLater } from '../declared-headers.ts';
import type { ApiDeps } from '../deps.ts';
import { fileResponses, ownPdf, sendFile } from '../file-reply.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import type { MadeFile } from '../made-file.ts';
import { findOrMake, makingProblems } from '../made-file.ts';
import { Problem } from '../problems.ts';
import { readRejection, rejectApplication, rejectionAddress, rejectionView } from '../rejections.ts';
import { draftIdOf } from '../submission/drafts.ts';
import { bestEffortApplication } from '../submission/best-effort.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { RejectionBody, RejectionSchema } from '../schemas/rejection.ts';

const retryAfterSeconds = '2';
const params = Type.Object({ no: Type.String() });

/** Applications that the counter does not accept, and the notice that the applicant gets (一次性告知). */
export function rejectionRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const submitSchema = {
      operationId: 'rejectApplication',
      summary: '不予受理，或一次性告知补正',
      tags: ['cases'],
      headers: IdempotencyHeaders,
      body: RejectionBody,
      problems: ['application_is_eligible'] as const,
      sends: { 201: ['location'] as const },
      response: { 201: RejectionSchema },
    };
    app.post('/v1/rejections', { schema: submitSchema }, async (request, reply) => {
      const { decision, application, reasons = [] } = request.body;
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const rejection = await rejectApplication(deps, {
        ...{ caller: callerOf(request), claim, decision, reasons },
        application: bestEffortApplication(application),
        draftId: draftIdOf(application),
        note: findingsOf(request),
      });
      await keepDone(deps, claim, 201);
      void reply.header('location', rejectionAddress(rejection.no));
      return reply.status(201).send(rejectionView(callerOf(request), rejection));
    });

    const listSchema = {
      operationId: 'listRejections',
      summary: '本单位及下级单位未受理的申请',
      tags: ['cases'],
      querystring: Type.Object(paging, { additionalProperties: false }),
      response: { 200: pageSchema(RejectionSchema) },
    };
    app.get('/v1/rejections', { schema: listSchema }, async (request) => {
      const caller = callerOf(request);
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, positionOf);
      const units = unitsWithin(await deps.units.tree(), caller.unitCode);
      const rows = await withScope(deps.database, caller.unitCode, (executor) =>
        listRejections(executor, { units, before, limit: limit + 1 }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ decidedAt, no }) => [decidedAt, no]);
      return { items: items.map((item) => rejectionView(caller, item)), nextCursor };
    });

    const getSchema = {
      operationId: 'getRejection',
      summary: '未受理的申请',
      tags: ['cases'],
      params,
      problems: ['not_found'] as const,
      response: { 200: RejectionSchema },
    };
    app.get('/v1/rejections/:no', { schema: getSchema }, async (request) =>
      rejectionView(callerOf(request), await readRejection(deps, callerOf(request), request.params.no)),
    );

    const noticeSchema = {
      operationId: 'getRejectionNotice',
      summary: '不予受理告知书或一次性补正告知书（PDF）',
      tags: ['cases'],
      params,
      problems: ['not_found', 'personal_data_removed', ...makingProblems] as const,
      sends: madeLater,
      response: {
        ...fileResponses(['application/pdf']),
        202: Type.Object({ detail: Type.String() }),
      },
    };
    app.get('/v1/rejections/:no/notice', { schema: noticeSchema }, async (request, reply) => {
      const made = await findOrMake(deps, async () =>
        noticeOf(await readRejection(deps, callerOf(request), request.params.no)),
      );
      if (!('later' in made)) return sendFile(reply, made);
      void reply.headers({ location: made.later, 'retry-after': retryAfterSeconds });
      return reply.status(202).send({ detail: '文书正在生成，请稍后再取。' });
    });
    done();
  };
}

/** @throws {Problem} 404 when retention has taken its words away. */
function noticeOf({ no, decision, personal, sha256, pdf }: Rejection): MadeFile {
  if (personal === null) throw new Problem('personal_data_removed');
  const { title } = papers[decision === 'rejected' ? 'rejection_notice' : 'completion_notice'];
  return {
    file: sha256 === null || pdf === null ? undefined : ownPdf(`${title}-${no}.pdf`, { sha256, pdf }),
    question: {
      workflowType: rejectionNoticeWorkflowName,
      workflowId: `rejection-notice/${no}`,
      args: [no],
    },
    address: `${rejectionAddress(no)}/notice`,
  };
}

function positionOf([decidedAt, no]: readonly unknown[]) {
  if (typeof decidedAt !== 'string' || typeof no !== 'string' || !isRejectionNo(no)) return undefined;
  const instant = findInstant(decidedAt);
  return instant === undefined ? undefined : { decidedAt: instant, no };
}
