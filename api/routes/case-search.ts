import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { listCasesOfApplicant } from '../../db/repositories/applicant-search.ts';
import { withScope } from '../../db/scope.ts';
import type { IdNumber } from '../../domain/identity/id-number.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { idNumberFaultSentences } from '../../domain/identity/id-number-reasons.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { callerOf } from '../authentication.ts';
import { listItemsOf } from '../case-list.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CaseListItemSchema } from '../schemas/case.ts';
import { CaseSearchBody } from '../schemas/privacy.ts';
import { ref } from '../schemas/reference.ts';

// A person has a handful in a lifetime.
const limit = 100;

/** Finding the cases of a person. By POST, because an address is written into logs and histories on its way. */
export function caseSearchRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'searchCases',
      summary: '按公民身份号码查找申请件',
      description:
        'The cases of one applicant, by the whole ID number, among those of the caller’s unit and of those below it, ' +
        'newest first and masked. Changes nothing.',
      tags: ['cases'],
      body: CaseSearchBody,
      response: {
        200: Type.Object({ items: Type.Array(ref(CaseListItemSchema)) }),
      },
    };
    app.post('/v1/cases/search', { schema }, async (request) => {
      const caller = callerOf(request);
      const now = deps.clock.now();
      const idNumber = readIdNumber(request.body.idNumber, now);
      const tree = await deps.units.tree();
      return withScope(deps.database, caller.unitCode, async (executor) => {
        const found = await listCasesOfApplicant(executor, { unitCode: caller.unitCode, idNumber, limit });
        return { items: await listItemsOf(executor, found, { tree, now }) };
      });
    });
    done();
  };
}

/** @throws {Problem} 422 that says what is wrong, without the number. */
function readIdNumber(text: string, now: Instant): IdNumber {
  const check = checkIdNumber(text, localDateOf(now));
  if (check.valid) return check.idNumber;
  const message = idNumberFaultSentences[check.reason];
  throw new Problem('validation_failed', {
    errors: [{ pointer: '/idNumber', code: `id_number_${check.reason}`, message }],
  });
}
