import { Type } from '@fastify/type-provider-typebox';
import { rungIds } from '../../domain/escalation/ladder.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const ActorSchema = Type.Object({
  officerId: Type.String(),
  role: Type.String(),
  roleTitle: Type.String(),
  unitCode: Type.String(),
});

export const TimelineSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      type: Type.String(),
      at: InstantSchema,
      sentence: Type.String(),
      by: nullable(ActorSchema),
    }),
  ),
});

const date = Type.String({ format: 'date' });

export const DeadlineSchema = Type.Object({
  receivedAt: InstantSchema,
  dayZero: date,
  termWorkingDays: Type.Integer(),
  dueDate: date,
  dueAt: InstantSchema,
  provisional: Type.Boolean(),
  overdue: Type.Boolean(),
  calendarVersion: Type.String(),
  days: Type.Array(
    Type.Object({
      date,
      ordinal: nullable(Type.Integer()),
      reason: Type.String(),
      notice: nullable(Type.String()),
    }),
  ),
  notices: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      source: Type.String(),
      publishedOn: nullable(date),
    }),
  ),
  explanation: Type.Array(Type.String(), { description: 'The same for people, a line for each day' }),
});

export const AgendaSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Enum(['rung', 'retry']),
      at: InstantSchema,
      title: Type.String(),
      rung: Type.Optional(Type.Enum([...rungIds])),
      colour: Type.Optional(Type.Enum(['blue', 'yellow', 'red'])),
    }),
  ),
});

export const CaseNoticesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      audience: Type.Enum(['applicant', 'unit']),
      unitCode: nullable(Type.String()),
      role: nullable(Type.String()),
      text: Type.String(),
      createdAt: InstantSchema,
    }),
  ),
});
