import { createHash } from 'node:crypto';
import type { FastifyMultipartBaseOptions, MultipartFile } from '@fastify/multipart';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { ByteHold } from '../../platform/files/byte-budget.ts';
import { BudgetSpentError } from '../../platform/files/byte-budget.ts';
import type { UploadLimits } from '../../platform/files/uploads.ts';
import { pointerToUnknown } from '../field-faults.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { faultOfFile, tooManyFiles, tooMuchTogether } from './file-faults.ts';
import type { UploadedFile } from './papers.ts';

/** A form as it was sent. */
export interface Upload {
  /** The texts of its `application` parts. */
  readonly applications: readonly string[];
  readonly files: readonly UploadedFile[];
  /** Parts that do not belong there. */
  readonly partFaults: readonly FieldFault[];
}

export const maxApplicationBytes = 256 * 1024;

/** For the multipart parser; it stops reading where one is passed, but reads past a file that is too large. */
export function multipartOptions({ fileBytes, files }: UploadLimits): FastifyMultipartBaseOptions {
  return {
    throwFileSizeLimit: false,
    limits: {
      fileSize: fileBytes,
      files: files + 1, // the application may itself come as a file
      fields: 20,
      parts: files + 20,
      fieldSize: maxApplicationBytes,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  };
}

export const UploadedFilesSchema = Type.Array(Type.String({ contentMediaType: 'application/octet-stream' }), {
  description:
    'JPEG, PNG or PDF, by content; by default at most 20 files, 10 MB each and 40 MB together, a PDF of at most 50 pages. Images are kept as they are encoded anew.',
});

const wrongPart = {
  application_and_files: '表单只能有 application 和 attachments（文件）两种部分。',
  files: '表单只能有 attachments（文件）部分。',
} as const;

/** What a form may hold beside its files. */
export type UploadForm = keyof typeof wrongPart;

/** What a form is read by. */
export interface UploadTerms {
  readonly form: UploadForm;
  readonly limits: UploadLimits;
  /** Of what the process has room for: the form is held in memory until it is stored. */
  readonly hold: ByteHold;
}

/** Reads a form whole. @throws {Problem} 400, 413, 503 */
export async function readUpload(request: FastifyRequest, terms: UploadTerms): Promise<Upload> {
  const { limits, hold } = terms;
  try {
    // Who says beforehand how much it is, is told before any of it is read.
    hold.reserve(Math.min(Number(request.headers['content-length'] ?? 0), mostOf(limits)));
    return await readParts(request, terms);
  } catch (error) {
    if (error instanceof BudgetSpentError) throw new Problem('service_unavailable', { body: 'left_unread' });
    if (codeOf(error) === 'FST_FILES_LIMIT') throw tooLarge([tooManyFiles(limits)]);
    // The parser throws plain errors at a form that ends early or makes no sense.
    if (error instanceof Problem || (error instanceof Error && 'statusCode' in error)) throw error;
    throw new Problem('malformed_request');
  }
}

/** Of a form that is refused for its size no more is read than this. */
function mostOf({ totalBytes, fileBytes }: UploadLimits): number {
  return totalBytes + fileBytes;
}

async function readParts(request: FastifyRequest, { form, limits, hold }: UploadTerms): Promise<Upload> {
  const applications: string[] = [];
  const files: UploadedFile[] = [];
  const partFaults: FieldFault[] = [];
  const sizeFaults: FieldFault[] = [];
  let totalBytes = 0;
  for await (const part of request.parts()) {
    const before = totalBytes;
    const content =
      part.type === 'file'
        ? await readFile(part, (bytes) => {
            hold.reserve(before + bytes);
          })
        : Buffer.from(textOf(part.value));
    totalBytes += content.length;
    if (totalBytes > limits.totalBytes) throw tooLarge([...sizeFaults, tooMuchTogether(limits)]);
    if (part.type === 'field' && part.valueTruncated) throw new Problem('body_too_large');
    if (part.fieldname === 'application' && form === 'application_and_files') {
      if (content.length > maxApplicationBytes) throw new Problem('body_too_large');
      applications.push(content.toString());
    } else if (part.type === 'file' && part.fieldname === 'attachments') {
      const { filename: fileName, mimetype: declaredType } = part;
      if (part.file.truncated) sizeFaults.push(faultOfFile(files.length, 'file_too_large', limits));
      files.push({ fileName, declaredType, content });
    } else {
      partFaults.push({
        pointer: pointerToUnknown('', part.fieldname),
        code: 'unknown_field',
        message: wrongPart[form],
      });
    }
  }
  if (files.length > limits.files) sizeFaults.push(tooManyFiles(limits));
  if (sizeFaults.length > 0) throw tooLarge(sizeFaults);
  return { applications, files, partFaults };
}

/** Tells with each piece how much of the file it has by then. */
async function readFile({ file }: MultipartFile, tell: (bytes: number) => void): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of file as AsyncIterable<Buffer>) {
    bytes += piece.length;
    tell(bytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tooLarge(errors: readonly FieldFault[]): Problem {
  return new Problem('body_too_large', { errors });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** The parser has already turned a part that says it is JSON into a value. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What stands for the files where the same request is recognised. */
export function digestsOf(files: readonly UploadedFile[]): string[] {
  return files.map(({ content }) => createHash('sha256').update(content).digest('hex'));
}
