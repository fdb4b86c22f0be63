import type { OperationId } from '../../domain/authority/table.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { sparseType } from '../sparse.ts';
import type { OperationExamples } from './example.ts';
import { sparseAnswer } from './example.ts';
import { examples } from './examples.ts';
import { parameterExamples } from './parameters.ts';
import { problemExample } from './problems.ts';

const jsonType = 'application/json';
export const problemType = 'application/problem+json';

type Content = Record<string, object>;

/** An operation of the document that is being made, as far as examples go. */
export interface DescribedOperation {
  readonly operationId?: string;
  readonly parameters?: { readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { readonly content?: Content }>;
}

/** Puts the examples of an operation beside the schemas of what it is asked and what it answers. */
export function addExamples(operation: DescribedOperation): void {
  const { operationId, parameters = [], requestBody, responses } = operation;
  for (const parameter of parameters) addToParameter(parameter);
  if (!isKnown(operationId)) return;
  const known: OperationExamples = examples[operationId];
  addTo(requestBody?.content, jsonType, known.body);
  for (const [status, answer] of Object.entries(known.answers ?? {})) {
    if (status === sparseAnswer) addTo(responses['200']?.content, sparseType, answer);
    else addTo(responses[status]?.content, jsonType, answer);
  }
}

/** An operation that has none is shown without; a test misses them. */
function isKnown(operationId: string | undefined): operationId is OperationId {
  return operationId !== undefined && Object.hasOwn(examples, operationId);
}

function addTo(content: Content | undefined, mediaType: string, example: unknown): void {
  const described = content?.[mediaType];
  if (content === undefined || described === undefined || example === undefined) return;
  content[mediaType] = { ...described, example };
}

/** Choices, switches and defaults speak for themselves. */
function addToParameter(parameter: { readonly name: string; readonly schema: object }): void {
  const example = parameterExamples[parameter.name];
  const speaks = ['enum', 'examples', 'default'].some((keyword) => keyword in parameter.schema);
  if (example !== undefined && !speaks) Object.assign(parameter, { example });
}

/** The example of a problem that may have one of some codes, each by its name in the components. */
export function addProblemExamples(content: Content, codes: readonly ErrorCode[]): void {
  const [only, ...others] = codes;
  const described = content[problemType];
  if (only === undefined || described === undefined) return;
  content[problemType] =
    others.length === 0
      ? { ...described, example: problemExample(only) }
      : {
          ...described,
          examples: Object.fromEntries(
            codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
          ),
        };
}

/** A problem of each of the codes, as the components of the document hold them. */
export function problemComponents(codes: Iterable<ErrorCode>) {
  return Object.fromEntries([...codes].sort().map((code) => [code, { value: problemExample(code) }]));
}
