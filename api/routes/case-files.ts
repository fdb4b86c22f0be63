import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAttachment } from '../../db/repositories/attachments.ts';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { findCertificate } from '../../db/repositories/certificates.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import { requireHandling } from '../access.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { problems } from '../schemas/problem.ts';
import { paperTypes } from '../submission/papers.ts';

const bytes = Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/octet-stream' });

function fileResponses(types: readonly string[]) {
  const content = Object.fromEntries(types.map((type) => [type, { schema: bytes }]));
  return {
    200: { description: 'The file', content },
    304: { description: 'Not changed', type: 'null' },
    ...problems(401, 403, 404),
  };
}

interface File {
  readonly mediaType: string;
  readonly sha256: string;
  readonly disposition: string;
  readonly content: Uint8Array;
}

/** Certificates and papers, for whoever handles the case: they are personal data as a whole. */
export function caseFileRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const certificateSchema = {
      operationId: 'getCertificate',
      summary: '户籍事项证明（PDF）',
      tags: ['cases'],
      params: CaseParams,
      response: fileResponses(['application/pdf']),
    };
    app.get('/v1/cases/:caseNo/certificate', { schema: certificateSchema }, async (request, reply) => {
      const file = await readFile(
        deps,
        request,
        request.params.caseNo,
        async (executor, { caseNo, state }) => {
          const certificate = state.certificate && (await findCertificate(executor, caseNo));
          if (!certificate) throw new Problem('certificate_not_issued');
          const { certificateNo, sha256, pdf } = certificate;
          return {
            mediaType: 'application/pdf',
            sha256,
            content: pdf,
            disposition: `inline; filename="${certificateNo}.pdf"`,
          };
        },
      );
      return sendFile(request, reply, file);
    });

    const attachmentSchema = {
      operationId: 'getAttachment',
      summary: '申请材料',
      tags: ['cases'],
      params: Type.Object({ ...CaseParams.properties, id: Type.String() }),
      response: fileResponses(paperTypes),
    };
    app.get('/v1/cases/:caseNo/attachments/:id', { schema: attachmentSchema }, async (request, reply) => {
      const { id } = request.params;
      const file = await readFile(deps, request, request.params.caseNo, async (executor, { caseNo }) => {
        const paper = isUuid(id) ? await findAttachment(executor, caseNo, id) : undefined;
        if (paper === undefined) throw new Problem('not_found');
        const disposition = `attachment; filename*=UTF-8''${encodeRfc8187(paper.fileName)}`;
        return { mediaType: paper.mediaType, sha256: paper.sha256, content: paper.content, disposition };
      });
      return sendFile(request, reply, file);
    });
    done();
  };
}

function readFile(
  { database }: ApiDeps,
  request: FastifyRequest,
  text: string,
  read: (executor: Executor, row: CaseRow) => Promise<File>,
): Promise<File> {
  const caller = callerOf(request);
  const caseNo = caseNoOf(text);
  return withScope(database, caller.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    requireHandling(caller, row);
    return read(executor, row);
  });
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, sha256, disposition, content }: File,
) {
  const etag = `"${sha256}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache' });
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  return reply
    .headers({ 'content-disposition': disposition, 'content-security-policy': "default-src 'none'; sandbox" })
    .type(mediaType)
    .send(Buffer.from(content));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** RFC 8187: what `encodeURIComponent` leaves as it is and a header parameter may not have. */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
