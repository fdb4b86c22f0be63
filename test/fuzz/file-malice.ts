import fc from 'fast-check';
import type { Base } from './base-requests.ts';
import type { Part } from './forms.ts';
import { formOf, formOfBytes, partOf } from './forms.ts';
import { hostileFiles } from './hostile-files.ts';
import type { Malice } from './malice.ts';
import type { Message } from './message.ts';
import { mark, toOperation } from './message.ts';
import { hostileTexts, longTexts } from './payloads.ts';

/** What must be in the form beside its files. */
function otherPartsOf(base: Base): Part[] {
  if (base.json === undefined) return [];
  return [{ name: 'application', type: 'application/json', content: Buffer.from(JSON.stringify(base.json)) }];
}

function ofForms(make: (base: Base, others: readonly Part[]) => fc.Arbitrary<Message>): Malice {
  return (base) =>
    base.operation.requestBody?.content['multipart/form-data'] === undefined
      ? undefined
      : make(base, otherPartsOf(base)).map(toOperation);
}

const files = Object.values(hostileFiles);
const [whole = { content: Buffer.alloc(0), type: '' }] = files;
const types = [
  'image/png',
  'application/pdf',
  'image/jpeg',
  '',
  'text/html',
  'application/json',
  `x/${mark}`,
  'image/png; a="',
];
const names = [
  'a.png',
  '',
  '.',
  '..',
  'con',
  'a.exe',
  `${mark}.php;.png`,
  '.htaccess',
  'a\u0000.png',
  '証.pdf',
  ...hostileTexts,
  ...longTexts,
];
const safe = (name: string) => name.toWellFormed();

const attachment = (
  file: { readonly content: Buffer; readonly type: string },
  fileName: string,
  type = file.type,
): Part => ({
  ...{ name: 'attachments', fileName, type, content: file.content },
});

const endings = ['', '--fuzzboundary', '--fuzzboundary--', '\r\n--other--\r\n', '--fuzzboundary\r\n', '--'];
const heads = [
  '--fuzzboundary\r\n\r\nno head\r\n',
  '--fuzzboundary\r\ncontent-disposition: form-data\r\n\r\nno name\r\n',
  '--fuzzboundary\r\ncontent-disposition: attachment; filename="a"\r\n\r\nx\r\n',
  `--fuzzboundary\r\ncontent-disposition: form-data; name="attachments"; filename*=UTF-8''..%2f..%2f${mark}\r\n\r\nx\r\n`,
  '--fuzzboundary\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n',
  '--fuzzboundary\r\ncontent-disposition: form-data; name="constructor"; filename="a"\r\n\r\nx\r\n',
  '--fuzzboundary\r\ncontent-disposition: form-data; name="application"; filename="a"\r\ncontent-type: application/json\r\n\r\n{}\r\n',
  '--fuzzboundary\r\ncontent-disposition: form-data; name="application"\r\ncontent-type: application/json\r\n\r\n{\r\n',
  '--fuzzboundary\r\ncontent-disposition: form-data; name="toString"\r\ncontent-transfer-encoding: base64\r\n\r\n!!!\r\n',
  `--fuzzboundary\r\n${'x: y\r\n'.repeat(3000)}\r\nx\r\n`,
  `--fuzzboundary\r\nx: ${'A'.repeat(90_000)}\r\n\r\nx\r\n`,
];
const boundaries = [
  '',
  '; boundary=',
  '; boundary=""',
  '; boundary=other',
  `; boundary=${'b'.repeat(300)}`,
  '; boundary="a\u0001"',
  '; boundary=a; boundary=fuzzboundary',
];

/** Files that are more, or less, than they say, and forms that hold them badly. */
export const fileMalices = {
  'hostile files': ofForms((base, others) =>
    fc.constantFrom(...files).map((file) => formOf(base, [...others, attachment(file, 'a.bin')])),
  ),
  'several files': ofForms((base, others) =>
    fc
      .array(fc.constantFrom(...files), { minLength: 2, maxLength: 5 })
      .map((some) => formOf(base, [...others, ...some.map((file) => attachment(file, `${mark}.bin`))])),
  ),
  'types that are not': ofForms((base, others) =>
    fc
      .tuple(fc.constantFrom(...files.slice(0, 6)), fc.constantFrom(...types))
      .map(([file, type]) => formOf(base, [...others, attachment(file, 'a.png', type)])),
  ),
  'names of files': ofForms((base, others) =>
    fc.constantFrom(...names).map((name) => formOf(base, [...others, attachment(whole, safe(name))])),
  ),
  'broken forms': ofForms((base, others) =>
    fc.oneof(
      fc.constantFrom(...endings).map((end) => formOf(base, [...others, attachment(whole, 'a.png')], end)),
      fc
        .constantFrom(...heads)
        .map((head) =>
          formOfBytes(
            base,
            Buffer.concat([...others.map(partOf), Buffer.from(`${head}--fuzzboundary--\r\n`)]),
          ),
        ),
      fc.constantFrom(...boundaries).map((boundary) => {
        const { body } = formOf(base, [...others, attachment(whole, 'a.png')]);
        return formOfBytes(base, body, `multipart/form-data${boundary}`);
      }),
    ),
  ),
  'too many parts': ofForms((base, others) =>
    fc
      .constantFrom(25, 1100, 5000)
      .chain((count) =>
        fc
          .constantFrom<Part>(
            { name: mark, content: Buffer.from('x') },
            { name: 'attachments', fileName: 'a', content: Buffer.alloc(0) },
            { name: 'application', content: Buffer.from('{}') },
          )
          .map((part) => formOf(base, [...others, ...Array.from({ length: count }, () => part)])),
      ),
  ),
  'too large': ofForms((base, others) =>
    fc
      .constantFrom(attachment({ content: Buffer.alloc(11_000_000, 1), type: 'image/png' }, 'a.png'), {
        ...{ name: 'application', content: Buffer.alloc(3_000_000, 'x') },
      })
      .map((part) => formOf(base, [...others, part])),
  ),
} as const satisfies Record<string, Malice>;
