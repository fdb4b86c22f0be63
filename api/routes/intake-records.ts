import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { IntakeRecord } from '../../db/repositories/intake-records.ts';
import { addIntakeRecordOnce, listIntakeRecords } from '../../db/repositories/intake-records.ts';
import { withScope } from '../../db/scope.ts';
import {
  intakeRecordKinds,
  intakeRecordKindTitles,
  otherLaneTitles,
} from '../../domain/application/intake-record.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import { unitsWithin } from '../../domain/units/unit-tree.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { callerOf } from '../authentication.ts';
import { decodeCursor, findInstant, pageOf } from '../cursor.ts';
import type { ApiDeps } from '../deps.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { IntakeRecordBody, IntakeRecordSchema } from '../schemas/intake-record.ts';
import { pageSchema, paging } from '../schemas/page.ts';
import { counterOfficer } from '../submission/counter.ts';

const tags = ['cases'];

/** Who came to the counter and goes another way: that it happened, and nothing of whom it was. */
export function intakeRecordRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const addSchema = {
      operationId: 'recordIntake',
      summary: '登记：告知后不选择跨省通办，或按其他渠道办理',
      description: 'No case begins, and no personal data are kept.',
      tags,
      headers: IdempotencyHeaders,
      body: IntakeRecordBody,
      response: { 201: IntakeRecordSchema },
    };
    app.post('/v1/intake-records', { schema: addSchema }, async (request, reply) => {
      const caller = callerOf(request);
      const { body } = request;
      const { unitCode, officerId } = counterOfficer(caller);
      const claim = await claimRequest(deps, { request, reply }, body);
      const about =
        body.kind === 'declined'
          ? { kind: body.kind, lane: null, reference: null }
          : { kind: body.kind, lane: body.lane, reference: body.reference ?? null };
      const record = await withScope(deps.database, unitCode, (executor) =>
        addIntakeRecordOnce(executor, {
          ...{ id: claim.commandId, unitCode, officerId, ...about },
          recordedAt: deps.clock.now(),
        }),
      );
      await keepDone(deps, claim, 201);
      return reply.status(201).send(viewOf(record, caller));
    });

    const listSchema = {
      operationId: 'listIntakeRecords',
      summary: '本单位及下级单位的登记',
      tags,
      querystring: Type.Object(
        { ...paging, kind: Type.Optional(Type.Enum([...intakeRecordKinds])) },
        { additionalProperties: false },
      ),
      response: { 200: pageSchema(IntakeRecordSchema) },
    };
    app.get('/v1/intake-records', { schema: listSchema }, async (request) => {
      const caller = callerOf(request);
      const { limit, cursor, kind } = request.query;
      const before = decodeCursor(cursor, positionOf);
      const units = unitsWithin(await deps.units.tree(), caller.unitCode);
      const rows = await withScope(deps.database, caller.unitCode, (executor) =>
        listIntakeRecords(executor, { units, kind, before, limit: limit + 1 }),
      );
      const { items, nextCursor } = pageOf(rows, limit, ({ recordedAt, id }) => [recordedAt, id]);
      return { items: items.map((record) => viewOf(record, caller)), nextCursor };
    });
    done();
  };
}

/** The other lane's number leads to a person there: it is for the counter that wrote it down. */
function viewOf({ reference, ...record }: IntakeRecord, { unitCode }: Principal) {
  const { kind, lane } = record;
  return {
    ...record,
    kindTitle: intakeRecordKindTitles[kind],
    laneTitle: lane === null ? null : otherLaneTitles[lane],
    reference: record.unitCode === unitCode ? reference : null,
  };
}

function positionOf([recordedAt, id]: readonly unknown[]) {
  if (typeof recordedAt !== 'string' || typeof id !== 'string' || !/^[0-9a-f-]+$/.test(id)) return undefined;
  const instant = findInstant(recordedAt);
  return instant === undefined ? undefined : { recordedAt: instant, id: id as CommandId };
}
