import { deflateSync } from 'node:zlib';

/** One page and the given objects beside it, numbered from 4; the catalogue may have entries of its own. */
export function pdfWith(objects: readonly (string | Buffer)[], { catalogue = '', page = '' } = {}): Buffer {
  const all = [
    `<</Type/Catalog/Pages 2 0 R ${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842] ${page}>>`,
    ...objects,
  ];
  const body = all.flatMap((object, index) => [
    Buffer.from(`${index + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ]);
  const trailer = Buffer.from(`trailer<</Size ${all.length + 1}/Root 1 0 R>>\n%%EOF\n`);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, trailer]);
}

/** A stream that unpacks to many noughts: through one filter, or through two to a thousand times as many. */
export function bomb(megabytes: number, filters: 1 | 2, type = ''): Buffer {
  const once = deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
  const data = filters === 1 ? once : deflateSync(once);
  const names = Array.from({ length: filters }, () => '/FlateDecode').join('');
  return stream(`${type}/Filter[${names}]`, data);
}

export function stream(entries: string, data: Buffer): Buffer {
  const head = Buffer.from(`<<${entries}/Length ${data.length}>>stream\n`);
  return Buffer.concat([head, data, Buffer.from('\nendstream')]);
}
