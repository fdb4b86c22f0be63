import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import type { UploadedFile } from './papers.ts';

/** What was handed in, in whichever of the two forms. */
export interface Intake {
  readonly application: unknown;
  readonly files: readonly UploadedFile[];
  /** Parts that do not belong there. */
  readonly partFaults: readonly FieldFault[];
}

const mebibyte = 1024 * 1024;

/** Limits of one submission: a dossier is a form and a few scanned pages. */
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

/** Reads a submission whole. @throws {Problem} 400, 413 */
export async function readIntake(request: FastifyRequest): Promise<Intake> {
  if (!request.isMultipart()) return { application: request.body ?? {}, files: [], partFaults: [] };
  try {
    return await readParts(request);
  } catch (error) {
    // The parser throws plain errors at a form that ends early or makes no sense.
    if (error instanceof Problem || (error instanceof Error && 'statusCode' in error)) throw error;
    throw new Problem('malformed_request');
  }
}

async function readParts(request: FastifyRequest): Promise<Intake> {
  const applications: string[] = [];
  const files: UploadedFile[] = [];
  const partFaults: FieldFault[] = [];
  let totalBytes = 0;
  for await (const part of request.parts()) {
    const content = part.type === 'file' ? await part.toBuffer() : textOf(part.value);
    totalBytes += content.length;
    if (totalBytes > uploadLimits.totalBytes) throw new Problem('body_too_large');
    if (part.type === 'field' && part.valueTruncated) throw new Problem('body_too_large');
    if (part.fieldname === 'application') {
      if (content.length > uploadLimits.applicationBytes) throw new Problem('body_too_large');
      applications.push(content.toString());
    } else if (part.type === 'file' && part.fieldname === 'attachments') {
      const { filename: fileName, mimetype: declaredType } = part;
      files.push({ fileName, declaredType, content: content as Buffer });
    } else {
      const pointer = `/${part.fieldname.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      partFaults.push({
        pointer,
        code: 'unknown_field',
        message: '表单只能有 application 和 attachments（文件）两种部分。',
      });
    }
  }
  if (files.length > uploadLimits.files) throw new Problem('body_too_large');
  return { application: parseApplication(applications), files, partFaults };
}

/** The parser has already turned a part that says it is JSON into a value. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseApplication([text = '{}', ...others]: readonly string[]): unknown {
  if (others.length > 0)
    throw new Problem('malformed_request', { detail: '表单只能有一个 application 部分。' });
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed_request', { detail: 'application 部分不是有效的 JSON。' });
  }
}
