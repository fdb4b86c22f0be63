import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from './schemas/problem.ts';

/** A file as it goes out; its digest is its ETag. */
export interface FileReply {
  readonly mediaType: string;
  readonly sha256: string;
  readonly disposition: string;
  readonly content: Uint8Array;
}

const bytes = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/octet-stream' });

/** The answers of an operation that sends a file of one of these types. */
export function fileResponses(types: readonly string[]) {
  const content = Object.fromEntries(types.map((type) => [type, { schema: bytes }]));
  return {
    200: { description: 'The file', content },
    304: { description: 'Not changed', type: 'null' },
    ...problems(401, 403, 404),
  };
}

/** Sends a file, or says that the caller has it; nothing in it is run by whoever opens it. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, sha256, disposition, content }: FileReply,
) {
  const etag = `"${sha256}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  return reply
    .headers({ 'content-disposition': disposition, 'content-security-policy': "default-src 'none'; sandbox" })
    .type(mediaType)
    .send(Buffer.from(content));
}

/** A `Content-Disposition` with a file name in any script (RFC 6266, RFC 8187). */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  return `${kind}; filename*=UTF-8''${encodeRfc8187(fileName)}`;
}

/** RFC 8187: what `encodeURIComponent` leaves as it is and a header parameter may not have. */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
