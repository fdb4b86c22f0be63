import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { AuditQuestion } from '../../db/repositories/audit.ts';
import { listAnchors, listAudit, withAuditScope } from '../../db/repositories/audit.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { auditKinds, auditOutcomeTitles } from '../../domain/audit/kinds.ts';
import { isPlainDate } from '../../domain/time/plain-date.ts';
import { auditTable } from '../audit/table.ts';
import { anchorDays, auditQuestion } from '../audit/question.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { AnchorListSchema, AnchorQuery, AuditEntrySchema, AuditQuery } from '../schemas/audit.ts';
import { pageSchema } from '../schemas/page.ts';

const tags = ['audit'];
const rowsAtOnce = 1000;

const listSchema = {
  operationId: 'listAudit',
  summary: '审计记录',
  description:
    'Rows of the auditor’s unit and of those below it, newest first. With format=csv all of them as CSV, UTF-8 with a byte order mark; limit and cursor do not count then.',
  tags,
  querystring: AuditQuery,
  problems: ['not_found'] as const,
  response: {
    200: {
      description: 'Default Response',
      content: {
        'application/json': { schema: pageSchema(AuditEntrySchema) },
        'text/csv': { schema: Type.Unsafe({ type: 'string', contentMediaType: 'text/csv' }) },
      },
    },
  },
};

const anchorSchema = {
  operationId: 'listAuditAnchors',
  summary: '审计记录的每日校验锚点',
  description:
    'How many rows each day has, of every unit, and the hash of its last. Kept elsewhere, they show whether a day was changed afterwards: docs/audit.md.',
  tags,
  querystring: AnchorQuery,
  response: { 200: AnchorListSchema },
};

/** The audit, for auditors. */
export function auditRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  const { database } = deps;
  return (app, _options, done) => {
    app.get('/v1/audit', { schema: listSchema }, async (request, reply) => {
      const { unitCode } = callerOf(request);
      const { limit, format, cursor } = request.query;
      const question = auditQuestion(await deps.units.tree(), unitCode, request.query);
      const read = (part: Pick<AuditQuestion, 'before' | 'limit'>) =>
        withAuditScope(database, unitCode, (executor) => listAudit(executor, { ...question, ...part }));
      if (format === 'csv') {
        const table = auditTable((before) => read({ before, limit: rowsAtOnce }));
        return reply
          .type('text/csv; charset=utf-8; header=present')
          .header('content-disposition', 'attachment; filename="audit.csv"')
          .send(Readable.from(table));
      }
      const rows = await read({ before: decodeCursor(cursor, positionOf), limit: limit + 1 });
      const { items, nextCursor } = pageOf(rows, limit, ({ day, seq }) => [day, seq]);
      return { items: items.map(viewOf), nextCursor };
    });

    app.get('/v1/audit/anchors', { schema: anchorSchema }, async (request) => {
      const { unitCode } = callerOf(request);
      const { from, to } = anchorDays(request.query, deps.clock.now());
      const items = await withAuditScope(database, unitCode, (executor) => listAnchors(executor, from, to));
      return { items };
    });
    done();
  };
}

function viewOf(entry: AuditEntry): Static<typeof AuditEntrySchema> {
  return {
    ...entry,
    roles: [...entry.roles],
    kindTitle: auditKinds[entry.kind].title,
    outcomeTitle: auditOutcomeTitles[entry.outcome],
  };
}

function positionOf([day, seq]: readonly unknown[]) {
  return typeof day === 'string' && isPlainDate(day) && Number.isSafeInteger(seq)
    ? { day, seq: seq as number }
    : undefined;
}
