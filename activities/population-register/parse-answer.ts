import type { Static, TSchema } from 'typebox';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { RegisterEntry } from '../../domain/register/entry.ts';
import { registerStatuses } from '../../domain/register/entry.ts';
import type { RegisterQuestion } from '../../domain/register/query.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { isPlainDate } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import { RegisterError } from './port.ts';

// What Postgres cannot keep or a page would show as something else: controls, turns of direction, halves of pairs.
// A private-use character passes: the officer has to see that the register uses one.
const printable =
  '^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF\\uFFFE\\uFFFF]*$';

const text = (maxLength: number) => Type.String({ maxLength, pattern: printable });
const name = Type.String({ minLength: 1, maxLength: 100, pattern: printable });

const AnswerSchema = Type.Object({ entry: Type.Unknown() });

const EntrySchema = Type.Object({
  name,
  formerNames: Type.Array(name, { maxItems: 20 }),
  idNumber: Type.String({ pattern: '^\\d{17}[\\dX]$' }),
  formerIdNumbers: Type.Array(Type.String({ pattern: '^(\\d{15}|\\d{17}[\\dX])$' }), { maxItems: 10 }),
  sex: Type.Enum(['F', 'M']),
  birthDate: Type.Refine(Type.Unsafe<PlainDate>(Type.String()), isPlainDate),
  ethnicity: text(20),
  birthplace: text(200),
  registeredAddress: Type.String({ minLength: 1, maxLength: 200, pattern: printable }),
  registeringStation: Type.Object({
    code: Type.Refine(Type.Unsafe<UnitCode>(Type.String()), isUnitCode),
    name: text(100),
  }),
  status: Type.Enum([...registerStatuses]),
});

/**
 * Reads a register's answer. Fields that we do not know are dropped: what was not asked for is not kept.
 * @throws {RegisterError} `malformed`, also when the answer is about somebody else than was asked for.
 */
export function parseAnswer(body: string, { idNumber }: RegisterQuestion): RegisterEntry | null {
  const { entry: found } = read(AnswerSchema, parseJson(body));
  if (found === null) return null;
  const entry = read(EntrySchema, found);
  if (![entry.idNumber, ...entry.formerIdNumbers].includes(idNumber)) {
    throw new RegisterError('malformed', 'the answer is about another number than was asked for');
  }
  return entry;
}

function read<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
  const cleaned = Value.Clean(schema, value);
  if (Value.Check(schema, cleaned)) return cleaned;
  const places = Value.Errors(schema, cleaned).map(({ instancePath }) => instancePath);
  throw new RegisterError('malformed', `wrong fields: ${[...new Set(places)].join(' ')}`);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RegisterError('malformed', 'no JSON');
  }
}
