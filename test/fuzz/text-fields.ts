import document from '../../api/openapi.json' with { type: 'json' };
import type { Operation, Schema } from '../authority/operations.ts';
import { operations } from '../authority/operations.ts';

/** A property or an item of a body in which somebody may write a text; `*` stands for any item. */
export interface TextField {
  readonly operation: Operation;
  readonly mediaType: string;
  readonly path: readonly string[];
}

const schemas = document.components.schemas as unknown as Readonly<Record<string, Schema>>;

/** Where the schema takes no other than these properties, there is no place for others. */
interface OpenSchema extends Schema {
  readonly additionalProperties?: boolean | Schema;
  readonly contentMediaType?: string;
}

function resolved({ $ref, ...schema }: OpenSchema): OpenSchema {
  if ($ref === undefined) return schema;
  return schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {};
}

function pathsIn(given: OpenSchema): (readonly string[])[] {
  const schema = resolved(given);
  const { anyOf = [], properties = {}, items, type, enum: choices } = schema;
  const own = type === 'string' && choices === undefined ? [[]] : [];
  const below = Object.entries(properties).flatMap(([name, each]) =>
    pathsIn(each).map((path) => [name, ...path]),
  );
  const inItems = items === undefined ? [] : pathsIn(items).map((path) => ['*', ...path]);
  return [...own, ...anyOf.flatMap(pathsIn), ...below, ...inItems];
}

/** Drafts are kept as they are, whatever is in them: their texts are those of an application. */
function schemaOf(operationId: string, schema: Schema): Schema {
  return ['keepDraft', 'replaceDraft'].includes(operationId)
    ? { $ref: '#/components/schemas/Application' }
    : schema;
}

/** Every text field of every body of the document: a new one is among them by itself. */
export const textFields: readonly TextField[] = operations.flatMap((operation) =>
  Object.entries(operation.requestBody?.content ?? {}).flatMap(([mediaType, { schema }]) => {
    const paths = pathsIn(schemaOf(operation.operationId, schema));
    const distinct = new Map(paths.map((path) => [path.join('/'), path]));
    return [...distinct.values()].map((path) => ({ operation, mediaType, path }));
  }),
);

/** A body with a text at the path; what is missing on the way there is made. */
export function withText(body: unknown, path: readonly string[], text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (first === '*') {
    const [item, ...others] = Array.isArray(body) ? (body as unknown[]) : [];
    return [withText(item, rest, text), ...others];
  }
  const object = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  return { ...object, [first]: withText(object[first], rest, text) };
}
