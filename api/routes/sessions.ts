import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Session } from '../../db/repositories/sessions.ts';
import { endSession, listSessionsOf } from '../../db/repositories/sessions.ts';
import { withScope } from '../../db/scope.ts';
import { roles } from '../../domain/roles.ts';
import type { SessionId } from '../../domain/session.ts';
import { recordEnded } from '../audit/session-acts.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { sessionTermsOf } from '../live-session.ts';
import { isSessionAlive } from '../../domain/session.ts';
import { Problem } from '../problems.ts';
import { nullable } from '../schemas/reference.ts';
import { InstantSchema } from '../schemas/text.ts';
import { SubjectSchema } from '../schemas/account-lock.ts';

const tags = ['identity'];

const CallerSchema = Type.Object({
  subject: Type.String({ description: '警号或客户端标识' }),
  roles: Type.Array(Type.Enum([...roles])),
  unitCode: Type.String(),
  sessionId: nullable(Type.String({ description: 'Null for whoever shows a token' })),
});

const SessionSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  subject: Type.String(),
  roles: Type.Array(Type.Enum([...roles])),
  unitCode: Type.String(),
  acr: nullable(Type.String()),
  amr: Type.Array(Type.String()),
  createdAt: InstantSchema,
  lastUsedAt: InstantSchema,
  expiresAt: InstantSchema,
});

const getSchema = {
  operationId: 'getCaller',
  summary: '当前登录人员',
  tags,
  response: { 200: CallerSchema },
};

const listSchema = {
  operationId: 'listSessions',
  summary: '某账号的登录会话',
  description:
    'Those of an officer at the caller’s unit and below it, newest first. For security administrators.',
  tags,
  querystring: Type.Object({ subject: SubjectSchema }),
  response: { 200: Type.Object({ items: Type.Array(SessionSchema) }) },
};

const endSchema = {
  operationId: 'endSession',
  summary: '结束登录会话',
  description:
    'For security administrators; who logs in again gets another. To keep somebody out, lock his account.',
  tags,
  params: Type.Object({ id: Type.String() }),
  problems: ['not_found'] as const,
  response: { 204: Type.Null() },
};

/** Who is logged in, for himself and for the security administrators above him. */
export function sessionRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, clock } = deps;
  return (app, _options, done) => {
    app.get('/v1/session', { schema: getSchema }, (request, reply) => {
      const { subject, roles: held, unitCode, sessionId } = callerOf(request);
      void reply.send({ subject, roles: [...held], unitCode, sessionId });
    });

    app.get('/v1/sessions', { schema: listSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const terms = sessionTermsOf(deps);
      const now = clock.now();
      const found = await withScope(database, unitCode, (executor) =>
        listSessionsOf(executor, request.query.subject),
      );
      return { items: found.filter((session) => isSessionAlive(session, terms, now)).map(viewOf) };
    });

    app.delete('/v1/sessions/:id', { schema: endSchema }, async (request, reply) => {
      const { unitCode, subject } = callerOf(request);
      const id = sessionIdOf(request.params.id);
      const ended = await withScope(database, unitCode, async (executor) => {
        const session = await endSession(executor, id);
        await recordEnded(executor, session === undefined ? [] : [session], 'endSession', request.id);
        return session;
      });
      if (ended === undefined) throw new Problem('not_found');
      request.log.info({ sessionId: id, officerId: ended.subject, endedBy: subject }, 'session ended');
      return reply.status(204).send(null);
    });
    done();
  };
}

function sessionIdOf(text: string): SessionId {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new Problem('not_found');
  return text as SessionId;
}

function viewOf(session: Session): Static<typeof SessionSchema> {
  const { id, subject, unitCode, acr, createdAt, lastUsedAt, expiresAt } = session;
  const { roles: held, amr } = session;
  return { id, subject, roles: [...held], unitCode, acr, amr: [...amr], createdAt, lastUsedAt, expiresAt };
}
