import fc from 'fast-check';
import { withBody } from './base-requests.ts';
import type { Malice } from './malice.ts';
import { mark, toOperation } from './message.ts';
import { hostileTexts } from './payloads.ts';

const columns = '单位代码,职务,姓名,电话';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const tables = [
  ...[
    '',
    ',',
    '"',
    '\u0000',
    '\uFEFF',
    columns,
    `${columns}\r\n`,
    `${columns}\r\n,,,`,
    `${columns}\r\n"`,
    `${columns}\r\n"a"b,c`,
  ],
  ...[
    `${mark},${mark}\r\n1,2\r\n`,
    `${columns},${columns}\r\n`,
    '单位代码\r\n'.repeat(20_000),
    ','.repeat(60_000),
  ],
  ...[
    `__proto__,constructor\r\n1,2\r\n`,
    `${columns}\r\n${'440106990000,窗口民警,甲,020-1\r\n'.repeat(3000)}`,
  ],
  ...[
    `${columns}\r\n${'x'.repeat(3_000_000)}`,
    `sep=;\r\n${columns.replaceAll(',', ';')}`,
    `${columns}\rA\rB`,
  ],
];

/** Files of a table: what sheets run, and lines that end nowhere. */
export const tableMalices = {
  tables: (base) =>
    base.operation.requestBody?.content['text/csv'] === undefined
      ? undefined
      : fc
          .oneof(
            fc.constantFrom(...tables),
            fc.tuple(fc.constantFrom(...hostileTexts), fc.nat(3)).map(([text, at]) => {
              const cells = ['440106990000', '窗口民警', '测试', '020-00000009'];
              return `${columns}\r\n${cells.map((cell, index) => quoted(index === at ? text : cell)).join()}\r\n`;
            }),
          )
          .map((table) => toOperation(withBody(base, Buffer.from(table), 'text/csv'))),
} as const satisfies Record<string, Malice>;
