import type { FastifyRequest } from 'fastify';
import { isNestedTooDeeply } from '../nesting.ts';
import { Problem } from '../problems.ts';
import type { Upload, UploadTerms } from './upload.ts';
import { readUpload } from './upload.ts';

/** What was handed in, in whichever of the two forms. */
export interface Intake extends Omit<Upload, 'applications'> {
  readonly application: unknown;
}

/** Reads a submission whole. @throws {Problem} 400, 413, 503 */
export async function readIntake(request: FastifyRequest, terms: Omit<UploadTerms, 'form'>): Promise<Intake> {
  if (!request.isMultipart()) return { application: request.body ?? {}, files: [], partFaults: [] };
  const { applications, ...rest } = await readUpload(request, {
    ...terms,
    form: 'application_and_files',
  });
  return { application: parseApplication(applications), ...rest };
}

function parseApplication([text = '{}', ...others]: readonly string[]): unknown {
  if (others.length > 0)
    throw new Problem('malformed_request', { detail: '表单只能有一个 application 部分。' });
  const application = parseJson(text);
  if (application === undefined || isNestedTooDeeply(application)) {
    throw new Problem('malformed_request', { detail: 'application 部分不是有效的 JSON。' });
  }
  return application;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
