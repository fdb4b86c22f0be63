import fc from 'fast-check';
import type { Base } from './base-requests.ts';
import { withBody } from './base-requests.ts';
import type { Malice } from './malice.ts';
import type { Input, Message } from './message.ts';
import { mark, wireOf } from './message.ts';
import { hostileTexts, longTexts } from './payloads.ts';

/** As the segment stands in the address: no client has put any of it right. */
const segments = [
  ...[
    '..',
    '.',
    '%2e%2e',
    '..%2f..%2f..%2fetc%2fpasswd',
    '..%5c..%5c',
    '%252e%252e%252f',
    '....//',
    '..;/',
    '%c0%ae%c0%ae%c0%af',
  ],
  ...[
    '../../../../etc/passwd',
    '%00',
    `x%00.pdf${mark}`,
    '%',
    '%zz',
    '%u0041',
    '%ff',
    '%e8%af',
    '%0d%0aX-Injected:1',
    '~',
    '*',
  ],
  ...[
    '',
    '//',
    '?',
    ';a=b',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    '-1',
    '0',
    '1e9',
    '9'.repeat(400),
    mark,
  ],
  ...hostileTexts.map((text) => encodeURIComponent(text.toWellFormed())),
  ...longTexts.slice(0, 2).map((text) => encodeURIComponent(text).slice(0, 8000)),
];

const cursors = [
  ...['', '!', 'AAAA', '=', 'bnVsbA', 'W10', 'e30', 'WzFd', '%00', mark],
  ...[
    [],
    [null],
    [1, 2, 3],
    [mark, mark],
    [{}],
    [[[]]],
    ['2026-13-45', 'x'],
    ['9'.repeat(100)],
    ["'; DROP TABLE cases; --"],
  ].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')),
  ...[['2026-11-20T01:00:00.000Z', "' OR 1=1"], ['infinity', 'x'], [-1], [1e308], ['\u0000', '\u0000']].map(
    (each) => Buffer.from(JSON.stringify(each)).toString('base64url'),
  ),
];

const values = [
  ...[
    '',
    '-1',
    '0',
    '1e9',
    '99999999999999999999',
    'NaN',
    'true',
    'null',
    '[]',
    '{}',
    '%00',
    '%ff',
    '2026-02-30',
    '+',
    '%2b',
  ],
  ...cursors,
  ...hostileTexts.map((text) => encodeURIComponent(text.toWellFormed())),
];

const pollutions = [
  ...[
    'a[]=1',
    'a[b]=1',
    '__proto__[x]=1',
    'constructor[prototype][x]=1',
    '__proto__=1',
    '&&&',
    '=',
    `${mark}1=1`,
    '%',
    '%zz=1',
  ],
  ...[
    'a=1;b=2',
    '?',
    '#',
    Array(1500).fill('a=1').join('&'),
    `x=${'A'.repeat(6000)}`,
    'fields=caseNo&fields=status',
    'limit=1&limit=2',
  ],
];

function aimed(base: Base, target: string): Input {
  const message: Message =
    base.json === undefined
      ? base.message
      : withBody(base, Buffer.from(JSON.stringify(base.json)), 'application/json');
  return { wire: wireOf({ ...message, target }), reaches: 'elsewhere' };
}

const inPath: Malice = (base) => {
  const { path } = base.operation;
  const { target } = base.message;
  const [right = '', ...query] = target.split('?');
  const templates = path.split('/');
  const places = templates.flatMap((each, index) => (each.startsWith('{') ? [index] : []));
  if (places.length === 0) return undefined;
  return fc.tuple(fc.constantFrom(...places), fc.constantFrom(...segments)).map(([place, segment]) => {
    const parts = right.split('/').map((part, index) => (index === place ? segment : part));
    return aimed(base, [parts.join('/'), ...query].join('?'));
  });
};

const besidePath: Malice = (base) =>
  fc
    .constantFrom(...segments)
    .chain((segment) =>
      fc
        .constantFrom(
          `${base.message.target}/${segment}`,
          `/${segment}${base.message.target}`,
          base.message.target.replace('/v1/', `/v1/${segment}/`),
          base.message.target.replace('/v1/', '/v1//'),
          base.message.target.toUpperCase(),
        )
        .map((target) => aimed(base, target)),
    );

const inQuery: Malice = (base) => {
  const names = (base.operation.parameters ?? [])
    .filter((each) => each.in === 'query')
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  const [right = '', query = ''] = base.message.target.split('?');
  return fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)).map(([name, value]) => {
    const others = new URLSearchParams(query);
    others.delete(name);
    return aimed(base, `${right}?${[others.toString(), `${name}=${value}`].filter(Boolean).join('&')}`);
  });
};

const polluted: Malice = (base) =>
  fc.constantFrom(...pollutions).map((pollution) => {
    const { target } = base.message;
    return aimed(base, `${target}${target.includes('?') ? '&' : '?'}${pollution}`);
  });

const methods = [
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'LOCK',
  'SEARCH',
  'DELETE',
  'PUT',
  'POST',
  'GET',
];

const otherMethod: Malice = (base) =>
  fc
    .constantFrom(...methods)
    .map((method) => ({ wire: wireOf({ ...base.message, method }), reaches: 'elsewhere' }));

/** Addresses that lead elsewhere than they look, and questions that nobody asks. */
export const targetMalices = {
  'parameters in the path': inPath,
  'beside the path': besidePath,
  'parameters in the query': inQuery,
  'a polluted query': polluted,
  'other methods': otherMethod,
} as const satisfies Record<string, Malice>;
