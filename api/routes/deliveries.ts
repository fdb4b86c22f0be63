import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { findCase } from '../../db/repositories/cases.ts';
import { listDeliveriesOfCase } from '../../db/repositories/deliveries.ts';
import { listNoticesOfCase } from '../../db/repositories/notices.ts';
import { withScope } from '../../db/scope.ts';
import { callerOf } from '../authentication.ts';
import { noticeView } from '../delivery-view.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { noticeFields } from '../schemas/delivery.ts';
import { nullable } from '../schemas/reference.ts';

const schema = {
  operationId: 'listDeliveriesOfCase',
  summary: '本案通知的送达情况',
  description:
    'Every notice of the case, oldest first, with state, attempts and outcome of each of its deliveries.',
  tags: ['notices'],
  params: CaseParams,
  response: {
    200: Type.Object({
      items: Type.Array(
        Type.Object({
          ...noticeFields,
          audience: Type.Enum(['applicant', 'unit']),
          unitCode: nullable(Type.String()),
          role: nullable(Type.String()),
        }),
      ),
    }),
  },
};

/** `GET /v1/cases/{caseNo}/deliveries`: whether those who were to be told have been. */
export function deliveryRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get('/v1/cases/:caseNo/deliveries', { schema }, (request) => {
      const caseNo = caseNoOf(request.params.caseNo);
      return withScope(database, callerOf(request).unitCode, async (executor) => {
        if ((await findCase(executor, caseNo)) === undefined) throw new Problem('case_not_found');
        const notices = await listNoticesOfCase(executor, caseNo);
        const deliveries = await listDeliveriesOfCase(executor, caseNo);
        return {
          items: notices.map((notice) => ({
            ...noticeView(notice, deliveries),
            audience: notice.role === null ? ('applicant' as const) : ('unit' as const),
            unitCode: notice.unitCode,
            role: notice.role,
          })),
        };
      });
    });
    done();
  };
}
