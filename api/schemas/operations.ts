import { Type } from '@fastify/type-provider-typebox';
import { caseStatuses } from '../../domain/case/status.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const FailureSchema = Type.Object({ type: Type.String(), message: nullable(Type.String()) });

const PendingActivitySchema = Type.Object({
  activityId: Type.String(),
  activityType: Type.String(),
  attempt: Type.Integer(),
  maximumAttempts: nullable(Type.Integer()),
  scheduledAt: nullable(InstantSchema),
  nextAttemptAt: nullable(InstantSchema),
  lastFailure: nullable(FailureSchema),
});

const StandingSchema = Type.Object(
  {
    seq: Type.Integer(),
    status: nullable(Type.Enum([...caseStatuses])),
    wakesAt: nullable(InstantSchema),
    awaited: Type.Array(Type.String(), { description: 'Effects of which it awaits the report' }),
    unread: Type.Integer({ description: 'Messages that it has not taken yet' }),
  },
  { description: 'What the workflow says of itself' },
);

const WorkflowSchema = Type.Object({
  workflowId: Type.String(),
  known: Type.Boolean({
    description: 'Whether Temporal was reached and has it; otherwise `detail` says why not',
  }),
  detail: nullable(Type.String()),
  runId: Type.Optional(Type.String()),
  status: Type.Optional(Type.String({ description: 'Temporal’s word' })),
  historyLength: Type.Optional(Type.Integer()),
  startedAt: Type.Optional(InstantSchema),
  build: Type.Optional(nullable(Type.String())),
  workflowTask: Type.Optional(
    nullable(Type.Object({ attempt: Type.Integer(), since: nullable(InstantSchema) })),
  ),
  activities: Type.Optional(Type.Array(PendingActivitySchema)),
  standing: Type.Optional(nullable(StandingSchema)),
});

export const CaseExplanationSchema = Type.Object({
  caseNo: Type.String(),
  ledger: Type.Object({
    seq: Type.Integer(),
    status: Type.Enum([...caseStatuses]),
    statusTitle: Type.String(),
    holderTitle: Type.String(),
    nextAt: nullable(InstantSchema),
    paused: nullable(
      Type.Object(
        { at: InstantSchema, by: Type.String({ description: 'Number of the administrator' }) },
        { description: 'Since when nobody acts on it and nothing happens by itself, and who said so' },
      ),
    ),
  }),
  workflow: WorkflowSchema,
  agreement: Type.Enum(['agrees', 'differs', 'unknown']),
  waitsFor: Type.Array(Type.String()),
  history: Type.Array(
    Type.Object({
      eventId: Type.Integer(),
      at: InstantSchema,
      type: Type.String({ description: 'Temporal’s name' }),
      sentence: Type.String(),
    }),
    { description: 'The last of what Temporal remembers, without what only Temporal needs' },
  ),
  temporalUrl: nullable(Type.String({ description: 'The workflow in Temporal’s pages' })),
});
