import { Type } from '@fastify/type-provider-typebox';
import { caseStatuses } from '../../domain/case/status.ts';
import {
  batchStandings,
  fastestPerMinute,
  itemStandingNames,
  mostNamedCases,
  slowestPerMinute,
} from '../../domain/operations/batch.ts';
import { bulkRemedyNames } from '../../domain/operations/bulk-remedy.ts';
import { incidentClassNames } from '../../domain/operations/incident.ts';
import { bundleNamePattern } from '../../domain/operations/replay.ts';
import { IncidentClassSchema } from './incident.ts';
import { paging, UnitCodeQuery } from './page.ts';
import { nullable } from './reference.ts';
import { ResetChoiceSchema, TerminateChoiceSchema } from './remedy.ts';
import { filledText, InstantSchema } from './text.ts';

const strict = { additionalProperties: false };

export const BundleSchema = Type.String({
  pattern: bundleNamePattern,
  description: 'The name of a bundle in the workers’ TONGBAN_REPLAY_BUNDLES; left out: their own code',
});

const choices = [
  Type.Object(
    { remedy: Type.Enum(bulkRemedyNames.filter((name) => name !== 'reset' && name !== 'terminate')) },
    strict,
  ),
  ResetChoiceSchema,
  TerminateChoiceSchema,
] as const;

const actions = [
  Type.Object({ kind: Type.Literal('replay'), bundle: Type.Optional(BundleSchema) }, strict),
  Type.Object({ kind: Type.Literal('remedy'), choice: Type.Union([...choices]) }, strict),
] as const;

const action = Type.Union([...actions]);

const filter = Type.Object(
  {
    incidentClass: Type.Optional(
      Type.Array(IncidentClassSchema, {
        maxItems: incidentClassNames.length,
        description: 'With an open incident of one of these classes',
      }),
    ),
    reason: Type.Optional(
      Type.String({ maxLength: 100, description: 'With an open incident of this reason' }),
    ),
    status: Type.Optional(
      Type.Array(Type.Enum([...caseStatuses]), {
        maxItems: caseStatuses.length,
        description: 'Left out: whatever is open, or is named by its number',
      }),
    ),
    acceptingStation: Type.Optional({ ...UnitCodeQuery, description: '受理地派出所，或其上级单位' }),
    homeStation: Type.Optional({ ...UnitCodeQuery, description: '户籍地派出所，或其上级单位' }),
    caseNos: Type.Optional(
      Type.Array(Type.String({ maxLength: 30 }), { minItems: 1, maxItems: mostNamedCases }),
    ),
  },
  { ...strict, description: 'All conditions hold; none at all is every open case, for a replay alone' },
);

const ratePerMinute = Type.Integer({ minimum: slowestPerMinute, maximum: fastestPerMinute });

export const BatchQuestionSchema = Type.Object({ action, filter }, strict);

export const NewBatchSchema = Type.Object(
  { action, filter, reason: filledText(500, '批量操作的理由'), ratePerMinute },
  strict,
);

const target = {
  caseNo: nullable(Type.String()),
  choice: nullable(Type.Object({ remedy: Type.String() }, { additionalProperties: true })),
};

export const BatchPreviewSchema = Type.Object({
  count: Type.Integer(),
  approval: Type.Enum(['none', 'second_person']),
  items: Type.Array(Type.Object(target), { description: 'The first of them' }),
});

const shown = { additionalProperties: true };

export const BatchSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  action: Type.Object({ kind: Type.Enum(['replay', 'remedy']) }, shown),
  title: Type.String(),
  filter: Type.Object({}, shown),
  reason: nullable(
    Type.String({ description: 'null when it has been removed with the personal data of one of the cases' }),
  ),
  ratePerMinute,
  approval: Type.Enum(['none', 'second_person']),
  standing: Type.Enum(Object.keys(batchStandings)),
  standingTitle: Type.String(),
  total: Type.Integer(),
  waiting: Type.Integer(),
  underWay: Type.Integer({ description: 'Given their remedy, and looked after' }),
  results: Type.Array(
    Type.Object({
      standing: Type.Enum([...itemStandingNames]),
      title: Type.String(),
      count: Type.Integer(),
    }),
    { description: 'Of those that have ended' },
  ),
  lastTakenAbout: nullable(
    Type.String({
      format: 'date-time',
      description: 'When at this rate the last is taken; null when none waits for it',
    }),
  ),
  requestedBy: Type.String(),
  requestedUnit: Type.String(),
  requestedAt: InstantSchema,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(InstantSchema),
  startedAt: nullable(InstantSchema),
  stoppedBy: nullable(Type.String()),
  stoppedAt: nullable(InstantSchema),
  endedAt: nullable(InstantSchema),
});

export const BatchItemQuery = Type.Object(
  {
    ...paging,
    standing: Type.Optional(
      Type.Array(Type.Enum([...itemStandingNames]), { maxItems: itemStandingNames.length }),
    ),
    format: Type.Enum(['json', 'csv'], { default: 'json' }),
  },
  strict,
);

const word = nullable(Type.String());

export const DivergenceSchema = Type.Object({
  eventId: nullable(Type.Integer({ description: 'The first event that the build does not follow' })),
  eventType: nullable(Type.String({ description: 'Temporal’s name' })),
  expected: nullable(Type.String({ description: 'What the history has there' })),
  actual: nullable(
    Type.String({ description: 'What the build does there; `nothing` where it has no command' }),
  ),
  message: Type.String({ description: 'The SDK’s sentence' }),
});

export const BatchItemSchema = Type.Object({
  position: Type.Integer({ minimum: 1 }),
  ...target,
  remedyId: nullable(Type.String({ format: 'uuid', description: 'Once it has been given its remedy' })),
  standing: Type.Enum([...itemStandingNames]),
  standingTitle: Type.String(),
  finding: word,
  divergence: nullable(DivergenceSchema),
  build: nullable(Type.String({ description: 'With which code it was replayed' })),
  endedAt: nullable(InstantSchema),
});

export const ReplaySchema = Type.Object({ bundle: Type.Optional(BundleSchema) }, strict);

export const ReplayAnswerSchema = Type.Object({
  ok: Type.Boolean({ description: 'Whether the build follows all of the history' }),
  events: Type.Integer({ description: 'How long the history was' }),
  build: Type.String({ description: 'With which code' }),
  divergence: nullable(DivergenceSchema),
});
