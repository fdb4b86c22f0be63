import fc from 'fast-check';
import type { Base } from './base-requests.ts';
import { withBody } from './base-requests.ts';
import type { Malice } from './malice.ts';
import type { Input } from './message.ts';
import { mark, toOperation } from './message.ts';

const json = 'application/json';

/** The JSON of the body, for malices that make another text or other bytes of it. */
function spoilt(make: (text: string) => fc.Arbitrary<string | Buffer>): Malice {
  return (base) =>
    base.json === undefined
      ? undefined
      : make(JSON.stringify(base.json)).map((body) => toOperation(withBody(base, Buffer.from(body), json)));
}

/** One value of the JSON, wherever it stands, with another in its place. */
function atValue(text: string, put: (value: string) => fc.Arbitrary<string>): fc.Arbitrary<string> {
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?|\b(?:true|false|null)\b/g)];
  if (values.length === 0) return put(text);
  return fc.constantFrom(...values).chain((match) => {
    const [value] = match;
    return put(value).map(
      (other) => text.slice(0, match.index) + other + text.slice(match.index + value.length),
    );
  });
}

/** One object of the JSON with one more member, first or last. */
function atObject(text: string, member: string): fc.Arbitrary<string> {
  const objects = [...text.matchAll(/\{/g)];
  return fc.constantFrom(...objects).map(({ index }) => {
    const rest = text.slice(index + 1);
    return `${text.slice(0, index + 1)}${member}${rest.startsWith('}') ? '' : ','}${rest}`;
  });
}

const otherTypes = ['null', '0', '-1', '1.5', 'true', '""', '"x"', '[]', '{}', '[[]]', '[null]', '{"a":{}}'];

const numbers = [
  ...['1e400', '-1e400', '1e-400', '9007199254740993', '99999999999999999999', '-0', '0.1e1'],
  ...['2147483648', '-2147483649', '1'.repeat(5000), '1e1000000', '0.'.padEnd(3000, '9')],
];

const members = [
  '"__proto__":{"isAdmin":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":[]',
  '"__proto__":null',
  '"\\u005f_proto__":{"toString":1}',
  '"toString":1,"valueOf":2,"hasOwnProperty":3',
  '"toJSON":"x"',
  '"length":-1',
  `"${mark}1":1`,
  '"":""',
  '"$ref":"#/components/schemas/Case"',
  `"then":"${mark}"`,
];

const escapes = [
  '\\ud800',
  '\\udfff\\ud800',
  '\\u0000',
  '\\u202e',
  '\\ufffe',
  '\\u001b[2J',
  '\\r\\n',
  '\\u2028',
];

const nestings = [
  '['.repeat(30_000),
  '['.repeat(5000) + ']'.repeat(5000),
  '{"a":'.repeat(5000) + '1' + '}'.repeat(5000),
  '[{"a":'.repeat(3000),
  '{"matters":'.repeat(4000),
];

const wholes = [
  ...[
    '',
    ' ',
    'null',
    '[]',
    '""',
    '0',
    'true',
    'NaN',
    '{}',
    '[{}]',
    '{"a":1}{"b":2}',
    "{'a':1}",
    '{a:1}',
    '{"a":1,}',
  ],
  ...['/**/{}', '{"a":undefined}', '+1', '\u0000', '<x/>', 'a=1&b=2', '{"a":"\n"}', `"${mark}"`],
];

const bytes: readonly Buffer[] = [
  Buffer.from([0xc0, 0xaf]),
  Buffer.from([0xc0, 0x80]),
  Buffer.from([0xe0, 0x80, 0xaf]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0x80]),
  Buffer.from([0xe8, 0xaf]),
  Buffer.from([0x00]),
];

const contentTypes = [
  ...[
    'text/plain',
    'text/html',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    'json',
  ],
  ...[
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset="',
    '*/*',
  ],
  ...[
    'application/json, text/html',
    'application/json;;;',
    'multipart/form-data',
    'multipart/form-data; boundary=',
  ],
  ...[
    'application/octet-stream',
    '',
    ';',
    'a/b/c',
    `${'a'.repeat(3000)}/json`,
    `text/${mark}`,
    'text/csv; header=\u00ff',
  ],
];

const encodings = ['gzip', 'br', 'deflate', 'identity, gzip', 'zstd', 'compress', mark];

/** Bodies that are no JSON, or none that anybody should read. */
export const jsonMalices = {
  truncated: spoilt((text) => fc.nat(Math.max(text.length - 1, 0)).map((end) => text.slice(0, end))),
  nested: spoilt((text) =>
    fc.constantFrom(...nestings).chain((nesting) =>
      fc.oneof(
        fc.constant(nesting),
        atValue(text, () => fc.constant(nesting)),
      ),
    ),
  ),
  'wrong types': spoilt((text) => atValue(text, () => fc.constantFrom(...otherTypes))),
  'huge numbers': spoilt((text) => atValue(text, () => fc.constantFrom(...numbers))),
  prototypes: spoilt((text) => fc.constantFrom(...members).chain((member) => atObject(text, member))),
  'duplicate keys': spoilt((text) =>
    fc.constant(text.replace(/"([^"]+)":("[^"]*"|\w+)/, '"$1":$2,"$1":null,"$1":[1]')),
  ),
  'broken characters': spoilt((text) =>
    atValue(text, () => fc.constantFrom(...escapes).map((each) => `"${mark}${each}"`)),
  ),
  'invalid bytes': spoilt((text) =>
    fc
      .tuple(
        fc.constantFrom(...bytes),
        atValue(text, () => fc.constant(`"${mark}\u0001"`)),
      )
      .map(([bad, marked]) => {
        const [before = '', after = ''] = marked.split('\u0001');
        return Buffer.concat([Buffer.from(before), bad, Buffer.from(after)]);
      }),
  ),
  'other encodings of text': spoilt((text) =>
    fc.constantFrom<Buffer>(
      ...[
        Buffer.from(`\uFEFF${text}`),
        Buffer.from(text, 'utf16le'),
        Buffer.from(`\uFEFF${text}`, 'utf16le'),
      ],
      ...[
        Buffer.from(text, 'latin1'),
        Buffer.concat([Buffer.from([0]), Buffer.from(text)]),
        Buffer.from(`${text}\u0000`),
      ],
    ),
  ),
  'something else': spoilt(() => fc.constantFrom(...wholes)),
  oversized: spoilt((text) =>
    fc
      .constantFrom(66_000, 300_000, 2_000_000)
      .chain((size) =>
        fc.constantFrom(
          JSON.stringify({ x: mark.repeat(size / mark.length) }),
          `${text}${' '.repeat(size)}`,
          `[${'1,'.repeat(size / 2)}1]`,
          `{${Array.from({ length: size / 20 }, (_, n) => `"k${String(n)}":1`).join()}}`,
        ),
      ),
  ),
  'content types': (base) =>
    base.json === undefined
      ? undefined
      : fc.constantFrom(...contentTypes).map((type) => toOperation(withBody(base, bodyOf(base), type))),
  'content encodings': (base) =>
    base.json === undefined
      ? undefined
      : fc.constantFrom(...encodings).map((encoding) => {
          const message = withBody(base, bodyOf(base), json);
          return toOperation({ ...message, headers: [...message.headers, ['content-encoding', encoding]] });
        }),
} as const satisfies Record<string, Malice>;

function bodyOf({ json: value }: Base): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** A right request, among the others: what is asked of it is that it is whole. */
export function untouched(base: Base): Input {
  if (base.json === undefined) return toOperation(base.message);
  return toOperation(withBody(base, bodyOf(base), json));
}
