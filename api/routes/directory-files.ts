import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { createHash } from 'node:crypto';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { requireMaintainer } from '../directory/access.ts';
import { contactsColumns } from '../directory/csv/contacts-columns.ts';
import { contactsLineSchema, planContactsImport } from '../directory/csv/import-contacts.ts';
import { personLineSchema, planPersonImport } from '../directory/csv/import-persons.ts';
import { exportContacts, exportPersons } from '../directory/csv/export.ts';
import { personColumns } from '../directory/csv/person-columns.ts';
import { lineOf, readTable } from '../directory/csv/table.ts';
import { withDirectory } from '../directory/persons.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { problems } from '../schemas/problem.ts';

const tags = ['directory'];
const csvBytesLimit = 5 * 1024 * 1024;
const TableQuery = Type.Union([Type.Literal('persons'), Type.Literal('contacts')], { default: 'persons' });
const CsvText = Type.Unsafe<Buffer>({ type: 'string', contentMediaType: 'text/csv' });

const importSchema = {
  operationId: 'importDirectory',
  summary: '导入目录（CSV）',
  description: 'All of a file or nothing of it; every fault comes back with its line and column.',
  tags,
  headers: IdempotencyHeaders,
  querystring: Type.Object(
    { table: TableQuery, dryRun: Type.Boolean({ default: false, description: 'Says what would change' }) },
    { additionalProperties: false },
  ),
  // A table is judged line by line in the handler.
  body: { content: { 'text/csv': { schema: Type.Unsafe<Buffer>({}) } } },
  response: {
    200: Type.Object({
      dryRun: Type.Boolean(),
      created: Type.Integer(),
      updated: Type.Integer(),
      unchanged: Type.Integer(),
    }),
    ...problems(400, 401, 403, 412, 413, 415, 422),
  },
} as const;

const exportSchema = {
  operationId: 'exportDirectory',
  summary: '导出目录（CSV）',
  description: 'What the caller keeps of the directory, in the form of an import.',
  tags,
  querystring: Type.Object({ table: TableQuery }, { additionalProperties: false }),
  response: {
    200: { description: 'The table', content: { 'text/csv': { schema: CsvText } } },
    ...problems(401, 403, 422),
  },
};

const tables = {
  persons: { columns: personColumns, lineSchema: personLineSchema, plan: planPersonImport },
  contacts: { columns: contactsColumns, lineSchema: contactsLineSchema, plan: planContactsImport },
} as const;

/** The directory as tables that people edit in a spreadsheet. The only route that takes CSV. */
export function directoryFileRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });

    const options = { schema: importSchema, bodyLimit: csvBytesLimit };
    app.post('/v1/directory/imports', options, async (request, reply) => {
      const caller = callerOf(request);
      requireMaintainer(caller);
      const { body } = request;
      if (!Buffer.isBuffer(body)) throw new Problem('unsupported_media_type');
      const claim = await claimRequest(deps, request, createHash('sha256').update(body).digest('hex'));
      const isRepeat = claim.answeredStatus !== undefined;
      const { columns, lineSchema, plan } = tables[request.query.table];
      const validate = request.compileValidationSchema(lineSchema, 'body');
      const { lines, faults } = await readTable<never>(body, columns);

      // Whoever asks again is told what is there; writing again would undo what others changed since.
      const dryRun = request.query.dryRun || isRepeat;
      const counts = await withDirectory(deps, request, async (reading) => {
        const planned = await plan(reading, caller, lines, validate);
        const errors = [...faults, ...planned.faults].sort((one, other) => lineOf(one) - lineOf(other));
        if (errors.length > 0) throw new Problem('validation_failed', { errors });
        if (!dryRun) await planned.write();
        return planned.counts;
      });
      if (!request.query.dryRun) await keepDone(deps, claim, 200);
      if (isRepeat) void reply.header('idempotency-replayed', 'true');
      return reply.send({ dryRun: request.query.dryRun, ...counts });
    });

    app.get('/v1/directory/export', { schema: exportSchema }, async (request, reply) => {
      const { unitCode } = callerOf(request);
      requireMaintainer(callerOf(request));
      const { table } = request.query;
      const text = await withDirectory(deps, request, (reading) =>
        table === 'persons' ? exportPersons(reading, unitCode) : exportContacts(reading, unitCode),
      );
      return reply
        .header('content-disposition', `attachment; filename="directory-${table}.csv"`)
        .type('text/csv; charset=utf-8; header=present')
        .send(Buffer.from(text));
    });
    done();
  };
}
