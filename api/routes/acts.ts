import type { FastifyPluginCallbackTypebox, TSchema } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Act } from '../../domain/case/acts.ts';
import { acts, actTitles } from '../../domain/case/acts.ts';
import type { ActBody } from '../acts/bodies.ts';
import { actBodies } from '../acts/bodies.ts';
import { callerOf } from '../authentication.ts';
import { sendAct } from '../case-commands.ts';
import { readCaseView } from '../case-view.ts';
import type { ApiDeps } from '../deps.ts';
import { findSeenVersion, OptionalIfMatchHeaders } from '../etag.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { acceptedLater, caseAddress } from '../later.ts';
import { Problem } from '../problems.ts';
import { caseNoOf, CaseParams } from '../schemas/case-params.ts';
import { AcceptedSchema, CaseSchema } from '../schemas/case.ts';
import { ref } from '../schemas/reference.ts';

const ActHeaders = Type.Object({ ...IdempotencyHeaders.properties, ...OptionalIfMatchHeaders.properties });

function schemaOf(act: Act) {
  const body: TSchema = actBodies[act];
  return {
    operationId: `${act}Case`,
    summary: actTitles[act],
    tags: ['acts'],
    params: CaseParams,
    headers: ActHeaders,
    body,
    sends: { 202: ['location'] as const },
    response: {
      200: ref(CaseSchema),
      202: ref(AcceptedSchema),
    },
  };
}

/** `POST /v1/cases/{caseNo}/{act}` for every act of the table. */
export function actRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.addHook('preValidation', (request, _reply, next) => {
      // An act that says nothing may come without a body.
      if (request.body === undefined) request.body = {};
      next();
    });
    for (const act of acts) {
      app.post(`/v1/cases/:caseNo/${act}`, { schema: schemaOf(act) }, async (request, reply) => {
        const caller = callerOf(request);
        const caseNo = caseNoOf(request.params.caseNo);
        const claim = await claimRequest(deps, { request, reply }, request.body);
        if (claim.answeredStatus === undefined) {
          const { commandId } = claim;
          const body = { act, body: request.body } as ActBody;
          const delivery = await sendAct(deps, {
            ...{ caller, caseNo, commandId, act: body },
            seenVersion: findSeenVersion(request),
          });
          if (delivery === 'later') {
            return reply
              .status(202)
              .header('location', caseAddress(caseNo))
              .send(acceptedLater(caseNo, commandId));
          }
          await keepDone(deps, claim, 200);
        }
        const view = await readCaseView(deps, caller, caseNo);
        if (view === 'pending') throw new Problem('case_not_found');
        return reply.send(view);
      });
    }
    done();
  };
}
