import { Type } from '@fastify/type-provider-typebox';
import type { ActContent } from '../../domain/case/act-content.ts';
import { acts } from '../../domain/case/acts.ts';
import type { ClockMove } from '../../domain/case/event.ts';
import { clockMoveTitles } from '../../domain/case/event.ts';
import { holders } from '../../domain/case/holder.ts';
import { clockIds } from '../../domain/clocks/clock-id.ts';
import { colours, rungTitles } from '../../domain/escalation/rung.ts';
import { ActorSchema } from './actor.ts';
import { GapSchema } from './directory.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';
import { ToldSchema } from './told.ts';

const ActWordsSchema = Type.Unsafe<ActContent>(
  Type.Object(
    { act: Type.Enum([...acts, 'migrate_policy']) },
    {
      additionalProperties: true,
      description:
        'What was written with the act, by the fields of its body; for whoever handles the case, a complaint and its answer for supervisors too',
    },
  ),
);

export const TimelineSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      type: Type.String(),
      at: InstantSchema,
      sentence: Type.String(),
      by: nullable(ActorSchema),
      words: nullable(ActWordsSchema),
      told: nullable(ToldSchema),
      gaps: nullable(
        Type.Array(GapSchema, { description: 'Posts in which nobody could be told when it told somebody' }),
      ),
    }),
  ),
});

const date = Type.String({ format: 'date' });

const ExplanationSchema = Type.Array(Type.String(), {
  description: 'The same for people, a line for each day',
});

const DeadlineDaySchema = Type.Object({
  date,
  ordinal: nullable(Type.Integer()),
  reason: Type.String(),
  notice: nullable(Type.String()),
});

const CalendarNoticeSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  source: Type.String(),
  publishedOn: nullable(date),
});

const CalendarDueAtSchema = Type.Unsafe<Instant>({
  ...InstantSchema,
  description: 'By the calendar alone: earlier than `dueAt` where the later date stands',
});

export const DeadlineSchema = Type.Object({
  startedAt: InstantSchema,
  dayZero: date,
  termWorkingDays: Type.Integer(),
  dueDate: date,
  dueAt: InstantSchema,
  provisional: Type.Boolean(),
  overdue: Type.Boolean(),
  calendarDueAt: CalendarDueAtSchema,
  calendarVersion: Type.String(),
  days: Type.Array(DeadlineDaySchema),
  notices: Type.Array(CalendarNoticeSchema),
  explanation: ExplanationSchema,
});

const ClockMoveSchema = Type.Object({
  from: InstantSchema,
  to: InstantSchema,
  calendarDueAt: CalendarDueAtSchema,
  cause: Type.Enum(Object.keys(clockMoveTitles) as ClockMove[]),
  causeTitle: Type.String(),
  notice: nullable(CalendarNoticeSchema),
  at: InstantSchema,
});

export const ClocksSchema = Type.Object({
  ageHours: Type.Number({ description: 'Since acceptance, whoever held the case' }),
  clocks: Type.Array(
    Type.Object({
      key: Type.String(),
      clock: Type.Enum([...clockIds]),
      title: Type.String(),
      startedAt: InstantSchema,
      termWorkingDays: nullable(Type.Integer()),
      termDays: nullable(
        Type.Integer({ description: 'Calendar days, for a term that is not counted in working days' }),
      ),
      dueAt: InstantSchema,
      calendarDueAt: CalendarDueAtSchema,
      provisional: Type.Boolean(),
      stoppedAt: nullable(InstantSchema),
      overdue: Type.Boolean({ description: 'It ran past its due instant, or does so now' }),
      days: Type.Array(DeadlineDaySchema, { description: 'Empty for a term in calendar days' }),
      notices: Type.Array(CalendarNoticeSchema),
      moves: Type.Array(ClockMoveSchema, { description: 'What moved it, oldest first' }),
      explanation: ExplanationSchema,
    }),
  ),
  unstartedClocks: Type.Array(
    Type.Object({
      key: Type.String(),
      clock: Type.Enum([...clockIds]),
      title: Type.String(),
      startedAt: InstantSchema,
      explanation: ExplanationSchema,
    }),
    { description: 'Clocks that wait for a calendar: they count from `startedAt` when it is published' },
  ),
  custody: Type.Array(
    Type.Object({
      holder: Type.Enum([...holders]),
      holderTitle: Type.String(),
      from: InstantSchema,
      to: nullable(InstantSchema),
      hours: Type.Number(),
    }),
    { description: 'Who held the case from when to when, without gap or overlap' },
  ),
});

const PersonToldSchema = Type.Object({
  unitCode: nullable(Type.String()),
  unitName: nullable(Type.String()),
  post: nullable(Type.String({ description: 'null: the applicant' })),
  postTitle: Type.String(),
  personName: nullable(Type.String()),
});

export const AgendaSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Enum(['rung', 'retry']),
      at: InstantSchema,
      title: Type.String(),
      clockKey: Type.Optional(Type.String()),
      rung: Type.Optional(Type.Enum(Object.keys(rungTitles))),
      colour: Type.Optional(Type.Enum([...colours])),
      to: Type.Optional(
        Type.Array(PersonToldSchema, {
          description:
            'Whom the directory, as it stands, would name at that instant; it is asked again when the rung fires',
        }),
      ),
      gaps: Type.Optional(Type.Array(Type.String())),
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
