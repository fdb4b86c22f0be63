import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { AccountLock, LockPosition } from '../../db/repositories/account-locks.ts';
import {
  getAccountLock,
  liftAccountLock,
  listAccountLocks,
  lockAccount,
} from '../../db/repositories/account-locks.ts';
import { endSessionsOf } from '../../db/repositories/sessions.ts';
import { withScope } from '../../db/scope.ts';
import type { AccountLockId } from '../../domain/account-lock.ts';
import { isWithin } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import { recordEnded } from '../audit/session-acts.ts';
import { noteForAudit } from '../audit/audited.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { namedUnit } from '../directory/access.ts';
import { doOnce } from '../do-once.ts';
import { claimRequest, IdempotencyHeaders } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import {
  AccountLockSchema,
  LiftSchema,
  NewAccountLockSchema,
  SubjectSchema,
} from '../schemas/account-lock.ts';
import { pageSchema, paging } from '../schemas/page.ts';

const tags = ['identity'];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const listSchema = {
  operationId: 'listAccountLocks',
  summary: '已停用的账号',
  description: 'The locks in force at the caller’s unit and below it, newest first.',
  tags,
  querystring: Type.Object({ ...paging, subject: Type.Optional(SubjectSchema) }),
  response: { 200: pageSchema(AccountLockSchema) },
};

const lockSchema = {
  operationId: 'lockAccount',
  summary: '停用账号',
  description:
    'Keeps an officer or a program of the unit, or of one below it, out at once, by token and by session, whatever the provider says. One that is locked already keeps its first reason.',
  tags,
  headers: IdempotencyHeaders,
  body: NewAccountLockSchema,
  problems: ['not_found'] as const,
  response: { 201: AccountLockSchema },
};

const liftSchema = {
  operationId: 'liftAccountLock',
  summary: '恢复账号',
  tags,
  params: Type.Object({ id: Type.String() }),
  headers: IdempotencyHeaders,
  body: LiftSchema,
  problems: ['not_found'] as const,
  response: { 204: Type.Null() },
};

/** Lock-out: the security administrator of a unit, or of one above it, decides, with a reason. */
export function accountLockRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database, units, clock } = deps;
  return (app, _options, done) => {
    app.get('/v1/account-locks', { schema: listSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const { limit, cursor, subject } = request.query;
      const after = decodeCursor(cursor, readPosition);
      const rows = await withScope(database, unitCode, (executor) =>
        listAccountLocks(executor, {
          after,
          limit: limit + 1,
          ...(subject === undefined ? {} : { subject }),
        }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ lockedAt, id }) => [lockedAt, id]);
      return { items: items.map(viewOf), nextCursor };
    });

    app.post('/v1/account-locks', { schema: lockSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { subject, reason, unitCode: named = caller.unitCode } = request.body;
      const tree = await units.tree();
      const unitCode = namedUnit(tree, named, '/unitCode');
      if (!isWithin(tree, unitCode, caller.unitCode)) throw new Problem('not_found');
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { status, result: lock } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const ended = await endSessionsOf(executor, subject, unitCode);
            const id = claim.commandId as string as AccountLockId;
            const [lockedBy, lockedAt] = [caller.subject, clock.now()];
            const made = await lockAccount(executor, { id, subject, unitCode, reason, lockedBy, lockedAt });
            const last = () => recordEnded(executor, ended, 'lockAccount', request.id);
            return { status: 201, reference: made.id, result: made, last };
          },
          again: (executor, id) => getAccountLock(executor, id as AccountLockId),
        },
      );
      noteForAudit(request, { objectId: lock.id });
      // Not whom: what was typed as his number may be anything, a name among it.
      request.log.warn({ lockId: lock.id, unitCode, lockedBy: caller.subject }, 'account locked');
      return reply.status(status).send(viewOf(lock));
    });

    app.post('/v1/account-locks/:id/lift', { schema: liftSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { id } = request.params;
      if (!uuid.test(id)) throw new Problem('not_found');
      const claim = await claimRequest(deps, { request, reply }, request.body);
      const { result: lifted } = await doOnce(
        deps,
        { caller, claim, reply },
        {
          first: async (executor) => {
            const lock = await liftAccountLock(executor, id as AccountLockId, {
              liftedBy: caller.subject,
              liftedAt: clock.now(),
              liftReason: request.body.reason,
            });
            if (lock === undefined) throw new Problem('not_found');
            return { status: 204, reference: null, result: lock };
          },
          again: () => Promise.resolve(null),
        },
      );
      if (lifted !== null) {
        const { unitCode } = lifted;
        request.log.warn({ lockId: id, unitCode, liftedBy: caller.subject }, 'account unlocked');
      }
      return reply.status(204).send(null);
    });
    done();
  };
}

function readPosition([lockedAt, id]: readonly unknown[]): LockPosition | undefined {
  const at = typeof lockedAt === 'string' ? findInstant(lockedAt) : undefined;
  if (at === undefined || typeof id !== 'string' || !uuid.test(id)) return undefined;
  return { lockedAt: at, id: id as AccountLockId };
}

function viewOf({
  id,
  subject,
  unitCode,
  reason,
  lockedBy,
  lockedAt,
}: AccountLock): Static<typeof AccountLockSchema> {
  return { id, subject, unitCode, reason, lockedBy, lockedAt };
}
