import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { withScope } from '../../db/scope.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { explanationOf } from '../operations/explanation.ts';
import { lookAtWorkflow } from '../operations/look-at-workflow.ts';
import { remedyOptions } from '../operations/remedy-options.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { CaseExplanationSchema } from '../schemas/operations.ts';
import { RemedyOptionsSchema } from '../schemas/remedy.ts';

const tags = ['operations'];

const explainSchema = {
  operationId: 'explainCase',
  summary: '案件运行情况',
  description:
    'How a case stands by its ledger and by its workflow, and what it waits for. Asks Temporal; where that does not answer the ledger is told alone.',
  tags,
  params: CaseParams,
  response: { 200: CaseExplanationSchema },
};

const previewSchema = {
  operationId: 'previewRemedies',
  summary: '可用的处置及其预览',
  description:
    'What could be done about a case as it is now, and what would come of it. Nothing is done by asking.',
  tags,
  params: CaseParams,
  response: { 200: RemedyOptionsSchema },
};

/** A case as whoever runs the house sees it. */
export function operationRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/operations/cases/:caseNo', { schema: explainSchema }, async (request) => {
      const row = await readCase(deps, callerOf(request), request.params.caseNo);
      const look = await lookAtWorkflow(deps, row.caseNo);
      return explanationOf(row, look, deps.temporalPagesUrl ?? null);
    });
    app.get('/v1/operations/cases/:caseNo/remedies', { schema: previewSchema }, async (request) => {
      const { caseNo, state } = await readCase(deps, callerOf(request), request.params.caseNo);
      const look = await lookAtWorkflow(deps, caseNo);
      const items = remedyOptions(caseNo, state, look, deps.clock.now());
      return {
        items: items.map((item) => ({
          ...item,
          runsAgain: [...item.runsAgain],
          absorbed: [...item.absorbed],
        })),
      };
    });
    done();
  };
}

async function readCase({ database }: ApiDeps, caller: Caller, text: string): Promise<CaseRow> {
  const row = await withScope(database, caller.unitCode, (executor) => findCase(executor, caseNoOf(text)));
  if (row === undefined) throw new Problem('case_not_found');
  return row;
}
