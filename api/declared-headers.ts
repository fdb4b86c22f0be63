import type { AnswerHeader } from './answer-headers.ts';
import { answerHeaders } from './answer-headers.ts';
import type { DescribedRoute } from './declared-problems.ts';
import { hasCaller, headerOf } from './declared-problems.ts';
import { IfMatchHeaders } from './etag.ts';
import { isFile } from './file-reply.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** The headers of an operation's answers, by status, beside those that follow from what it is. */
    sends?: Readonly<Record<number, readonly AnswerHeader[]>>;
  }
}

/** An answer of a route: its status, and its schema where it is no problem. */
interface DescribedAnswer {
  readonly status: number;
  readonly response: object;
}

interface Rule {
  readonly holds: (route: DescribedRoute, answer: DescribedAnswer) => boolean;
  readonly headers: readonly AnswerHeader[];
}

/** For whoever fetches what is still being made. */
export const madeLater = { 202: ['location', 'retry-after'] } as const satisfies Record<
  number,
  readonly AnswerHeader[]
>;

/** The headers that follow from what a route is: no route names them. */
const rules: readonly Rule[] = [
  { holds: (_, { status }) => status === 429 || status === 503, headers: ['retry-after'] },
  // Other refusals say them too where the caller is known by then.
  {
    holds: (route, { status }) => hasCaller(route) && (status < 400 || status === 429),
    headers: ['ratelimit', 'ratelimit-policy'],
  },
  {
    holds: (route, { status }) => status < 400 && headerOf(route, 'idempotency-key') !== undefined,
    headers: ['idempotency-replayed'],
  },
  {
    holds: (route, { status }) => status < 400 && status !== 202 && isConditional(route),
    headers: ['etag'],
  },
  {
    holds: (_, { status, response }) => status < 400 && mediaTypesOf(response).some(isSaved),
    headers: ['content-disposition'],
  },
  { holds: (_, { response }) => isFile(response), headers: ['repr-digest'] },
];

/** Every header of {@link answerHeaders} that a route may send with an answer, in their order. */
export function headersOf(route: DescribedRoute, answer: DescribedAnswer): readonly AnswerHeader[] {
  const declared = new Set<string>([
    ...rules.filter(({ holds }) => holds(route, answer)).flatMap(({ headers }) => headers),
    ...(route.schema?.sends?.[answer.status] ?? []),
  ]);
  return (Object.keys(answerHeaders) as AnswerHeader[]).filter((header) => declared.has(header));
}

/** Whether what is read is told apart by its version: it is asked for unless seen, or changed as it was seen. */
function isConditional({ schema, ...route }: DescribedRoute): boolean {
  const isReadUnlessSeen = Object.hasOwn(Object(schema?.response) as object, 304);
  return (
    isReadUnlessSeen || headerOf({ ...route, schema }, 'if-match') === IfMatchHeaders.properties['if-match']
  );
}

function mediaTypesOf(response: object): readonly string[] {
  return Object.keys((response as { readonly content?: object }).content ?? {});
}

/** Whether whoever asks in a browser is offered it as a file. */
function isSaved(mediaType: string): boolean {
  return !mediaType.endsWith('json') && mediaType !== 'text/event-stream';
}
