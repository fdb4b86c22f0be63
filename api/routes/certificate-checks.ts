import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { findCase } from '../../db/repositories/cases.ts';
import { listCertificateChecks } from '../../db/repositories/certificate-checks.ts';
import { withScope } from '../../db/scope.ts';
import { checkOutcomeTitles, checkWayTitles } from '../../domain/inquiry/certificate-check.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { RecordedCheckSchema } from '../schemas/inquiry.ts';
import { pageSchema, paging } from '../schemas/page.ts';

/** How often somebody asked whether the certificates of a case are genuine, for its stations. */
export function certificateCheckRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'listCertificateChecks',
      summary: '本案证明的核验记录',
      description: 'The latest first. Who made a check is not recorded.',
      tags: ['cases'],
      params: CaseParams,
      querystring: Type.Object(paging, { additionalProperties: false }),
      response: { 200: pageSchema(RecordedCheckSchema) },
    };
    app.get('/v1/cases/:caseNo/certificate-checks', { schema }, (request) => {
      const caseNo = caseNoOf(request.params.caseNo);
      const { limit, cursor } = request.query;
      const before = decodeCursor(cursor, ([id]) => (Number.isSafeInteger(id) ? (id as number) : undefined));
      return withScope(database, callerOf(request).unitCode, async (executor) => {
        if ((await findCase(executor, caseNo)) === undefined) throw new Problem('case_not_found');
        const rows = await listCertificateChecks(executor, caseNo, { before, limit: limit + 1 });
        const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
        return {
          items: items.map(({ certificateNo, checkedAt, way, outcome }) => ({
            certificateNo: certificateNo ?? '',
            checkedAt,
            ...{ way, wayTitle: checkWayTitles[way] },
            ...{ outcome, outcomeTitle: checkOutcomeTitles[outcome] },
          })),
          nextCursor,
        };
      });
    });
    done();
  };
}
