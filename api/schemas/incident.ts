import { Type } from '@fastify/type-provider-typebox';
import { incidentClassNames } from '../../domain/operations/incident.ts';
import { remedyNames } from '../../domain/operations/remedy.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

export const IncidentClassSchema = Type.Enum([...incidentClassNames]);

const reason = nullable(
  Type.String({ description: 'The finer reason: a failure class, a cause of Temporal’s; a code' }),
);

const SuggestionSchema = Type.Object({
  remedy: Type.Enum([...remedyNames]),
  title: Type.String(),
  approval: Type.Enum(['none', 'second_person']),
});

export const IncidentSchema = Type.Object({
  id: Type.Integer(),
  class: IncidentClassSchema,
  classTitle: Type.String(),
  caseNo: nullable(Type.String()),
  workflowId: nullable(Type.String()),
  queue: nullable(Type.String()),
  part: nullable(
    Type.String({ description: 'Which of several things of it: an effect, a rung, an activity' }),
  ),
  since: InstantSchema,
  firstSeenAt: InstantSchema,
  lastSeenAt: InstantSchema,
  endedAt: nullable(InstantSchema),
  attempts: Type.Integer(),
  reason,
  message: Type.String(),
  build: nullable(Type.String({ description: 'The build of the worker’s code, where Temporal knows it' })),
  advice: Type.String(),
  remedies: Type.Array(SuggestionSchema),
});

const GroupSchema = Type.Object({
  class: IncidentClassSchema,
  classTitle: Type.String(),
  meaning: Type.String(),
  reason,
  count: Type.Integer(),
  firstSeenAt: nullable(InstantSchema),
  lastSeenAt: nullable(InstantSchema),
});

export const IncidentListSchema = Type.Object({
  groups: Type.Array(GroupSchema, { description: 'All that match, by class and reason' }),
  items: Type.Array(IncidentSchema),
  nextCursor: nullable(Type.String()),
});
