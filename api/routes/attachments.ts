import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Attachment } from '../../db/repositories/attachments.ts';
import { appendAttachments } from '../../db/repositories/attachments.ts';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase, lockCase } from '../../db/repositories/cases.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { requireAddingPapers, requireHandling } from '../access.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import { attachmentView } from '../case-view.ts';
import type { ApiDeps } from '../deps.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AttachmentSchema } from '../schemas/case.ts';
import type { Paper } from '../submission/papers.ts';
import { readPapers } from '../submission/papers.ts';
import type { Upload } from '../submission/upload.ts';
import { digestsOf, multipartOptions, readUpload, UploadedFilesSchema } from '../submission/upload.ts';

const schema = {
  operationId: 'addAttachments',
  summary: '补充申请材料',
  description:
    'Adds papers to a case until its home station has answered: a page scanned again, or what the applicant brought later. Answers with each in its order; a paper that is there already is answered with as it stands.',
  tags: ['cases'],
  params: CaseParams,
  headers: IdempotencyHeaders,
  body: {
    content: { 'multipart/form-data': { schema: Type.Object({ attachments: UploadedFilesSchema }) } },
  },
  problems: ['papers_no_longer_taken'] as const,
  response: {
    201: Type.Object({ items: Type.Array(AttachmentSchema) }),
  },
} as const;

/** `POST /v1/cases/{caseNo}/attachments`. */
export function attachmentRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    const { limits, inFlight } = deps.uploads;
    await app.register(multipart, multipartOptions(limits));
    // What is wrong with a form is told by `papersIn`, all of it at once.
    const options = { schema, attachValidation: true };
    app.post('/v1/cases/:caseNo/attachments', options, (request, reply) =>
      inFlight.during(async (hold) => {
        const caller = callerOf(request);
        const caseNo = caseNoOf(request.params.caseNo);
        if (!request.isMultipart()) throw new Problem('unsupported_media_type');
        const upload = await readUpload(request, { form: 'files', limits, hold });
        const claim = await claimRequest(deps, { request, reply }, digestsOf(upload.files));
        const isRepeated = claim.answeredStatus !== undefined;
        // Before anything is looked into: files cost more than the caller does.
        await withScope(deps.database, caller.unitCode, (executor) =>
          getHandledCase(executor, caller, caseNo),
        );
        const papers = await papersIn(deps, upload);
        const added = await addPapers(deps, caller, { caseNo, papers, as: isRepeated ? 'repeated' : 'new' });
        await keepDone(deps, claim, 201);
        return reply.status(201).send({ items: added.map((paper) => attachmentView(paper, 'full')) });
      }),
    );
  };
}

/** @throws {Problem} 415, 422, 503 */
async function papersIn(deps: ApiDeps, { files, partFaults }: Upload): Promise<readonly Paper[]> {
  const noFile = { pointer: '/attachments', code: 'required', message: '请至少上传一份材料。' };
  const read = await readPapers(deps, files);
  const faults = [...partFaults, ...read.faults, ...(files.length === 0 ? [noFile] : [])];
  if (faults.length > 0) throw new Problem('validation_failed', { errors: faults });
  return read.papers;
}

interface Addition {
  readonly caseNo: CaseNo;
  readonly papers: readonly Paper[];
  /** What was added once is answered with again, whatever became of the case since. */
  readonly as: 'new' | 'repeated';
}

async function addPapers(
  deps: ApiDeps,
  caller: Caller,
  { caseNo, papers, as }: Addition,
): Promise<Attachment[]> {
  const tree = await deps.units.tree();
  return deps.attachmentFiles.whileStored(papers, () =>
    withScope(deps.database, caller.unitCode, async (executor) => {
      // Under the lock the home station cannot answer in between, and two uploads take their places one after the other.
      await lockCase(executor, caseNo);
      const row = await getHandledCase(executor, caller, caseNo);
      const now = deps.clock.now();
      if (as === 'new') requireAddingPapers(caller, { state: row.state, tree, now });
      const stamp = { addedBy: caller.subject, addedAt: now };
      return appendAttachments(
        executor,
        caseNo,
        papers.map((paper) => ({ ...paper, ...stamp })),
      );
    }),
  );
}

/** @throws {Problem} 403, 404 */
async function getHandledCase(executor: Executor, caller: Caller, caseNo: CaseNo): Promise<CaseRow> {
  const row = await findCase(executor, caseNo);
  if (row === undefined) throw new Problem('case_not_found');
  requireHandling(caller, row.state);
  return row;
}
