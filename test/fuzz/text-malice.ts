import fc from 'fast-check';
import type { Base } from './base-requests.ts';
import { withJson } from './base-requests.ts';
import { formOf } from './forms.ts';
import type { Input } from './message.ts';
import { toOperation } from './message.ts';
import { hostileTexts, longTexts } from './payloads.ts';
import type { TextField } from './text-fields.ts';
import { withText } from './text-fields.ts';

/** A hostile text in one field of an otherwise right body. */
export function hostileText(base: Base, field: TextField): fc.Arbitrary<Input> {
  return fc
    .oneof(
      { weight: 9, arbitrary: fc.constantFrom(...hostileTexts) },
      { weight: 1, arbitrary: fc.constantFrom(...longTexts) },
    )
    .map((text) => textIn(base, field, text));
}

/** The right request with the text in the field. */
export function textIn(base: Base, { mediaType, path }: TextField, text: string): Input {
  if (mediaType !== 'multipart/form-data')
    return toOperation(withJson(base, withText(base.json, path, text)));
  const [part = '', ...rest] = path;
  if (part !== 'application')
    return toOperation(
      formOf(base, [{ name: `1${text}`, fileName: text, type: 'image/png', content: Buffer.from(text) }]),
    );
  const application = JSON.stringify(withText(base.json, rest, text));
  return toOperation(
    formOf(base, [{ name: 'application', type: 'application/json', content: Buffer.from(application) }]),
  );
}
