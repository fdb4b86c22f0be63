import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Executor } from '../../db/database.ts';
import { findRejectionHold, holdRejection, releaseRejection } from '../../db/repositories/rejection-holds.ts';
import { findRejection } from '../../db/repositories/rejections.ts';
import { withScope } from '../../db/scope.ts';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import { isRejectionNo } from '../../domain/certificate/numbers.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { LegalHoldBody, RejectionHoldSchema } from '../schemas/legal-hold.ts';

const address = '/v1/rejections/:no/legal-hold';

/** 保全: a held rejection keeps its words and its notice, however long ago it was decided. */
export function rejectionHoldRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const schemaOf = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ['retention'],
    params: Type.Object({ no: Type.String({ description: '告知书编号，26位' }) }),
    problems: ['not_found'] as const,
  });
  return (app, _options, done) => {
    const getSchema = {
      ...schemaOf('getRejectionHold', '未受理申请的保全情况'),
      response: { 200: RejectionHoldSchema },
    };
    app.get(address, { schema: getSchema }, (request) =>
      inRejection(deps, callerOf(request), request.params.no, async (executor, no) => {
        const hold = await findRejectionHold(executor, no);
        if (hold === undefined) throw new Problem('not_found');
        return hold;
      }),
    );
    const putSchema = {
      ...schemaOf('holdRejection', '保全未受理申请的材料'),
      body: LegalHoldBody,
      problems: ['not_found', 'personal_data_removed'] as const,
      response: { 200: RejectionHoldSchema },
    };
    app.put(address, { schema: putSchema }, (request) => {
      const caller = callerOf(request);
      const { reason } = request.body;
      return inRejection(deps, caller, request.params.no, async (executor, no) => {
        const wanted = { no, reason, heldBy: caller.subject, heldAt: deps.clock.now() };
        const hold = await holdRejection(executor, wanted);
        if (hold === undefined) throw new Problem('personal_data_removed');
        return hold;
      });
    });
    const deleteSchema = {
      ...schemaOf('releaseRejection', '解除未受理申请的保全'),
      response: { 204: Type.Null() },
    };
    app.delete(address, { schema: deleteSchema }, async (request, reply) => {
      await inRejection(deps, callerOf(request), request.params.no, releaseRejection);
      return reply.status(204).send(null);
    });
    done();
  };
}

function inRejection<T>(
  { database }: ApiDeps,
  caller: Principal,
  no: string,
  work: (executor: Executor, no: RejectionNo) => Promise<T>,
): Promise<T> {
  if (!isRejectionNo(no)) throw new Problem('not_found');
  return withScope(database, caller.unitCode, async (executor) => {
    if ((await findRejection(executor, no)) === undefined) throw new Problem('not_found');
    return work(executor, no);
  });
}
