import { operationsOf } from './operations.ts';

interface ProblemWithCodes {
  readonly allOf: readonly [{ readonly $ref: string }, { readonly properties: { readonly code: Codes } }];
}

interface Codes {
  readonly enum: readonly string[];
}

const problemRef = '#/components/schemas/Problem';
const responseRef = '#/components/responses/';

/** A document in which a problem may have any code: its form alone. */
export function withoutCodes(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (isProblemWithCodes(node)) return { $ref: problemRef };
  if (Array.isArray(node)) return node.map(withoutCodes);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutCodes(value)]));
}

/** The codes that each operation of a document may answer with, by method and path. */
export function codesOfOperations(document: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const { components = {} } = document as {
    readonly components?: { readonly responses?: Readonly<Record<string, unknown>> };
  };
  const shared = components.responses ?? {};
  return new Map(
    [...operationsOf(document)].map(([operation, { responses }]) => [
      operation,
      new Set(Object.values(responses).flatMap((response) => codesIn(followed(response, shared)))),
    ]),
  );
}

function followed(response: unknown, shared: Readonly<Record<string, unknown>>): unknown {
  const { $ref } = response as { readonly $ref?: string };
  return $ref === undefined ? response : shared[$ref.slice(responseRef.length)];
}

function codesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isProblemWithCodes(node)) return node.allOf[1].properties.code.enum;
  return Object.values(node).flatMap(codesIn);
}

function isProblemWithCodes(node: object): node is ProblemWithCodes {
  const { allOf } = node as { readonly allOf?: readonly { readonly $ref?: string }[] };
  return allOf?.[0]?.$ref === problemRef;
}
