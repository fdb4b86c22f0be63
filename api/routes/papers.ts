import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { findPaper } from '../../db/repositories/papers.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { MadePaperId } from '../../domain/papers/occasions.ts';
import { isMadeOnDemand } from '../../domain/papers/occasions.ts';
import type { Occasion } from '../../domain/papers/occasions.ts';
import { papers } from '../../domain/papers/papers.ts';
import type { PaperInput } from '../../workflows/contract.ts';
import { requireKeptFiles } from '../access.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import type { PapersOfCase } from '../case-papers.ts';
import {
  askForPaper,
  getOccasion,
  mayReadPaper,
  requireReadingPaper,
  withPapersOfCase,
} from '../case-papers.ts';
import { madeLater } from '../declared-headers.ts';
import type { ApiDeps } from '../deps.ts';
import type { FileReply } from '../file-reply.ts';
import { fileResponses, ownPdf, sendFile } from '../file-reply.ts';
import { acceptedLater, caseAddress } from '../later.ts';
import type { MadeFile } from '../made-file.ts';
import { findOrMake, makingProblems } from '../made-file.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AcceptedSchema } from '../schemas/case.ts';
import { PaperListSchema, PaperParams, PaperQuery } from '../schemas/paper.ts';
import { ref } from '../schemas/reference.ts';

// A worker that is there is done by then.
const retryAfterSeconds = '2';

/** The papers of a case, made on demand and kept as they were first made. */
export function paperRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listPapers',
      summary: '本案已有和可有的文书',
      tags: ['cases'],
      params: CaseParams,
      response: { 200: PaperListSchema },
    };
    app.get('/v1/cases/:caseNo/papers', { schema: listSchema }, (request) => {
      const caller = callerOf(request);
      return withPapersOfCase(deps, caller, caseNoOf(request.params.caseNo), (found) => ({
        items: listItems(caller, found),
      }));
    });

    const paperSchema = {
      operationId: 'getPaper',
      summary: '文书（PDF）；首次请求时生成，此后不变',
      tags: ['cases'],
      params: PaperParams,
      querystring: PaperQuery,
      problems: ['paper_not_available', 'personal_data_removed', ...makingProblems] as const,
      sends: madeLater,
      response: { ...fileResponses(['application/pdf']), 202: ref(AcceptedSchema) },
    };
    app.get('/v1/cases/:caseNo/papers/:paperId', { schema: paperSchema }, async (request, reply) => {
      const { paperId } = request.params;
      const caseNo = caseNoOf(request.params.caseNo);
      const find = () =>
        findFile(deps, callerOf(request), { caseNo, paper: paperId, seq: request.query.seq });
      const made = await findOrMake(deps, find);
      if (!('later' in made)) return sendFile(reply, made);
      void reply.headers({ location: made.later, 'retry-after': retryAfterSeconds });
      return reply.status(202).send(acceptedLater(caseNo));
    });
    done();
  };
}

function listItems(caller: Caller, found: PapersOfCase) {
  const { row, occasions } = found;
  return occasions
    .filter(({ paper }) => mayReadPaper(caller, row, paper))
    .map((occasion) => ({
      paper: occasion.paper,
      title: papers[occasion.paper].title,
      seq: occasion.seq,
      occurredAt: occasion.occurredAt,
      readers: [...papers[occasion.paper].readers],
      latest: occasions.findLast(({ paper }) => paper === occasion.paper) === occasion,
      href: addressOf(found, occasion),
    }));
}

/** Where a paper is read; a certificate by its number. */
function addressOf({ row: { caseNo }, events }: PapersOfCase, occasion: Occasion): string {
  if (isMadeOnDemand(occasion)) return paperAddress({ caseNo, paper: occasion.paper, seq: occasion.seq });
  const event = events.find(({ seq }) => seq === occasion.seq)?.event;
  if (event?.type !== 'certificate_issued') throw new Error('a certificate is a paper of its issue');
  return `${caseAddress(caseNo)}/certificates/${event.certificateNo}`;
}

function paperAddress({ caseNo, paper, seq }: PaperInput): string {
  return `${caseAddress(caseNo)}/papers/${paper}?seq=${String(seq)}`;
}

interface WantedPaper {
  readonly caseNo: CaseNo;
  readonly paper: MadePaperId;
  readonly seq: number | undefined;
}

/** The paper as it is kept, if it has been made. @throws {Problem} 403, 404 */
function findFile(deps: ApiDeps, caller: Caller, { caseNo, paper, seq }: WantedPaper): Promise<MadeFile> {
  return withPapersOfCase(deps, caller, caseNo, async ({ row, occasions }, executor) => {
    requireReadingPaper(caller, row, paper);
    requireKeptFiles(row);
    const wanted = { caseNo, paper, seq: getOccasion(occasions, paper, seq).seq };
    const kept = await findPaper(executor, caseNo, wanted);
    return {
      file: kept && fileOf(wanted, kept),
      question: askForPaper(wanted),
      address: paperAddress(wanted),
    };
  });
}

function fileOf({ caseNo, paper }: PaperInput, made: { sha256: string; pdf: Uint8Array }): FileReply {
  return ownPdf(`${papers[paper].title}-${caseNo}.pdf`, made);
}
