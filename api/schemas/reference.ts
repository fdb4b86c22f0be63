import type { Static, TSchema } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';

/** Points to a schema that the app knows by its `$id`, so that the OpenAPI document holds it once. */
export function ref<Schema extends TSchema>(schema: Schema) {
  const { $id } = schema as { $id?: string };
  if ($id === undefined) throw new Error('only a schema with an $id can be referred to');
  return Type.Unsafe<Static<Schema>>({ $ref: `${$id}#` });
}

/** A value or null. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}
