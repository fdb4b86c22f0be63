import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { withinTimeout } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';

const StatusSchema = Type.Object({ status: Type.Literal('ok') });

/** For whoever supervises the process; no token, and nothing in the answers that would need one. */
export function healthRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const common = { tags: ['health'], security: [] };
    const live = {
      operationId: 'getHealth',
      summary: '进程存活',
      ...common,
      response: { 200: StatusSchema },
    };
    app.get('/v1/health', { schema: live }, (_request, reply) => {
      void reply.send({ status: 'ok' });
    });

    const ready = {
      operationId: 'getReadiness',
      summary: '可以接受请求',
      description: 'Postgres and Temporal answer, and the process is not about to stop.',
      ...common,
      problems: ['service_unavailable'] as const,
      response: { 200: StatusSchema },
    };
    app.get('/v1/ready', { schema: ready }, async () => {
      const { temporal, leaving } = deps;
      if (leaving?.hasBegun === true)
        throw new Problem('service_unavailable', { detail: '本进程正在停止。' });
      const parts = {
        Postgres: deps.database.ping(),
        Temporal: withinTimeout(deps, () =>
          temporal.workflowService.describeNamespace({ namespace: temporal.options.namespace }),
        ),
      };
      const results = await Promise.allSettled(Object.values(parts));
      const away = Object.keys(parts).filter((_, index) => results[index]?.status === 'rejected');
      if (away.length > 0)
        throw new Problem('service_unavailable', { detail: `${away.join('、')} 没有应答。` });
      return { status: 'ok' as const };
    });
    done();
  };
}
