import type { FailureClass } from '../domain/case/effect.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { Question } from './ask-worker.ts';
import { askWorker } from './ask-worker.ts';
import type { ApiDeps } from './deps.ts';
import type { FileReply } from './file-reply.ts';
import { Problem } from './problems.ts';

/** A file that a worker makes when somebody first asks for it; undefined until then. */
export interface MadeFile {
  readonly file: FileReply | undefined;
  readonly question: Question;
  /** Where the very same file is asked for again. */
  readonly address: string;
}

/** Why a file cannot be made. */
export const makingProblems = [
  'unprintable_text',
  'certificate_too_long',
  'calendar_missing',
] as const satisfies readonly (ErrorCode & FailureClass)[];

/** Its address, where making it takes longer than a caller is kept waiting. */
interface LaterFile {
  readonly later: string;
}

/** Finds a file, or has it made and finds it then. @throws {Problem} of the making, or 503 */
export async function findOrMake(
  deps: Pick<ApiDeps, 'temporal' | 'commandTimeoutMs'>,
  find: () => Promise<MadeFile>,
): Promise<FileReply | LaterFile> {
  const { file, question, address } = await find();
  if (file !== undefined) return file;
  if ((await askWorker(deps, question)) === 'later') return { later: address };
  const { file: made } = await find();
  if (made === undefined) throw new Problem('service_unavailable');
  return made;
}
