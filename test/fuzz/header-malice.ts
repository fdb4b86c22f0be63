import fc from 'fast-check';
import { untouched } from './json-malice.ts';
import type { Base } from './base-requests.ts';
import type { Malice } from './malice.ts';
import type { Header, Input } from './message.ts';
import { mark } from './message.ts';
import { longTexts, printableHostileTexts } from './payloads.ts';

const oneLine = printableHostileTexts.filter((text) => !/[\r\n]/.test(text));

/** Into the head of the request, before whatever it has of that name or in its place. */
function withHeaders(base: Base, headers: readonly Header[], reaches: Input['reaches'] = 'operation'): Input {
  const { wire } = untouched(base);
  const end = wire.indexOf('\r\n') + 2;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { wire: Buffer.concat([wire.subarray(0, end), Buffer.from(lines), wire.subarray(end)]), reaches };
}

/** The header with each of the values, the request's own one of that name kept beside it. */
function header(name: string, ...values: readonly string[]): Malice {
  return (base) => fc.constantFrom(...values, ...oneLine).map((value) => withHeaders(base, [[name, value]]));
}

const authorizations = [
  ...[
    '',
    ' ',
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic YTpi',
    'Bearer a.b.c',
    'Bearer null',
    'Digest x',
    `Bearer ${mark}`,
  ],
  ...[
    `Bearer ${'A'.repeat(7000)}`,
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJvZmZpY2VyLTEifQ.',
    'Bearer ..',
    'DPoP x',
  ],
  ...[
    'Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6Ii4uLy4uL2V0Yy9wYXNzd2QifQ.e30.AA',
    'Bearer e30.e30.e30',
    'Bearer \u00ff.\u00ff.\u00ff',
  ],
];

/** In the place of the token that lets in. */
const badlyAuthorized: Malice = (base) =>
  fc.constantFrom(...authorizations).map((value) => {
    const { message } = base;
    const headers = message.headers.filter(([name]) => name !== 'authorization');
    return withHeaders({ ...base, message: { ...message, headers } }, [['authorization', value]]);
  });

const cookies = [
  ...[
    '__Host-tongban-session=',
    `__Host-tongban-session=${mark}`,
    'a=b; __Host-tongban-session=x; __Host-tongban-session=y',
  ],
  ...[
    '=;;;=',
    '__proto__=1; constructor=2',
    `x=${'A'.repeat(7000)}`,
    'a="\\"',
    '%00=%ff',
    Array(500).fill('c=1').join('; '),
  ],
];

const flood: Malice = (base) =>
  fc
    .constantFrom(
      Array.from({ length: 3000 }, (_, n): Header => [`x-${String(n)}`, 'y']),
      Array.from({ length: 1000 }, (): Header => ['x-same', mark]),
      [['x-large', mark + 'A'.repeat(100_000)] as const],
      [[`x-${'n'.repeat(70_000)}`, mark] as const],
    )
    .map((headers) => withHeaders(base, headers, 'answered_by_server'));

/** Heads that say too much, the wrong thing, or two things at once. */
export const headerMalices = {
  authorization: badlyAuthorized,
  'a second authorization': header('authorization', ...authorizations),
  'idempotency keys': header(
    'idempotency-key',
    '',
    ' ',
    'a b',
    'x'.repeat(256),
    'é',
    '"x"',
    mark,
    '-',
    '\t',
    '🔑',
  ),
  'versions seen': header(
    'if-match',
    '*',
    '',
    '"',
    'W/"1"',
    '"1", "2"',
    '"-1"',
    '"1e3"',
    '"99999999999999999999"',
    '1',
    '"\u00ff"',
  ),
  'versions held': header('if-none-match', '*', '', '"', 'W/"x"', Array(800).fill('"x"').join(), mark),
  'last event': header('last-event-id', '-1', '1e9', '9'.repeat(400), 'NaN', '0x10', mark, '1.5'),
  cookies: header('cookie', ...cookies),
  'forwarded by nobody': header(
    'x-forwarded-for',
    '127.0.0.1',
    '::1',
    mark,
    Array(500).fill('10.0.0.1').join(),
  ),
  'asked from elsewhere': header('origin', 'null', 'http://evil.example', 'https://fuzz.example', mark),
  wishes: header('accept', 'text/html', '*/*;q=0', mark, 'application/xml', 'image/\u00ff', '/'),
  'parts of it': header('range', 'bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,1-1,2-2', mark),
  'too much': flood,
  'a long value': (base) =>
    fc
      .tuple(
        fc.constantFrom('idempotency-key', 'if-match', 'last-event-id', 'cookie', 'user-agent', 'referer'),
        fc.constantFrom(...longTexts),
      )
      .map(([name, text]) => withHeaders(base, [[name, text]], 'answered_by_server')),
} as const satisfies Record<string, Malice>;
