import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { findHold, holdCase, releaseCase } from '../../db/repositories/legal-holds.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { requireSideOfCase } from '../access.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { caseNoOf, CaseParams } from '../schemas/case-params.ts';
import { LegalHoldBody, LegalHoldSchema } from '../schemas/legal-hold.ts';

/** 保全: a held case keeps its personal data, however long ago it was closed. */
export function legalHoldRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const schemaOf = (operationId: string, summary: string) => ({
    operationId,
    summary,
    tags: ['retention'],
    params: CaseParams,
  });
  return (app, _options, done) => {
    const getSchema = {
      ...schemaOf('getLegalHold', '保全情况'),
      problems: ['not_found'] as const,
      response: { 200: LegalHoldSchema },
    };
    app.get('/v1/cases/:caseNo/legal-hold', { schema: getSchema }, (request) =>
      reading(deps, callerOf(request), request.params.caseNo, async (executor, caseNo) => {
        const hold = await findHold(executor, caseNo);
        if (hold === undefined) throw new Problem('not_found');
        return hold;
      }),
    );
    const putSchema = {
      ...schemaOf('holdCase', '保全申请件材料'),
      body: LegalHoldBody,
      problems: ['personal_data_removed'] as const,
      response: { 200: LegalHoldSchema },
    };
    app.put('/v1/cases/:caseNo/legal-hold', { schema: putSchema }, (request) => {
      const caller = callerOf(request);
      const { reason } = request.body;
      return deciding(deps, caller, request.params.caseNo, async (executor, caseNo) => {
        const wanted = { caseNo, reason, heldBy: caller.subject, heldAt: deps.clock.now() };
        const hold = await holdCase(executor, wanted);
        if (hold === undefined) throw new Problem('personal_data_removed');
        return hold;
      });
    });
    const deleteSchema = {
      ...schemaOf('releaseCase', '解除保全'),
      response: { 204: Type.Null() },
    };
    app.delete('/v1/cases/:caseNo/legal-hold', { schema: deleteSchema }, async (request, reply) => {
      await deciding(deps, callerOf(request), request.params.caseNo, releaseCase);
      return reply.status(204).send(null);
    });
    done();
  };
}

type Work<T> = (executor: Executor, caseNo: CaseNo) => Promise<T>;

function reading<T>(deps: ApiDeps, caller: Caller, text: string, work: Work<T>): Promise<T> {
  return inCase(deps, caller, text, work, () => undefined);
}

async function deciding<T>(deps: ApiDeps, caller: Caller, text: string, work: Work<T>): Promise<T> {
  const tree = await deps.units.tree();
  return inCase(deps, caller, text, work, ({ state }) => {
    requireSideOfCase(caller, state, tree);
  });
}

function inCase<T>(
  { database }: ApiDeps,
  caller: Caller,
  text: string,
  work: Work<T>,
  check: (row: CaseRow) => void,
): Promise<T> {
  const caseNo = caseNoOf(text);
  return withScope(database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    check(row);
    return work(executor, caseNo);
  });
}
