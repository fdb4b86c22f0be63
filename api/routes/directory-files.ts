import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { createHash } from 'node:crypto';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { requireMaintainer, requireUnitKeeper } from '../directory/access.ts';
import { exportContacts, exportPersons, exportUnits } from '../directory/csv/export.ts';
import type { DirectoryTable } from '../directory/csv/tables.ts';
import { directoryTableNames, planImport } from '../directory/csv/tables.ts';
import type { Reading } from '../directory/persons.ts';
import { withDirectory } from '../directory/persons.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { FieldFaultSchema } from '../schemas/problem.ts';

const tags = ['directory'];
const csvBytesLimit = 5 * 1024 * 1024;
const TableQuery = Type.Enum([...directoryTableNames], { default: 'persons' });
const CsvText = Type.Unsafe<Buffer>({ type: 'string', contentMediaType: 'text/csv' });

const importSchema = {
  operationId: 'importDirectory',
  summary: '导入目录（CSV）',
  description:
    'All of a file or nothing of it; faults come back with their line and column, the first hundred one by one.',
  tags,
  headers: IdempotencyHeaders,
  querystring: Type.Object(
    { table: TableQuery, dryRun: Type.Boolean({ default: false, description: 'Says what would change' }) },
    { additionalProperties: false },
  ),
  // A table is judged line by line in the handler.
  body: { content: { 'text/csv': { schema: Type.Unsafe<Buffer>({}) } } },
  problems: ['precondition_failed'] as const,
  response: {
    200: Type.Object({
      dryRun: Type.Boolean(),
      created: Type.Integer(),
      updated: Type.Integer(),
      unchanged: Type.Integer(),
      warnings: Type.Array(FieldFaultSchema, { description: 'What looks wrong and holds nothing up' }),
    }),
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
  },
};

/** Units are kept by whoever stands above them, which no station leader does and an administrator may. */
const requireKeeperOf = {
  persons: requireMaintainer,
  contacts: requireMaintainer,
  units: requireUnitKeeper,
} as const satisfies Record<DirectoryTable, (caller: Principal) => void>;

const exports = {
  persons: (reading, { unitCode }) => exportPersons(reading, unitCode),
  contacts: (reading, { unitCode }) => exportContacts(reading, unitCode),
  units: (reading, caller) => exportUnits(reading, caller),
} as const satisfies Record<
  DirectoryTable,
  (reading: Reading, caller: Principal) => string | Promise<string>
>;

/** The directory as tables that people edit in a spreadsheet. The only route that takes CSV. */
export function directoryFileRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });

    const options = { schema: importSchema, bodyLimit: csvBytesLimit };
    app.post('/v1/directory/imports', options, async (request, reply) => {
      const caller = callerOf(request);
      const { body } = request;
      const { table } = request.query;
      requireKeeperOf[table](caller);
      if (!Buffer.isBuffer(body)) throw new Problem('unsupported_media_type');
      const claim = await claimRequest(
        deps,
        { request, reply },
        createHash('sha256').update(body).digest('hex'),
      );
      const isRepeat = claim.answeredStatus !== undefined;
      // Whoever asks again is told what is there; writing again would undo what others changed since.
      const dryRun = request.query.dryRun || isRepeat;
      const { counts, warnings } = await withDirectory(deps, request, async (reading) => {
        const planned = await planImport(reading, caller, { table, bytes: body }, (schema) =>
          request.compileValidationSchema(schema, 'body'),
        );
        const errors = [...planned.faults];
        if (errors.length > 0) throw new Problem('validation_failed', { errors });
        if (!dryRun) await planned.write();
        return planned;
      });
      if (!dryRun) deps.units.forget();
      if (!request.query.dryRun) await keepDone(deps, claim, 200);
      return reply.send({ dryRun: request.query.dryRun, ...counts, warnings: [...warnings] });
    });

    app.get('/v1/directory/export', { schema: exportSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { table } = request.query;
      requireKeeperOf[table](caller);
      const text = await withDirectory(deps, request, async (reading) => exports[table](reading, caller));
      return reply
        .header('content-disposition', `attachment; filename="directory-${table}.csv"`)
        .type('text/csv; charset=utf-8; header=present')
        .send(Buffer.from(text));
    });
    done();
  };
}
