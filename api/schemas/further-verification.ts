import { Type } from '@fastify/type-provider-typebox';
import { furtherResults } from '../../domain/case/status.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

export const FurtherVerificationSchema = Type.Object({
  n: Type.Integer({ description: 'From 1, within the case' }),
  station: Type.Object({ code: Type.String(), name: Type.String() }),
  askedAt: InstantSchema,
  question: Type.Optional(Type.String({ description: 'What it was asked' })),
  outcome: nullable(
    Type.Enum(['answered', 'cancelled', 'lapsed'], {
      description: 'null: waited for; lapsed: the home station answered without it, or has the case no more',
    }),
  ),
  outcomeTitle: Type.String(),
  endedAt: nullable(InstantSchema),
  result: nullable(Type.Enum(furtherResults)),
  resultTitle: nullable(Type.String()),
  finding: Type.Optional(Type.String({ description: 'What its register says' })),
  source: Type.Optional(Type.Enum(['population_system', 'paper_register'])),
});
