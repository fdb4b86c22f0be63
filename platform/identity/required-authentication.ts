import type { RequiredAuthentication } from '../../domain/authentication.ts';
import { roles } from '../../domain/roles.ts';
import Type from 'typebox';
import { Value } from 'typebox/value';

const Names = Type.Array(Type.String({ pattern: '^[!#-\\[\\]-~]+$' }), { minItems: 1 });
const Requirement = Type.Object(
  {
    acr: Type.Optional(Names),
    amr: Type.Optional(Names),
    maxAgeS: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
const Table = Type.Object(Object.fromEntries(roles.map((role) => [role, Type.Optional(Requirement)])), {
  additionalProperties: false,
});

/** Reads the table of what each role asks of the authentication; undefined when the text is none. */
export function findRequiredAuthentication(text: string): RequiredAuthentication | undefined {
  try {
    const table: unknown = JSON.parse(text);
    return Value.Check(Table, table) ? table : undefined;
  } catch {
    return undefined;
  }
}
