import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { addItems } from '../../db/repositories/batch-items.ts';
import { addBatch, decideBatch, stopBatch } from '../../db/repositories/batches.ts';
import { withScope } from '../../db/scope.ts';
import { batchApproval } from '../../domain/operations/batch.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { doOnce } from '../do-once.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import { batchAsked, planItems } from '../operations/batch-targets.ts';
import { getBatch, viewBatch } from '../operations/batch-view.ts';
import { beginBatch } from '../operations/begin.ts';
import { replayCase } from '../operations/replay-case.ts';
import { Problem } from '../problems.ts';
import { BatchSchema, NewBatchSchema, ReplayAnswerSchema, ReplaySchema } from '../schemas/batch.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { RemedyDecisionSchema } from '../schemas/remedy.ts';

const tags = ['operations'];
const params = Type.Object({ id: Type.String() });

const replaySchema = {
  operationId: 'replayCase',
  summary: '试重放',
  description:
    'Replays the history of the case with the workflow code of the workers of `operations`, or with a bundle of another build: whether that build could go on with the case, and if not, where it first leaves the history. Nothing is changed by it.',
  tags,
  params: CaseParams,
  body: ReplaySchema,
  problems: ['history_not_found', 'replay_bundle_unusable', 'replay_unanswered'] as const,
  response: { 200: ReplayAnswerSchema },
};

const askSchema = {
  operationId: 'requestBatch',
  summary: '批量操作',
  description:
    'Has many cases replayed, or given a remedy, one after the other and no faster than the rate. Which cases is settled now; each has its result of its own.',
  tags,
  headers: IdempotencyHeaders,
  body: NewBatchSchema,
  problems: ['batch_filter_needed', 'batch_too_large', 'batch_meets_nothing'] as const,
  response: { 202: BatchSchema },
};

const decideSchema = {
  operationId: 'decideBatch',
  summary: '第二人同意或不同意批量操作',
  tags,
  params,
  headers: IdempotencyHeaders,
  body: RemedyDecisionSchema,
  problems: ['not_found', 'remedy_already_decided', 'second_administrator_needed'] as const,
  response: { 202: BatchSchema },
};

const stopSchema = {
  operationId: 'stopBatch',
  summary: '停止批量操作',
  description: 'What waits is not done any more; what has been given its remedy is looked after to its end.',
  tags,
  params,
  headers: IdempotencyHeaders,
  problems: ['not_found', 'batch_not_running'] as const,
  response: { 202: BatchSchema },
};

/** Has things done to many cases, and kept from being done; and the dry run of one. */
export function batchWorkRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock, units } = deps;
  return (app, _options, done) => {
    app.post('/v1/operations/cases/:caseNo/replay', { schema: replaySchema }, async (request) => {
      const caseNo = caseNoOf(request.params.caseNo);
      const row = await withScope(database, callerOf(request).unitCode, (executor) =>
        findCase(executor, caseNo),
      );
      if (row === undefined) throw new Problem('case_not_found');
      return replayCase(deps, { caseNo, bundle: request.body.bundle ?? null });
    });

    app.post('/v1/operations/batches', { schema: askSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { unitCode } = caller;
      const { reason, ratePerMinute } = request.body;
      const asked = batchAsked(request.body);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const id = claim.commandId;
      noteForAudit(request, { objectId: id });
      const tree = await units.tree();
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const items = await planItems(executor, asked, { unitCode, tree });
            if (items.length === 0) throw new Problem('batch_meets_nothing');
            const waits = batchApproval(asked.action) === 'second_person';
            await addBatch(executor, {
              ...{ id, ...asked, reason, ratePerMinute },
              standing: waits ? 'awaiting_approval' : 'requested',
              ...{ requestedBy: caller.subject, requestedUnit: unitCode, requestedAt: clock.now() },
            });
            await addItems(executor, id, items);
            const view = await viewBatch(executor, id, clock.now());
            return { status: 202 as const, reference: id, result: view };
          },
          again: (executor, reference) => viewBatch(executor, reference ?? '', clock.now()),
        },
      );
      if (result.standing === 'requested') await beginBatch(deps, result.id);
      return reply.status(status).send(result);
    });

    app.post('/v1/operations/batches/:id/decision', { schema: decideSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const claim = await claimRequest(deps, { request, reply }, request.body);
      noteForAudit(request, { objectId: id });
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const batch = await getBatch(executor, id);
            if (batch.requestedBy === caller.subject) throw new Problem('second_administrator_needed');
            const { decision } = request.body;
            const said = { decision, by: caller.subject, at: clock.now() };
            if (!(await decideBatch(executor, id, said))) throw new Problem('remedy_already_decided');
            const view = await viewBatch(executor, id, clock.now());
            return { status: 202 as const, reference: id, result: view };
          },
          again: (executor) => viewBatch(executor, id, clock.now()),
        },
      );
      if (result.standing === 'requested') await beginBatch(deps, id);
      return reply.status(status).send(result);
    });

    app.post('/v1/operations/batches/:id/stop', { schema: stopSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const claim = await claimRequest(deps, { request, reply }, {});
      noteForAudit(request, { objectId: id });
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            await getBatch(executor, id);
            const stopped = await stopBatch(executor, id, { by: caller.subject, at: clock.now() });
            if (!stopped) throw new Problem('batch_not_running');
            const view = await viewBatch(executor, id, clock.now());
            return { status: 202 as const, reference: id, result: view };
          },
          again: (executor) => viewBatch(executor, id, clock.now()),
        },
      );
      return reply.status(status).send(result);
    });
    done();
  };
}
