import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';

interface NamedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly content: Uint8Array | StreamedContent;
}

/** A file as it goes out, with its digest beside it. Shown in the window, to be printed, is nothing but a PDF of our own making. */
export type FileReply = NamedFile &
  (
    | { readonly disposition: 'inline'; readonly mediaType: 'application/pdf' }
    | { readonly disposition: 'attachment'; readonly mediaType: string }
  );

/**
 * What may happen in a file that is opened: in one that was uploaded, nothing. A PDF in a sandbox, or where no object and
 * no style may be, Chromium does not show at all, and Safari shows an empty window: their viewers are pages of their own.
 */
const policies = {
  attachment: "default-src 'none'; sandbox",
  inline: "frame-ancestors 'none'",
} as const satisfies Record<FileReply['disposition'], string>;

/** A PDF of our own making, as it goes out. */
export function ownPdf(
  fileName: string,
  { sha256, pdf }: { readonly sha256: string; readonly pdf: Uint8Array },
): FileReply {
  return { disposition: 'inline', mediaType: 'application/pdf', fileName, sha256, content: pdf };
}

/** Bytes that are read while they are sent, and only if they are. */
export interface StreamedContent {
  readonly sizeBytes: number;
  read(): AsyncGenerator<Uint8Array>;
}

const bytes = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/octet-stream' });

/** Whether an answer is a file as {@link sendFile} sends it. */
export function isFile(response: object): boolean {
  const { content = {} } = response as { readonly content?: Readonly<Record<string, { schema?: unknown }>> };
  return Object.values(content).some(({ schema }) => schema === bytes);
}

/** The answers of an operation that sends a file of one of these types. */
export function fileResponses(types: readonly string[]) {
  const content = Object.fromEntries(types.map((type) => [type, { schema: bytes }]));
  return {
    200: { description: 'The file', content },
  };
}

/**
 * Sends a file. No browser or proxy keeps it: that is why it has no ETag, which is for whoever does, but a digest to check
 * it by (RFC 9530).
 */
export async function sendFile(
  reply: FastifyReply,
  { disposition, fileName, mediaType, sha256, content }: FileReply,
): Promise<FastifyReply> {
  const body = content instanceof Uint8Array ? Buffer.from(content) : await begun(content.read());
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-disposition': dispositionOf(disposition, fileName),
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'content-security-policy': policies[disposition],
      'content-length': content instanceof Uint8Array ? content.byteLength : content.sizeBytes,
    })
    .type(mediaType)
    .send(body);
}

/** With its first piece read: a store that does not answer is a problem of its own, not a file that breaks off. */
async function begun(pieces: AsyncGenerator<Uint8Array>): Promise<Readable> {
  const first = await pieces.next();
  return Readable.from(
    (async function* () {
      if (first.done !== true) yield first.value;
      yield* pieces;
    })(),
    { objectMode: false },
  );
}

/**
 * A `Content-Disposition` with a file name in any script (RFC 6266, RFC 8187), and before it one in ASCII for whoever does not
 * read that.
 */
export function dispositionOf(kind: 'inline' | 'attachment', fileName: string): string {
  return `${kind}; filename="${asciiNameOf(fileName)}"; filename*=UTF-8''${encodeRfc8187(fileName)}`;
}

/** Its digits, letters and ending: nothing that a header, or a shell, reads as something else. */
function asciiNameOf(fileName: string): string {
  return fileName.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/^[.-]+/, '_');
}

/** RFC 8187: what `encodeURIComponent` leaves as it is and a header parameter may not have. */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
