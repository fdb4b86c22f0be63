import fc from 'fast-check';
import { untouched } from './json-malice.ts';
import type { Malice } from './malice.ts';
import type { Header, Input } from './message.ts';
import { headOf, mark } from './message.ts';

/** The request's head with other words about its body than are true, and a body. */
const lies: readonly (readonly [readonly Header[], string])[] = [
  [[['content-length', '10']], '{}'],
  [[['content-length', '99999999999']], '{}'],
  [[['content-length', '1']], '{"a":1}'],
  [[['content-length', '-1']], '{}'],
  [[['content-length', '0x2']], '{}'],
  [[['content-length', '2, 2']], '{}'],
  [[['content-length', 'two']], '{}'],
  [
    [
      ['content-length', '2'],
      ['content-length', '3'],
    ],
    '{}',
  ],
  [
    [
      ['content-length', '2'],
      ['transfer-encoding', 'chunked'],
    ],
    '0\r\n\r\n',
  ],
  [[['transfer-encoding', 'chunked']], 'zz\r\n{}\r\n0\r\n\r\n'],
  [[['transfer-encoding', 'chunked']], '2\r\n{}'],
  [[['transfer-encoding', 'chunked']], 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
  [[['transfer-encoding', 'chunked']], `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`],
  [[['transfer-encoding', 'chunked']], `2\r\n{}\r\n0\r\nx-trailer: ${mark}\r\n\r\n`],
  [[['transfer-encoding', 'gzip, chunked']], '2\r\n{}\r\n0\r\n\r\n'],
  [[['transfer-encoding', 'identity']], '{}'],
  [[['transfer-encoding', mark]], '{}'],
  [
    [
      ['expect', '100-continue'],
      ['content-length', '2'],
    ],
    '{}',
  ],
  [
    [
      ['expect', mark],
      ['content-length', '2'],
    ],
    '{}',
  ],
  [
    [
      ['upgrade', 'websocket'],
      ['connection', 'upgrade'],
      ['content-length', '2'],
    ],
    '{}',
  ],
  [
    [
      ['upgrade', 'h2c'],
      ['connection', 'Upgrade, HTTP2-Settings'],
      ['http2-settings', 'AA'],
    ],
    '',
  ],
  [[['content-length', '2']], `{}POST /v1/drafts HTTP/1.1\r\nhost: smuggled\r\n\r\n`],
];

const lying: Malice = ({ message }) =>
  fc.constantFrom(...lies).map(([headers, body]) => ({
    wire: Buffer.concat([
      headOf(message, [['content-type', 'application/json'], ...headers]),
      Buffer.from(body),
    ]),
    reaches: 'answered_by_server',
  }));

/** Of a right request only the beginning, as when a line goes dead. */
const brokenOff: Malice = (base) => {
  const { wire } = untouched(base);
  return fc.integer({ min: 1, max: wire.length - 1 }).map((end) => unheard(wire.subarray(0, end)));
};

const otherwise: Malice = (base) => {
  const { wire } = untouched(base);
  const text = wire.toString('latin1');
  const { target } = base.message;
  return fc
    .constantFrom(
      text.replaceAll('\r\n', '\n'),
      text.replace(/^\w+/, (method) => method.toLowerCase()),
      text.replace('HTTP/1.1', 'HTTP/9.9'),
      text.replace('HTTP/1.1', 'HTTP/1.0'),
      text.replace('host: fuzz.example\r\n', ''),
      text.replace('host: fuzz.example\r\n', 'host: a\r\nhost: b\r\n'),
      text.replace('host: fuzz.example', `host: ${mark}/../?#@`),
      text.replace('\r\n', `\r\nx y: ${mark}\r\n`),
      text.replace('\r\n', '\r\nx: a\r\n folded\r\n'),
      text.replace('\r\n', '\r\nx: \u0000\r\n'),
      text.replace('\r\n', '\r\n: empty\r\n'),
      text.replace(target, `http://evil.example${target}`),
      text.replace(target, `//evil.example${target}`),
      text.replace(target, `${target} x`),
      text.replace(target, `${target}#fragment`),
      text.replace(target, '*'),
      text.replace(target, ''),
      text.replace(target, `\\..\\${target}`),
      text.replace(target, `${target}\u0001\u00e9`),
      text.replace(/^\w+/, 'CONNECT'),
      text.replace(/^\w+/, mark),
      `\r\n\r\n${text}`,
      `GET ${target}\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
      'SSH-2.0-x\r\n',
      '\u0000'.repeat(1000),
      'A'.repeat(200_000),
      `${text}GET /v1/health HTTP/1.1\r\nhost: fuzz.example\r\n\r\n`,
    )
    .map((sent) => unheard(Buffer.from(sent, 'latin1')));
};

function unheard(wire: Buffer): Input {
  return { wire, reaches: 'answered_by_server' };
}

/** What is no HTTP, or says two things at once about where it ends. */
export const framingMalices = {
  'lies about its length': lying,
  'breaks off': brokenOff,
  'is no request': otherwise,
} as const satisfies Record<string, Malice>;
