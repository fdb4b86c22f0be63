import { Type, type Static } from '@fastify/type-provider-typebox';
import { acts } from '../../domain/case/acts.ts';
import { caseStatuses } from '../../domain/case/status.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { ref } from './reference.ts';

export const FieldFaultSchema = Type.Object({
  pointer: Type.String({ description: 'RFC 6901 pointer into the body; /query/… into the query string' }),
  code: Type.String({ description: 'Stable code of the fault' }),
  message: Type.String({ description: 'A Chinese sentence that says what is wrong and what is right' }),
  basis: Type.Optional(Type.String({ description: 'The clause or law that the rule rests on' })),
});

/** How many an answer tells one by one. */
export const maxToldFaults = 100;

/** One thing wrong with what was sent. */
export type FieldFault = Static<typeof FieldFaultSchema>;

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ format: 'uri-reference' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'See docs/errors.md' }),
    detail: Type.String(),
    instance: Type.String({ description: 'Number of the request, as it stands in the log' }),
    errors: Type.Optional(
      Type.Array(FieldFaultSchema, {
        description: `The first ${String(maxToldFaults)}; where there are more, a last one (\`more_faults\`) says how many`,
      }),
    ),
    currentStatus: Type.Optional(Type.Enum([...caseStatuses])),
    allowed: Type.Optional(Type.Array(Type.Enum([...acts]))),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details' },
);

export type ProblemBody = Static<typeof ProblemSchema>;

/** A problem with one of some codes. */
export function problemWith(codes: readonly ErrorCode[]) {
  return Type.Intersect([ref(ProblemSchema), Type.Object({ code: Type.Enum([...codes]) })]);
}
