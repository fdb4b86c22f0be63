/** What is said beside the body of an answer, as the document explains it. By the names under which Fastify knows them. */
export const answerHeaders = {
  'content-disposition': {
    name: 'Content-Disposition',
    description: 'Name of the file, in any script (RFC 6266); of files and tables only',
    schema: { type: 'string' },
    example: 'attachment; filename="directory-persons.csv"',
  },
  etag: {
    name: 'ETag',
    description: 'Version of what was read or is now kept, for If-None-Match or If-Match',
    schema: { type: 'string' },
    example: '"12"',
  },
  'idempotency-replayed': {
    name: 'Idempotency-Replayed',
    description:
      'Only where the request had been carried out before under its key: nothing was done for it now',
    schema: { type: 'string', const: 'true' },
    example: 'true',
  },
  location: {
    name: 'Location',
    description: 'Where what was made, or is being made, is read',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/drafts/0b8f5c1e-3d52-4f0e-9a51-6a3a5d1f7c20',
  },
  ratelimit: {
    name: 'RateLimit',
    description: 'What is left (`r`) for how many seconds (`t`); none where the operator sets no limit',
    schema: { type: 'string' },
    example: '"client";r=5999;t=60, "person";r=599;t=60',
  },
  'ratelimit-policy': {
    name: 'RateLimit-Policy',
    description: 'How many requests (`q`) in how many seconds (`w`); none where the operator sets no limit',
    schema: { type: 'string' },
    example: '"client";q=6000;w=60, "person";q=600;w=60',
  },
  'repr-digest': {
    name: 'Repr-Digest',
    description: 'SHA-256 of the file (RFC 9530)',
    schema: { type: 'string' },
    example: 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:',
  },
  'retry-after': {
    name: 'Retry-After',
    description: 'In how many seconds it makes sense to ask again',
    schema: { type: 'integer', minimum: 0 },
    example: 5,
  },
} as const satisfies Record<string, DescribedHeader>;

interface DescribedHeader {
  readonly name: string;
  readonly description: string;
  readonly schema: object;
  readonly example: string | number;
}

export type AnswerHeader = keyof typeof answerHeaders;

/** The headers as the components of the document hold them, by their names. */
export function headerComponents() {
  return Object.fromEntries(Object.values(answerHeaders).map(({ name, ...described }) => [name, described]));
}

/** Headers of an answer as the document refers to them. */
export function headerReferences(headers: readonly AnswerHeader[]) {
  return Object.fromEntries(
    headers.map((header) => {
      const { name } = answerHeaders[header];
      return [name, { $ref: `#/components/headers/${name}` }];
    }),
  );
}
