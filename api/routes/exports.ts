import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { Attachment } from '../../db/repositories/attachments.ts';
import { readCaseArchive } from '../../db/repositories/case-archive.ts';
import { listMadePapers } from '../../db/repositories/papers.ts';
import { withScope } from '../../db/scope.ts';
import { isMadeOnDemand } from '../../domain/papers/occasions.ts';
import { createZip } from '../../platform/zip.ts';
import { requireHandling, requireKeptFiles } from '../access.ts';
import { askWorker } from '../ask-worker.ts';
import { callerOf } from '../authentication.ts';
import { archiveOf } from '../case-archive.ts';
import { askForPapers, withPapersOfCase } from '../case-papers.ts';
import { madeLater } from '../declared-headers.ts';
import type { ApiDeps } from '../deps.ts';
import { dispositionOf } from '../file-reply.ts';
import { acceptedLater, caseAddress } from '../later.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AcceptedSchema } from '../schemas/case.ts';
import { ref } from '../schemas/reference.ts';

const retryAfterSeconds = '2';

/** The whole file of a case, for both of its stations [§4]. */
export function exportRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const schema = {
      operationId: 'exportCase',
      summary: '案卷导出（ZIP）：申请、材料及合订本、信息流转、文书、证明、办理经过及校验清单',
      tags: ['cases'],
      params: CaseParams,
      problems: ['personal_data_removed'] as const,
      sends: madeLater,
      response: {
        200: {
          description: 'The file of the case',
          content: {
            'application/zip': {
              schema: Type.Unsafe({ type: 'string', contentMediaType: 'application/octet-stream' }),
            },
          },
        },
        202: ref(AcceptedSchema),
      },
    };
    app.get('/v1/cases/:caseNo/export', { schema }, async (request, reply) => {
      const caller = callerOf(request);
      const caseNo = caseNoOf(request.params.caseNo);
      const { occasions, missing, seq } = await withPapersOfCase(
        deps,
        caller,
        caseNo,
        async (found, executor) => {
          requireHandling(caller, found.row.state);
          requireKeptFiles(found.row);
          const made = await listMadePapers(executor, caseNo);
          const isMade = (wanted: { paper: string; seq: number }) =>
            made.some(({ paper, seq: at }) => paper === wanted.paper && at === wanted.seq);
          const onDemand = found.occasions.filter(isMadeOnDemand);
          return {
            occasions: onDemand,
            missing: onDemand
              .filter((occasion) => !isMade(occasion))
              .map((occasion) => ({ caseNo, paper: occasion.paper, seq: occasion.seq })),
            seq: found.row.seq,
          };
        },
      );
      if (missing.length > 0 && (await askWorker(deps, askForPapers(caseNo, seq, missing))) === 'later') {
        void reply.headers({ location: `${caseAddress(caseNo)}/export`, 'retry-after': retryAfterSeconds });
        return reply.status(202).send(acceptedLater(caseNo));
      }
      const archive = await withScope(deps.database, caller.unitCode, (executor) =>
        readCaseArchive(executor, caseNo),
      );
      const readAttachment = (attachment: Attachment) =>
        deps.attachmentFiles.read(attachment, (query) => withScope(deps.database, caller.unitCode, query));
      return reply
        .type('application/zip')
        .header('content-disposition', dispositionOf('attachment', `案卷-${caseNo}.zip`))
        .send(createZip(archiveOf(archive, occasions, readAttachment)));
    });
    done();
  };
}
