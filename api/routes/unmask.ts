import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { findDossier } from '../../db/repositories/dossiers.ts';
import { recordUnmask } from '../../db/repositories/unmaskings.ts';
import { withScope } from '../../db/scope.ts';
import { unmasked } from '../../domain/privacy/unmasking.ts';
import { requireKeptFiles, supervisingRoleOf } from '../access.ts';
import { noteForAudit } from '../audit/audited.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { caseNoOf, CaseParams } from '../schemas/case-params.ts';
import { UnmaskBody, UnmaskedSchema } from '../schemas/privacy.ts';

/** Reading in full what is shown masked: an act with a reason, recorded before it is answered [§8]. */
export function unmaskRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'unmaskCase',
      summary: '查看申请人的完整信息',
      description:
        'For supervisors, who see a case of their scope masked. Who read what, when and why is recorded; later reads ' +
        'of the case are masked as before.',
      tags: ['cases'],
      params: CaseParams,
      headers: IdempotencyHeaders,
      body: UnmaskBody,
      problems: ['personal_data_removed'] as const,
      response: { 200: UnmaskedSchema },
    };
    app.post('/v1/cases/:caseNo/unmask', { schema }, async (request, reply) => {
      const caller = callerOf(request);
      const { fields, reason } = request.body;
      const caseNo = caseNoOf(request.params.caseNo);
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const unmaskedAt = deps.clock.now();
      const applicant = await withScope(deps.database, caller.unitCode, async (executor) => {
        const dossier = await findDossier(executor, caseNo);
        if (!dossier?.row) throw new Problem('case_not_found');
        const role = supervisingRoleOf(caller);
        requireKeptFiles(dossier.row);
        const { subject: officerId, unitCode } = caller;
        const reader = { officerId, role, unitCode };
        await recordUnmask(executor, { id: claim.commandId, caseNo, ...reader, fields, reason, unmaskedAt });
        return unmasked(dossier.application.personal, fields);
      });
      // The reason may name people: it stands sealed in the row that the audit's row names.
      noteForAudit(request, { objectId: claim.commandId });
      await keepDone(deps, claim, 200);
      return { caseNo, unmaskedAt, applicant };
    });
    done();
  };
}
