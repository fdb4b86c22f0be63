import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { noteForAudit } from '../audit/audited.ts';
import { findingsOf } from '../audit/findings.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { noteUndeclared } from '../error-handler.ts';
import { fieldFaultsOf } from '../field-faults.ts';
import { idempotencyKeyPattern } from '../idempotency.ts';
import { problemBody } from '../problems.ts';
import { findRetryAfterSeconds } from '../retry-after.ts';
import { AdviceSchema } from '../schemas/case.ts';
import { problemWith } from '../schemas/problem.ts';
import { nullable, ref } from '../schemas/reference.ts';
import { adviceView } from '../submission/advice-view.ts';
import type { BulkItem } from '../submission/bulk-items.ts';
import { bulkItemsOf } from '../submission/bulk-items.ts';
import type { ItemOutcome } from '../submission/bulk.ts';
import { itemProblems, submitInBulk } from '../submission/bulk.ts';
import { applicationExample, ApplicationSchema } from '../submission/schema.ts';

// A hundred applications of the usual length take a fifth of it.
const bodyLimit = 1024 * 1024;
const maxItems = 100;
const closed = { additionalProperties: false };

const BulkSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          key: Type.String({
            pattern: idempotencyKeyPattern,
            description: 'The item’s own Idempotency-Key, as if it came alone',
          }),
          application: ref(ApplicationSchema),
        },
        closed,
      ),
      { minItems: 1, maxItems },
    ),
  },
  { ...closed, examples: [{ items: [{ key: 'window-7-20261125-0001', application: applicationExample }] }] },
);

const ItemResultSchema = Type.Object({
  key: nullable(Type.String({ description: 'That of the item; null where it was none' })),
  status: Type.Integer({ description: 'What the item would have been answered with alone: 201, 202, 422 …' }),
  caseNo: Type.Optional(Type.String({ description: 'Of an item that is in' })),
  replayed: Type.Optional(Type.Boolean({ description: 'Whether it was in before' })),
  advice: Type.Optional(Type.Array(AdviceSchema)),
  problem: Type.Optional(problemWith(itemProblems)),
});

const schema = {
  operationId: 'submitApplications',
  summary: '批量受理申请',
  description:
    'Accepts up to 100 applications without papers at the caller’s station, each by itself as if it had come alone: what is ' +
    'wrong with one holds up no other, and the answer says of each, in their order, what became of it. An item that comes ' +
    'again under its key, here or as a submission of its own, is done once. Each counts as a request for the limits.',
  tags: ['cases'],
  body: BulkSchema,
  sends: { 200: ['retry-after'] as const },
  response: { 200: Type.Object({ items: Type.Array(ItemResultSchema) }) },
};

/** `POST /v1/cases/bulk`. */
export function bulkSubmissionRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    // What is wrong with an item is told with that item, so the automatic check must not answer first.
    const options = { schema, attachValidation: true, bodyLimit };
    app.post('/v1/cases/bulk', options, async (request, reply) => {
      const found = request.validationError?.validation as
        readonly FastifySchemaValidationError[] | undefined;
      const faults = fieldFaultsOf(found ?? []);
      const items = bulkItemsOf(request.body, faults);
      const outcomes = await submitInBulk(deps, {
        ...{ caller: callerOf(request), items, note: findingsOf(request) },
        // The first came with the request, which has been counted.
        count: ({ index }) => (index === 0 ? Promise.resolve() : app.countRequest(request, reply)),
      });
      noteForAudit(request, {
        caseNos: outcomes.flatMap((outcome) => (outcome.kind === 'accepted' ? outcome.caseNo : [])),
      });
      const waits = outcomes.flatMap(retryAfterSecondsOf);
      if (waits.length > 0) void reply.header('retry-after', String(Math.max(...waits)));
      const results = items.map((item, index) => resultView(deps, request, item, outcomes[index]));
      return reply.send({ items: results });
    });
    done();
  };
}

function retryAfterSecondsOf(outcome: ItemOutcome): number[] {
  if (outcome.kind === 'accepted') return [];
  return [findRetryAfterSeconds(outcome.problem) ?? []].flat();
}

function resultView(
  { publicUrl }: ApiDeps,
  request: FastifyRequest,
  item: BulkItem,
  outcome: ItemOutcome | undefined,
): Static<typeof ItemResultSchema> {
  const key = item.key ?? null;
  if (outcome === undefined) throw new Error('each item has its outcome');
  if (outcome.kind === 'refused') {
    const { problem } = outcome;
    noteUndeclared(request, problem, new Set(itemProblems));
    const body = problemBody(problem, request.id, publicUrl);
    return { key, status: problem.status, problem: { ...body, code: problem.code } };
  }
  const { caseNo, delivery, replayed, advice } = outcome;
  return { key, status: delivery === 'done' ? 201 : 202, caseNo, replayed, advice: advice.map(adviceView) };
}
