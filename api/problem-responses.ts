import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger';
import type { ErrorCode } from '../domain/errors.ts';
import type { AnswerHeader } from './answer-headers.ts';
import { headerComponents, headerReferences } from './answer-headers.ts';
import { headersOf } from './declared-headers.ts';
import type { DescribedRoute } from './declared-problems.ts';
import { problemCodesOf } from './declared-problems.ts';
import type { DescribedOperation } from './examples/in-document.ts';
import { addExamples, addProblemExamples, problemComponents } from './examples/in-document.ts';
import type { ProblemStatus } from './problem-status.ts';
import { problemStatus } from './problem-status.ts';
import { problemWith } from './schemas/problem.ts';

const titles = {
  400: 'Malformed request',
  401: 'No valid access token',
  403: 'Not for this role or unit',
  404: 'Not there, or outside the caller’s scope',
  408: 'Not sent in time',
  409: 'The status of the case does not allow it; says what is allowed',
  412: 'Changed by somebody else meanwhile',
  413: 'Too large',
  415: 'Type not supported',
  417: 'Expects what is not done',
  422: 'Everything that is wrong with it, each with a pointer',
  428: 'If-Match is missing',
  431: 'The head is too large',
  429: 'Too many requests, attempts or open streams; Retry-After says when the next request or attempt is let through',
  500: 'Internal error',
  503: 'Temporarily unavailable',
} as const satisfies Record<ProblemStatus, string>;

/** Where an operation of the document says the headers of its answers until it is complete. */
const sentHeaders = 'x-sends';

/**
 * Describes a route with what it may answer instead of what it was asked, each status with its codes. For the document
 * alone: what is sent is a problem, whatever its code.
 */
export const describeProblems: SwaggerTransform = ({ schema, url, route }) => {
  if (schema.hide === true) return { schema, url };
  const described: DescribedRoute = { method: route.method, url: route.url, schema };
  const response: Readonly<Record<string, object>> = {
    ...(schema.response as object | undefined),
    ...problemResponsesOf(described),
  };
  const headers = Object.entries(response).map(([status, answer]) => [
    status,
    headersOf(described, { status: Number(status), response: answer }),
  ]);
  return { schema: { ...schema, response, [sentHeaders]: Object.fromEntries(headers) as unknown }, url };
};

/**
 * Completes the document: examples stand beside the schemas, and a status with one code, the same answer everywhere, stands
 * once, under its code.
 */
export const completeDocument: SwaggerTransformObject = (document) => {
  if (!('openapiObject' in document)) throw new Error('the document is OpenAPI 3');
  const { openapiObject } = document;
  const shared: Record<string, object> = {};
  const exemplified = new Set<ErrorCode>();
  for (const operation of Object.values(openapiObject.paths ?? {}).flatMap(operationsOf)) {
    addExamples(operation);
    addHeaders(operation);
    const responses: Record<string, object> = operation.responses;
    for (const [status, response] of Object.entries(operation.responses)) {
      const codes = codesOf(response);
      addProblemExamples(response.content ?? {}, codes);
      const [code, ...others] = codes;
      if (code === undefined) continue;
      if (others.length > 0) {
        for (const each of codes) exemplified.add(each);
        continue;
      }
      shared[code] = response;
      responses[status] = { $ref: `#/components/responses/${code}` };
    }
  }
  const components = {
    ...openapiObject.components,
    responses: shared,
    examples: problemComponents(exemplified),
    headers: headerComponents(),
  };
  return { ...openapiObject, components } as typeof openapiObject;
};

function operationsOf(path: object | undefined) {
  return Object.values(path ?? {}) as DescribedOperation[];
}

function addHeaders(operation: DescribedOperation & { [sentHeaders]?: SentHeaders }): void {
  for (const [status, headers] of Object.entries(operation[sentHeaders] ?? {})) {
    const response = operation.responses[status];
    if (response !== undefined && headers.length > 0) {
      Object.assign(response, { headers: headerReferences(headers) });
    }
  }
  Reflect.deleteProperty(operation, sentHeaders);
}

type SentHeaders = Readonly<Record<string, readonly AnswerHeader[]>>;

function codesOf(response: object): readonly ErrorCode[] {
  const { content } = response as {
    readonly content?: Readonly<Record<string, { readonly schema: Partial<DescribedProblem> }>>;
  };
  return content?.['application/problem+json']?.schema.allOf?.[1].properties.code.enum ?? [];
}

interface DescribedProblem {
  readonly allOf: readonly [
    object,
    { readonly properties: { readonly code: { readonly enum: readonly ErrorCode[] } } },
  ];
}

function problemResponsesOf(route: DescribedRoute) {
  const codes = [...problemCodesOf(route)];
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort((one, other) => one - other);
  const entries = statuses.map((status) => {
    const schema = problemWith(codes.filter((code) => problemStatus[code] === status).sort());
    return [status, { description: titles[status], content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(entries) as Record<ProblemStatus, object>;
}
