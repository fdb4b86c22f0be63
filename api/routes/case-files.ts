import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { findAttachment } from '../../db/repositories/attachments.ts';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { findCertificate } from '../../db/repositories/certificates.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import { findCurrentCertificate } from '../../domain/case/state.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import { acceptedTypes } from '../../platform/files/file-checks.ts';
import { requireHandling, requireKeptFiles } from '../access.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import type { FileReply } from '../file-reply.ts';
import { fileResponses, ownPdf, sendFile } from '../file-reply.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';

/** Certificates and papers, for whoever handles the case: they are personal data as a whole. */
export function caseFileRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const certificateSchema = {
      operationId: 'getCertificate',
      summary: '户籍事项证明（PDF）',
      tags: ['cases'],
      params: CaseParams,
      problems: ['certificate_not_issued', 'personal_data_removed'] as const,
      response: fileResponses(['application/pdf']),
    };
    app.get('/v1/cases/:caseNo/certificate', { schema: certificateSchema }, async (request, reply) => {
      const file = await readFile(deps, request, request.params.caseNo, (executor, { caseNo, state }) =>
        certificateFile(executor, caseNo, findCurrentCertificate(state)?.certificateNo),
      );
      return sendFile(reply, file);
    });

    const oneOfManySchema = {
      ...certificateSchema,
      operationId: 'getCertificateByNo',
      summary: '本案的某一份证明（PDF），含已作废、已被取代的',
      params: Type.Object({ ...CaseParams.properties, certificateNo: Type.String() }),
    };
    app.get(
      '/v1/cases/:caseNo/certificates/:certificateNo',
      { schema: oneOfManySchema },
      async (request, reply) => {
        const { certificateNo } = request.params;
        const file = await readFile(deps, request, request.params.caseNo, (executor, { caseNo }) =>
          certificateFile(executor, caseNo, certificateNo as CertificateNo),
        );
        return sendFile(reply, file);
      },
    );

    const attachmentSchema = {
      operationId: 'getAttachment',
      summary: '申请材料',
      tags: ['cases'],
      params: Type.Object({ ...CaseParams.properties, id: Type.String() }),
      problems: ['not_found', 'personal_data_removed'] as const,
      response: fileResponses(acceptedTypes),
    };
    app.get('/v1/cases/:caseNo/attachments/:id', { schema: attachmentSchema }, async (request, reply) => {
      const { id } = request.params;
      const { unitCode } = callerOf(request);
      const file = await readFile(deps, request, request.params.caseNo, async (executor, { caseNo }) => {
        const paper = isUuid(id) ? await findAttachment(executor, caseNo, id) : undefined;
        if (paper === undefined) throw new Problem('not_found');
        const { mediaType, sha256, sizeBytes, fileName } = paper;
        // Each piece in a transaction of its own: whoever reads slowly holds none.
        const read = () =>
          deps.attachmentFiles.read(paper, (query) => withScope(deps.database, unitCode, query));
        return { disposition: 'attachment', fileName, mediaType, sha256, content: { sizeBytes, read } };
      });
      return sendFile(reply, file);
    });
    done();
  };
}

/** @throws {Problem} 404 when the case has no such certificate. */
async function certificateFile(
  executor: Executor,
  caseNo: CaseNo,
  certificateNo: CertificateNo | undefined,
): Promise<FileReply> {
  const certificate =
    certificateNo === undefined ? undefined : await findCertificate(executor, caseNo, certificateNo);
  if (certificate === undefined) throw new Problem('certificate_not_issued');
  const { sha256, pdf } = certificate;
  if (pdf === null) throw new Problem('personal_data_removed');
  return ownPdf(`${certificate.certificateNo}.pdf`, { sha256, pdf });
}

function readFile(
  { database }: ApiDeps,
  request: FastifyRequest,
  text: string,
  read: (executor: Executor, row: CaseRow) => Promise<FileReply>,
): Promise<FileReply> {
  const caller = callerOf(request);
  const caseNo = caseNoOf(text);
  return withScope(database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    requireHandling(caller, row.state);
    requireKeptFiles(row);
    return read(executor, row);
  });
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
