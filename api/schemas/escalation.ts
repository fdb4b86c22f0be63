import { Type } from '@fastify/type-provider-typebox';
import { caseStatuses } from '../../domain/case/status.ts';
import { clockIds } from '../../domain/clocks/clock-id.ts';
import { colours, rungTitles } from '../../domain/escalation/rung.ts';
import { escalationStandings } from '../../domain/escalation/standing.ts';
import { ActorSchema } from './actor.ts';
import { GapSchema } from './directory.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';
import { ToldSchema } from './told.ts';

const UnitSchema = Type.Object({ code: Type.String(), name: Type.String() });

const ReplySchema = Type.Object(
  {
    text: nullable(Type.String({ description: 'null for whoever neither supervises nor handles the case' })),
    expectedOn: nullable(Type.String({ format: 'date' })),
    by: ActorSchema,
    at: InstantSchema,
  },
  { description: '回告' },
);

export const EscalationSchema = Type.Object({
  caseNo: Type.String(),
  rungKey: Type.String({
    description: 'Names the escalation within its case; a reply says which it answers',
  }),
  clock: Type.Enum([...clockIds]),
  rung: Type.Enum(Object.keys(rungTitles)),
  title: Type.String(),
  colour: Type.Enum([...colours]),
  colourTitle: Type.String(),
  standing: Type.Enum([...escalationStandings]),
  standingTitle: Type.String(),
  firedAt: InstantSchema,
  replyDemanded: Type.Boolean(),
  replyDueAt: nullable(InstantSchema),
  reply: nullable(ReplySchema),
  settledAt: nullable(InstantSchema),
  acceptingStation: UnitSchema,
  homeStation: UnitSchema,
  caseStatus: Type.Enum([...caseStatuses]),
  caseStatusTitle: Type.String(),
  dueAt: nullable(InstantSchema),
  told: ToldSchema,
  gaps: Type.Array(GapSchema, { description: 'Posts in which nobody could be told when it fired' }),
});

export const EscalationCountsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      colour: Type.Enum([...colours]),
      colourTitle: Type.String(),
      standing: Type.Enum([...escalationStandings]),
      standingTitle: Type.String(),
      count: Type.Integer(),
    }),
    { description: 'What is open however old, and what was settled in the last 30 days' },
  ),
});
