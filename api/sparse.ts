import type { TObject, TSchema } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { Problem } from './problems.ts';

const jsonType = 'application/json; charset=utf-8';

/** A media type of its own: where everything is sent, everything that the schema promises is there. */
export const sparseType = 'application/vnd.tongban.sparse+json';

/** For the query of whatever can be asked for in part. */
export const FieldsQuery = Type.Optional(
  Type.String({
    pattern: '^[A-Za-z]+(,[A-Za-z]+)*$',
    maxLength: 1000,
    description: `Only these of its fields, as ${sparseType}: \`caseNo,status,dueAt\``,
    examples: ['caseNo,status,dueAt'],
  }),
);

/** The names asked for, or undefined when everything is. @throws {Problem} 422 for a name that the schema lacks. */
export function fieldsOf(
  text: string | undefined,
  { properties }: Pick<TObject, 'properties'>,
): ReadonlySet<string> | undefined {
  if (text === undefined) return undefined;
  const fields = new Set(text.split(','));
  if ([...fields].every((name) => Object.hasOwn(properties, name))) return fields;
  const message = `只能是：${Object.keys(properties).join('、')}。`;
  throw new Problem('validation_failed', {
    errors: [{ pointer: '/query/fields', code: 'not_a_choice', message }],
  });
}

/** What was asked for of a view. */
export function withFields<View extends object>(
  view: View,
  fields: ReadonlySet<string> | undefined,
): Partial<View> {
  if (fields === undefined) return view;
  return Object.fromEntries(Object.entries(view).filter(([name]) => fields.has(name))) as Partial<View>;
}

/** The type that an answer with these fields has. */
export function typeOf(fields: ReadonlySet<string> | undefined): string {
  return fields === undefined ? jsonType : sparseType;
}

/** The schema of a view in part. */
export function partial({ properties }: Pick<TObject, 'properties'>) {
  return Type.Partial(Type.Object(properties));
}

/** The answer of an operation that takes `fields`. */
export function sparsely(description: string, whole: TSchema, part: TSchema) {
  return {
    description,
    content: { 'application/json': { schema: whole }, [sparseType]: { schema: part } },
  };
}
