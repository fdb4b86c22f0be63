import { createHash, randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Attachment } from '../../db/repositories/attachments.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';

/** A file as it was sent. */
export interface UploadedFile {
  readonly fileName: string;
  readonly declaredType: string;
  readonly content: Buffer;
}

/** A paper of a dossier, before it has a place in a case. */
export type Paper = Omit<Attachment, 'caseNo' | 'position' | 'addedBy' | 'addedAt'>;

export const paperTypes: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf'];

// What a browser or the multipart parser says when it knows nothing.
const undeclared: readonly string[] = ['application/octet-stream', 'text/plain', ''];

const maxFileNameCharacters = 200;

const pointerOf = (index: number) => `/attachments/${index}`;

/** Empty files, as faults among the others of the application. */
export function emptyFileFaults(files: readonly UploadedFile[]): FieldFault[] {
  return files.flatMap(({ content }, index) =>
    content.length > 0
      ? []
      : [{ pointer: pointerOf(index), code: 'file_empty', message: '文件为空，请重新扫描后上传。' }],
  );
}

/**
 * Sees by its first bytes what each file is; what the sender says of it must agree.
 * @throws {Problem} 415 that names every file of another type.
 */
export async function papersOf(files: readonly UploadedFile[]): Promise<Paper[]> {
  const sniffed = await Promise.all(files.map(({ content }) => fileTypeFromBuffer(content)));
  const errors = files.flatMap((file, index) => {
    const fault = typeFault(file, sniffed[index]?.mime);
    return fault === undefined ? [] : [{ pointer: pointerOf(index), ...fault }];
  });
  if (errors.length > 0) throw new Problem('unsupported_media_type', { errors });
  return files.map(({ fileName, content }, index) => ({
    id: randomUUID(),
    mediaType: sniffed[index]?.mime ?? '',
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    fileName: safeFileName(fileName),
    content,
  }));
}

function typeFault({ declaredType, content }: UploadedFile, actual: string | undefined) {
  // An empty file has no type to be wrong.
  if (content.length === 0) return undefined;
  if (actual === undefined || !paperTypes.includes(actual)) {
    return { code: 'file_type_not_allowed', message: '只接受 JPEG、PNG 图像和 PDF 文件，以文件内容为准。' };
  }
  if (undeclared.includes(declaredType) || declaredType === actual) return undefined;
  return { code: 'file_type_differs', message: `文件内容是 ${actual}，与声明的类型不符。` };
}

/** A name for people only: no paths and nothing that a header or a page would trip over. */
function safeFileName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').replace(/[^\p{L}\p{N} ._()（）-]/gu, '_');
  return Array.from(plain).slice(0, maxFileNameCharacters).join('');
}
