import { Type, type Static } from '@fastify/type-provider-typebox';
import { counterDecisions } from '../../domain/application/rejection.ts';
import { ApplicationSchema } from '../submission/schema.ts';
import { rejectionNo } from '../examples/facts.ts';
import { nullable, ref } from './reference.ts';
import { filledText, InstantSchema } from './text.ts';

export const RejectionBody = Type.Object(
  {
    decision: Type.Enum([...counterDecisions], { description: '不予受理，或一次性告知补正' }),
    application: ref(ApplicationSchema),
    reasons: Type.Optional(
      Type.Array(filledText(500, '规则以外的理由'), { minItems: 1, maxItems: 10, uniqueItems: true }),
    ),
  },
  { additionalProperties: false },
);

/** An application that was not accepted; of the applicant as much as its reader may see. */
export const RejectionSchema = Type.Object({
  no: Type.String({ description: 'Number of the notice', examples: [rejectionNo] }),
  acceptingStation: Type.String(),
  decision: Type.Enum([...counterDecisions]),
  decidedAt: InstantSchema,
  officerId: Type.String(),
  applicantName: nullable(Type.String({ description: 'Masked; null once retention has removed it' })),
  codes: Type.Array(Type.String(), { description: 'Why, in stable codes; they stay after retention' }),
  faults: Type.Array(
    Type.Object({ code: Type.String(), message: Type.String(), basis: nullable(Type.String()) }),
  ),
  notice: Type.String({ description: 'Where its paper is read' }),
});

export type RejectionView = Static<typeof RejectionSchema>;
