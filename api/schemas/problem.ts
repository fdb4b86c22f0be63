import { Type, type Static } from '@fastify/type-provider-typebox';
import { acts } from '../../domain/case/acts.ts';
import { caseStatuses } from '../../domain/case/status.ts';
import { ref } from './reference.ts';

export const FieldFaultSchema = Type.Object({
  pointer: Type.String({ description: 'RFC 6901 pointer into the body; /query/… into the query string' }),
  code: Type.String({ description: 'Stable code of the fault' }),
  message: Type.String({ description: 'A Chinese sentence that says what is wrong and what is right' }),
  basis: Type.Optional(Type.String({ description: 'The clause or law that the rule rests on' })),
});

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
    errors: Type.Optional(Type.Array(FieldFaultSchema)),
    currentStatus: Type.Optional(Type.Enum([...caseStatuses])),
    allowed: Type.Optional(Type.Array(Type.Enum([...acts]))),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details' },
);

export type ProblemBody = Static<typeof ProblemSchema>;

const titles = {
  400: 'Malformed request',
  401: 'No valid access token',
  403: 'Not for this role or unit',
  404: 'Not there, or outside the caller’s scope',
  409: 'The status of the case does not allow it; says what is allowed',
  412: 'Changed by somebody else meanwhile',
  413: 'Too large',
  415: 'Type not supported',
  422: 'Everything that is wrong with it, each with a pointer',
  428: 'If-Match is missing',
  429: 'Too many requests, attempts or open streams; Retry-After says when the next request or attempt is let through',
  500: 'Internal error',
  503: 'Temporarily unavailable',
} as const;

type ProblemStatus = keyof typeof titles;

/** The problems that an operation may answer with, for its schema. 500 and 503 may always come. */
export function problems<Status extends ProblemStatus>(...statuses: Status[]) {
  const entries = [...statuses, 500 as const, 503 as const].map((status) => [
    status,
    { description: titles[status], content: { 'application/problem+json': { schema: ref(ProblemSchema) } } },
  ]);
  return Object.fromEntries(entries) as Record<Status | 500 | 503, { description: string; content: object }>;
}
