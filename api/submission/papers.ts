import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { NewAttachment } from '../../db/repositories/attachments.ts';
import type { AcceptedType, KeptFile } from '../../platform/files/file-checks.ts';
import { ScannerUnavailableError } from '../../platform/files/file-checks.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { faultOfFile, isTypeFault } from './file-faults.ts';

/** A file as it was sent. */
export interface UploadedFile {
  readonly fileName: string;
  readonly declaredType: string;
  readonly content: Buffer;
}

/** A paper of a dossier, before it has a place in a case. */
export type Paper = Omit<NewAttachment, 'caseNo' | 'position' | 'addedBy' | 'addedAt'>;

/** What became of the files that were sent: papers where nothing is wrong with any of them. */
export interface ReadPapers {
  readonly papers: readonly Paper[];
  readonly faults: readonly FieldFault[];
}

const maxFileNameCharacters = 200;

const extensionsOf = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/pdf': ['.pdf'],
} as const satisfies Record<AcceptedType, readonly [string, ...string[]]>;

/**
 * Looks into each file and makes of it what is kept.
 * @throws {Problem} 415 that names every fault where a file is no such thing as is taken here, 503 where the virus
 * scanner does not answer.
 */
export async function readPapers(
  { uploads, attachmentFiles, log }: Pick<ApiDeps, 'uploads' | 'attachmentFiles' | 'log'>,
  files: readonly UploadedFile[],
): Promise<ReadPapers> {
  const { checks, limits } = uploads;
  const papers: Paper[] = [];
  const faults: FieldFault[] = [];
  // One after the other: a form of twenty scans is not to hold up everybody else's.
  for (const [index, file] of files.entries()) {
    const checked = await checks.check(file).catch((error: unknown) => {
      throw error instanceof ScannerUnavailableError ? notScanned(log, error) : error;
    });
    if (checked.kind === 'taken') {
      papers.push({ ...paperOf(file.fileName, checked), keptIn: attachmentFiles.keptIn });
    } else {
      faults.push(...checked.faults.map((fault) => faultOfFile(index, fault, limits)));
    }
  }
  if (faults.some(isTypeFault)) throw new Problem('unsupported_media_type', { errors: faults });
  return { papers, faults };
}

function notScanned(log: ApiDeps['log'], { cause }: ScannerUnavailableError): Problem {
  const reason = cause instanceof Error ? cause.message : 'unknown';
  log.error({ reason }, 'the virus scanner does not answer: no file is taken');
  return new Problem('service_unavailable', { detail: '病毒扫描暂时不可用，材料未保存，请稍后重新提交。' });
}

function paperOf(fileName: string, { mediaType, content, pages }: KeptFile): Omit<Paper, 'keptIn'> {
  return {
    id: randomUUID(),
    mediaType,
    sizeBytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages,
    fileName: withExtension(safeFileName(fileName), mediaType),
    content,
  };
}

/** A name for people only: no paths and nothing that a header or a page would trip over. */
function safeFileName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '').replace(/[^\p{L}\p{N} ._()（）-]/gu, '_');
  return Array.from(plain).slice(0, maxFileNameCharacters).join('');
}

/** What a computer opens a file with goes by the end of its name: it says what the file is. */
function withExtension(name: string, mediaType: AcceptedType): string {
  const extensions: readonly string[] = extensionsOf[mediaType];
  const extension = path.extname(name);
  if (extensions.includes(extension.toLowerCase())) return name;
  return `${name}${extensionsOf[mediaType][0]}`;
}
