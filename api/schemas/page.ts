import { Type, type TSchema } from '@fastify/type-provider-typebox';
import { nullable } from './reference.ts';

/** Query parameters of every list. */
export const paging = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 500, description: 'nextCursor of the page before' })),
};

/** A page of a list. */
export function pageSchema<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) });
}

export const UnitCodeQuery = Type.String({ pattern: '^[0-9A-Z]{12}$', description: '12位单位代码' });
