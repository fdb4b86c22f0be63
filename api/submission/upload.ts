import { createHash } from 'node:crypto';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import type { UploadedFile } from './papers.ts';

/** A form as it was sent. */
export interface Upload {
  /** The texts of its `application` parts. */
  readonly applications: readonly string[];
  readonly files: readonly UploadedFile[];
  /** Parts that do not belong there. */
  readonly partFaults: readonly FieldFault[];
}

const mebibyte = 1024 * 1024;

/** Limits of one upload: a dossier is a form and a few scanned pages. */
export const uploadLimits = {
  fileSizeBytes: 10 * mebibyte,
  files: 20,
  totalBytes: 40 * mebibyte,
  applicationBytes: 256 * 1024,
} as const;

/** For the multipart parser; it stops reading where one is passed. */
export const multipartLimits = {
  fileSize: uploadLimits.fileSizeBytes,
  files: uploadLimits.files + 1, // the application may itself come as a file
  fields: 20,
  parts: 40,
  fieldSize: uploadLimits.applicationBytes,
  fieldNameSize: 100,
  headerPairs: 20,
};

export const UploadedFilesSchema = Type.Array(Type.String({ contentMediaType: 'application/octet-stream' }), {
  maxItems: uploadLimits.files,
  description: 'JPEG, PNG or PDF, at most 10 MB each and 40 MB together',
});

const wrongPart = {
  application_and_files: '表单只能有 application 和 attachments（文件）两种部分。',
  files: '表单只能有 attachments（文件）部分。',
} as const;

/** What a form may hold beside its files. */
export type UploadForm = keyof typeof wrongPart;

/** Reads a form whole. @throws {Problem} 400, 413 */
export async function readUpload(request: FastifyRequest, form: UploadForm): Promise<Upload> {
  try {
    return await readParts(request, form);
  } catch (error) {
    // The parser throws plain errors at a form that ends early or makes no sense.
    if (error instanceof Problem || (error instanceof Error && 'statusCode' in error)) throw error;
    throw new Problem('malformed_request');
  }
}

async function readParts(request: FastifyRequest, form: UploadForm): Promise<Upload> {
  const applications: string[] = [];
  const files: UploadedFile[] = [];
  const partFaults: FieldFault[] = [];
  let totalBytes = 0;
  for await (const part of request.parts()) {
    const content = part.type === 'file' ? await part.toBuffer() : textOf(part.value);
    totalBytes += content.length;
    if (totalBytes > uploadLimits.totalBytes) throw new Problem('body_too_large');
    if (part.type === 'field' && part.valueTruncated) throw new Problem('body_too_large');
    if (part.fieldname === 'application' && form === 'application_and_files') {
      if (content.length > uploadLimits.applicationBytes) throw new Problem('body_too_large');
      applications.push(content.toString());
    } else if (part.type === 'file' && part.fieldname === 'attachments') {
      const { filename: fileName, mimetype: declaredType } = part;
      files.push({ fileName, declaredType, content: content as Buffer });
    } else {
      const pointer = `/${part.fieldname.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      partFaults.push({ pointer, code: 'unknown_field', message: wrongPart[form] });
    }
  }
  if (files.length > uploadLimits.files) throw new Problem('body_too_large');
  return { applications, files, partFaults };
}

/** The parser has already turned a part that says it is JSON into a value. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What stands for the files where the same request is recognised. */
export function digestsOf(files: readonly UploadedFile[]): string[] {
  return files.map(({ content }) => createHash('sha256').update(content).digest('hex'));
}
