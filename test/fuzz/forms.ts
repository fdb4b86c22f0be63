import type { Base } from './base-requests.ts';
import { withBody } from './base-requests.ts';
import type { Message } from './message.ts';

export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly type?: string;
  readonly content: Buffer;
}

const boundary = 'fuzzboundary';

/** The part's lines as they stand: whoever wants quotes or line ends in a name gets them. */
export function partOf({ name, fileName, type, content }: Part): Buffer {
  const file = fileName === undefined ? '' : `; filename="${fileName}"`;
  const declared = type === undefined ? '' : `content-type: ${type}\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${declared}\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')]);
}

/** A form of the parts; `end` may be another than the right one. */
export function formOf(base: Base, parts: readonly Part[], end = `--${boundary}--\r\n`): Message {
  return formOfBytes(base, Buffer.concat([...parts.map(partOf), Buffer.from(end)]));
}

export function formOfBytes(
  base: Base,
  body: Buffer,
  type = `multipart/form-data; boundary=${boundary}`,
): Message {
  return withBody(base, body, type);
}
