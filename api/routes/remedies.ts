import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { RemedyApplication } from '../../db/repositories/remedy-applications.ts';
import {
  addRemedy,
  decideRemedy,
  findRemedy,
  listRemedies,
} from '../../db/repositories/remedy-applications.ts';
import type { Executor } from '../../db/database.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { RemedyChoice } from '../../domain/operations/remedy.ts';
import { remedies, remedyStandings } from '../../domain/operations/remedy.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf, readTimedPosition } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { doOnce } from '../do-once.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import { beginRemedy } from '../operations/begin.ts';
import { Problem } from '../problems.ts';
import { findCaseNo } from '../../workflows/contract.ts';
import { caseNoOf } from '../schemas/case-params.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { isUuid } from '../uuid.ts';
import { NewRemedySchema, RemedyDecisionSchema, RemedySchema } from '../schemas/remedy.ts';

const tags = ['operations'];
const RemedyParams = Type.Object({ id: Type.String() });

const applySchema = {
  operationId: 'applyRemedy',
  summary: '处置',
  description:
    'Asks for a remedy to be applied. It is said to have `moved` the case only when that was seen: ask for it again until its standing has ended.',
  tags,
  headers: IdempotencyHeaders,
  body: NewRemedySchema,
  problems: ['case_not_found', 'remedy_not_possible'] as const,
  response: { 202: RemedySchema },
};

const listSchema = {
  operationId: 'listRemedies',
  summary: '处置记录',
  tags,
  querystring: Type.Object(
    { ...paging, caseNo: Type.Optional(Type.String({ maxLength: 30 })) },
    { additionalProperties: false },
  ),
  response: { 200: pageSchema(RemedySchema) },
};

const getSchema = {
  operationId: 'getRemedy',
  summary: '一次处置及其效果',
  tags,
  params: RemedyParams,
  problems: ['not_found'] as const,
  response: { 200: RemedySchema },
};

const decideSchema = {
  operationId: 'decideRemedy',
  summary: '第二人同意或不同意处置',
  tags,
  params: RemedyParams,
  headers: IdempotencyHeaders,
  body: RemedyDecisionSchema,
  problems: ['not_found', 'remedy_already_decided', 'second_administrator_needed'] as const,
  response: { 202: RemedySchema },
};

/** What administrators have done about what does not move, with what came of it. */
export function remedyRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock } = deps;
  return (app, _options, done) => {
    app.post('/v1/operations/remedies', { schema: applySchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { choice, reason, caseNo: text } = request.body;
      const caseNo = text === undefined ? null : caseNoOf(text);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      noteForAudit(request, { objectId: claim.commandId, ...(caseNo === null ? {} : { caseNo }) });
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            if (caseNo !== caseMeantBy(choice as RemedyChoice, caseNo))
              throw new Problem('remedy_not_possible');
            const row = caseNo === null ? null : await findCase(executor, caseNo);
            if (row === undefined) throw new Problem('case_not_found');
            // Nothing personal comes to a case any more whose personal data were taken out.
            if (row !== null && row.anonymisedAt !== null) throw new Problem('remedy_not_possible');
            const waits = remedies[choice.remedy].approval === 'second_person';
            await addRemedy(executor, {
              ...{ id: claim.commandId, caseNo, choice: choice as RemedyChoice, reason },
              standing: waits ? 'awaiting_approval' : 'requested',
              ...{ requestedBy: caller.subject, requestedUnit: caller.unitCode, requestedAt: clock.now() },
            });
            return {
              status: 202 as const,
              reference: claim.commandId,
              result: await viewed(executor, claim.commandId),
            };
          },
          again: (executor, id) => viewed(executor, id ?? ''),
        },
      );
      if (result.standing === 'requested') await beginRemedy(deps, result.id);
      return reply.status(status).send(result);
    });

    app.get('/v1/operations/remedies', { schema: listSchema }, async (request) => {
      const { limit, cursor, caseNo } = request.query;
      const before = decodeCursor(cursor, readTimedPosition);
      const rows = await withScope(database, callerOf(request).unitCode, (executor) =>
        listRemedies(executor, {
          ...(caseNo === undefined ? {} : { caseNo: caseNoOf(caseNo) }),
          before,
          limit: limit + 1,
        }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ requestedAt, id }) => [requestedAt, id]);
      return { items: items.map(viewOf), nextCursor };
    });

    app.get('/v1/operations/remedies/:id', { schema: getSchema }, (request) =>
      withScope(database, callerOf(request).unitCode, (executor) => viewed(executor, request.params.id)),
    );

    app.post('/v1/operations/remedies/:id/decision', { schema: decideSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      const claim = await claimRequest(deps, { request, reply }, request.body);
      noteForAudit(request, { objectId: id });
      const { status, result } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const remedy = await viewed(executor, id);
            if (remedy.requestedBy === caller.subject) throw new Problem('second_administrator_needed');
            const decision = { agrees: request.body.decision, by: caller.subject, at: clock.now() };
            if (!(await decideRemedy(executor, id, decision))) throw new Problem('remedy_already_decided');
            return { status: 202 as const, reference: id, result: await viewed(executor, id) };
          },
          again: (executor) => viewed(executor, id),
        },
      );
      if (result.standing === 'requested') await beginRemedy(deps, id);
      return reply.status(status).send(result);
    });
    done();
  };
}

/** The case that a choice is about: none for a message, an application without a ledger, or a workflow of another kind. */
function caseMeantBy(choice: RemedyChoice, caseNo: CaseNo | null): CaseNo | null | undefined {
  switch (choice.remedy) {
    case 'redeliver':
    case 'start':
      return null;
    case 'retry_activity':
    case 'change_activity_options':
      return findCaseNo(choice.workflowId) ?? null;
    default:
      return caseNo ?? undefined;
  }
}

/** @throws {Problem} 404 for one that is not there, or of a case that the caller does not see. */
async function viewed(executor: Executor, id: string): Promise<Static<typeof RemedySchema>> {
  const remedy = isUuid(id) ? await findRemedy(executor, id) : undefined;
  if (remedy === undefined) throw new Problem('not_found');
  return viewOf(remedy);
}

function viewOf(row: RemedyApplication): Static<typeof RemedySchema> {
  const { requestedUnit: _unit, seqBefore: _seq, ...told } = row;
  const { title, postCondition } = remedies[row.choice.remedy];
  return {
    ...told,
    ...{ remedy: row.choice.remedy, title, postCondition, standingTitle: remedyStandings[row.standing] },
  };
}
