import { Type } from '@fastify/type-provider-typebox';

// Controls, also those that turn the direction of writing, and halves of surrogate pairs: Postgres keeps not all of
// them and a page would show something else than was written.
const unprintable =
  '\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF\\uFFFE\\uFFFF';

/** A text of one line that may be empty; lengths are in code points. */
export function text(maxLength: number, description: string) {
  return Type.String({ maxLength, pattern: `^[^${unprintable}]*$`, description });
}

/** A text of one line that says something. */
export function filledText(maxLength: number, description: string) {
  return Type.String({
    minLength: 1,
    maxLength,
    pattern: `^[^${unprintable}]*[^\\s${unprintable}][^${unprintable}]*$`,
    description,
  });
}

/** A point in time with its offset (RFC 3339). */
export const InstantSchema = Type.String({ format: 'date-time' });

export const UnitCodeSchema = Type.String({ pattern: '^[0-9A-Z]{12}$', description: '公安机关代码' });
