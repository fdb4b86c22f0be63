import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { actRefusals } from '../../domain/case/refusals.ts';
import { actOfPurpose } from '../../domain/register/query.ts';
import type { RegisterReference } from '../../domain/register/reference.ts';
import { isRegisterReference } from '../../domain/register/reference.ts';
import { registerQueryWorkflowId, registerQueryWorkflowName } from '../../workflows/contract.ts';
import { askWorker } from '../ask-worker.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { caseAddress } from '../later.ts';
import { Problem } from '../problems.ts';
import { getQuery, listQueries, recordQuery } from '../register-queries.ts';
import { caseNoOf, CaseParams } from '../schemas/case-params.ts';
import { RegisterQueryBody, RegisterQuerySchema } from '../schemas/register-query.ts';

const QueryParams = Type.Object({
  ...CaseParams.properties,
  reference: Type.String({ description: '查询编号，19位' }),
});

/** Whoever asks may do the act that the query serves. */
const refusals = Object.values(actOfPurpose).flatMap((act) => [...actRefusals[act]]);

/** Lookups of the population register for a case. None of them stands in the way of an act. */
export function registerQueryRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const askSchema = {
      operationId: 'queryRegister',
      summary: '查询人口信息系统',
      description:
        'Asks for the applicant of the case and lays the entry beside the application. 201 also when the register ' +
        'could not be asked: `outcome` says so, and the case goes on by hand.',
      tags: ['register'],
      params: CaseParams,
      headers: IdempotencyHeaders,
      body: RegisterQueryBody,
      problems: ['act_not_allowed', ...refusals] as const,
      sends: { 201: ['location'] as const, 202: ['location', 'retry-after'] as const },
      response: {
        201: RegisterQuerySchema,
        202: RegisterQuerySchema,
      },
    };
    app.post('/v1/cases/:caseNo/register-queries', { schema: askSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const caseNo = caseNoOf(request.params.caseNo);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { reference, outcome } = await recordQuery(deps, {
        ...{ caller, caseNo, commandId: claim.commandId },
        ...request.body,
      });
      if (outcome === 'pending') await askRegister(deps, reference);
      const view = await getQuery(deps, caller, { caseNo, reference });
      void reply.header('location', queryAddress(caseNo, reference));
      if (view.outcome === 'pending') return reply.status(202).header('retry-after', '2').send(view);
      await keepDone(deps, claim, 201);
      return reply.status(201).send(view);
    });

    const listSchema = {
      operationId: 'listRegisterQueries',
      summary: '本案的人口信息查询记录',
      tags: ['register'],
      params: CaseParams,
      response: { 200: Type.Object({ items: Type.Array(RegisterQuerySchema) }) },
    };
    app.get('/v1/cases/:caseNo/register-queries', { schema: listSchema }, async (request) => ({
      items: await listQueries(deps, callerOf(request), caseNoOf(request.params.caseNo)),
    }));

    const getSchema = {
      operationId: 'getRegisterQuery',
      summary: '人口信息查询记录',
      tags: ['register'],
      params: QueryParams,
      problems: ['not_found'] as const,
      sends: { 202: ['retry-after'] as const },
      response: { 200: RegisterQuerySchema, 202: RegisterQuerySchema },
    };
    app.get(
      '/v1/cases/:caseNo/register-queries/:reference',
      { schema: getSchema },
      async (request, reply) => {
        const { reference } = request.params;
        if (!isRegisterReference(reference)) throw new Problem('not_found');
        const named = { caseNo: caseNoOf(request.params.caseNo), reference };
        const view = await getQuery(deps, callerOf(request), named);
        if (view.outcome !== 'pending') return view;
        // Also starts what an outage kept from being started.
        await askRegister(deps, reference);
        const now = await getQuery(deps, callerOf(request), named);
        return now.outcome === 'pending' ? reply.status(202).header('retry-after', '2').send(now) : now;
      },
    );
    done();
  };
}

function askRegister(deps: ApiDeps, reference: RegisterReference) {
  return askWorker(deps, {
    workflowType: registerQueryWorkflowName,
    workflowId: registerQueryWorkflowId(reference),
    args: [reference],
  });
}

function queryAddress(caseNo: CaseNo, reference: RegisterReference): string {
  return `${caseAddress(caseNo)}/register-queries/${reference}`;
}
