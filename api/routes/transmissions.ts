import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { findCase } from '../../db/repositories/cases.ts';
import { findBoundDossier, findDossierFile } from '../../db/repositories/dossier-files.ts';
import { listFaxAttemptsOfCase } from '../../db/repositories/fax-attempts.ts';
import { listTransmissions } from '../../db/repositories/transmissions.ts';
import { withScope } from '../../db/scope.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { findDossierOccasion } from '../../domain/papers/bound-dossier.ts';
import type { DossierInput } from '../../workflows/contract.ts';
import { dossierWorkflowName } from '../../workflows/contract.ts';
import { requireHandling, requireKeptFiles } from '../access.ts';
import type { Question } from '../ask-worker.ts';
import type { Caller } from '../authentication.ts';
import { callerOf } from '../authentication.ts';
import { madeLater } from '../declared-headers.ts';
import type { ApiDeps } from '../deps.ts';
import type { FileReply } from '../file-reply.ts';
import { fileResponses, ownPdf, sendFile } from '../file-reply.ts';
import { acceptedLater, caseAddress } from '../later.ts';
import type { MadeFile } from '../made-file.ts';
import { findOrMake, makingProblems } from '../made-file.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AcceptedSchema } from '../schemas/case.ts';
import { ref } from '../schemas/reference.ts';
import { recordedTransmissions } from '../transmission-view.ts';
import { DossierQuery, TransmissionListSchema } from '../schemas/transmission.ts';

// Up to 60 pages of photographs.
const retryAfterSeconds = '5';

/** How the dossier of a case went to its home station, and the dossier itself as one file. */
export function transmissionRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const listSchema = {
      operationId: 'listTransmissions',
      summary: '信息流转记录，含传真报告',
      tags: ['cases'],
      params: CaseParams,
      response: { 200: TransmissionListSchema },
    };
    app.get('/v1/cases/:caseNo/transmissions', { schema: listSchema }, (request) => {
      const caseNo = caseNoOf(request.params.caseNo);
      return withScope(deps.database, callerOf(request).unitCode, async (executor) => {
        const row = await findCase(executor, caseNo);
        if (row === undefined) throw new Problem('case_not_found');
        const handedOver = await listTransmissions(executor, caseNo);
        const attempts = await listFaxAttemptsOfCase(executor, caseNo);
        return {
          items: recordedTransmissions(row.state, handedOver, attempts).map((item) => ({
            ...item,
            dossier: addressOf({ caseNo, n: item.n }),
          })),
        };
      });
    });

    const dossierSchema = {
      operationId: 'getDossier',
      summary: '全部申请材料合订本（PDF），含流转单，逐页编号',
      tags: ['cases'],
      params: CaseParams,
      querystring: DossierQuery,
      problems: ['paper_not_available', 'personal_data_removed', ...makingProblems] as const,
      sends: madeLater,
      response: { ...fileResponses(['application/pdf']), 202: ref(AcceptedSchema) },
    };
    app.get('/v1/cases/:caseNo/dossier', { schema: dossierSchema }, async (request, reply) => {
      const caseNo = caseNoOf(request.params.caseNo);
      const find = () => findDossier(deps, callerOf(request), caseNo, request.query.transmission);
      const made = await findOrMake(deps, find);
      if (!('later' in made)) return sendFile(reply, made);
      void reply.headers({ location: made.later, 'retry-after': retryAfterSeconds });
      return reply.status(202).send(acceptedLater(caseNo));
    });
    done();
  };
}

function addressOf({ caseNo, n }: DossierInput): string {
  return `${caseAddress(caseNo)}/dossier?transmission=${String(n)}`;
}

function askForDossier(wanted: DossierInput): Question {
  return {
    workflowType: dossierWorkflowName,
    workflowId: `dossier/${wanted.caseNo}/${String(wanted.n)}`,
    args: [wanted],
    // Until it is handed over, papers may be added to it.
    repeat: 'always',
  };
}

/** The dossier as it is kept, if it has been bound as it is wanted now. @throws {Problem} 403, 404 */
function findDossier(
  { database }: ApiDeps,
  caller: Caller,
  caseNo: CaseNo,
  n: number | undefined,
): Promise<MadeFile> {
  return withScope(database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    requireHandling(caller, row.state);
    requireKeptFiles(row);
    const occasion = findDossierOccasion(row.state, n);
    if (occasion === undefined) throw new Problem('paper_not_available');
    const wanted = { caseNo, n: occasion.n };
    const bound = await findBoundDossier(executor, caseNo, occasion);
    const isCurrent = bound?.isCurrent === true;
    const kept = isCurrent ? await findDossierFile(executor, caseNo, occasion) : undefined;
    return {
      file: kept && fileOf(wanted, kept),
      question: askForDossier(wanted),
      address: addressOf(wanted),
    };
  });
}

function fileOf(
  { caseNo, n }: DossierInput,
  made: { readonly sha256: string; readonly pdf: Uint8Array },
): FileReply {
  return ownPdf(`流转材料-${caseNo}-${String(n)}.pdf`, made);
}
