import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { findingsOf } from '../audit/findings.ts';
import { callerOf } from '../authentication.ts';
import { readCaseView } from '../case-view.ts';
import type { ApiDeps } from '../deps.ts';
import { claimRequest, IdempotencyHeaders, keepDone } from '../idempotency.ts';
import { acceptedLater, caseAddress } from '../later.ts';
import { AcceptedSchema, CaseSchema } from '../schemas/case.ts';
import { ref } from '../schemas/reference.ts';
import { adviceView } from '../submission/advice-view.ts';
import { draftIdOf } from '../submission/drafts.ts';
import { bestEffortApplication } from '../submission/best-effort.ts';
import { readIntake } from '../submission/intake.ts';
import {
  digestsOf,
  maxApplicationBytes,
  multipartOptions,
  UploadedFilesSchema,
} from '../submission/upload.ts';
import { formFaultsOf } from '../submission/form-faults.ts';
import { readPapers } from '../submission/papers.ts';
import { ApplicationSchema } from '../submission/schema.ts';
import { submitApplication } from '../submission/submit.ts';

const MultipartSchema = Type.Object({
  application: ref(ApplicationSchema),
  attachments: Type.Optional(UploadedFilesSchema),
});

const schema = {
  operationId: 'submitApplication',
  summary: '受理申请',
  description:
    'Accepts an application at the caller’s station. Everything wrong with it comes back in one answer.',
  tags: ['cases'],
  headers: IdempotencyHeaders,
  body: {
    content: {
      'application/json': { schema: ref(ApplicationSchema) },
      'multipart/form-data': { schema: MultipartSchema },
    },
  },
  problems: ['application_not_eligible'] as const,
  sends: { 201: ['location'], 202: ['location'] },
  response: { 201: ref(CaseSchema), 202: ref(AcceptedSchema) },
} as const;

/** `POST /v1/cases`. Only routes that take files have the multipart parser. */
export function submissionRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    const { limits, inFlight } = deps.uploads;
    await app.register(multipart, multipartOptions(limits));
    // Form and rules are judged together in the handler, so the automatic check must not answer first.
    const options = { schema, attachValidation: true, bodyLimit: maxApplicationBytes };
    app.post('/v1/cases', options, (request, reply) =>
      inFlight.during(async (hold) => {
        const caller = callerOf(request);
        const intake = await readIntake(request, { limits, hold });
        const claim = await claimRequest(deps, { request, reply }, [
          intake.application,
          digestsOf(intake.files),
        ]);
        if (claim.answeredStatus !== undefined && claim.caseNo !== undefined) {
          const view = await readCaseView(deps, caller, claim.caseNo);
          if (view !== 'pending')
            return reply.status(201).header('location', caseAddress(claim.caseNo)).send(view);
        }
        const { papers, faults } = await readPapers(deps, intake.files);
        const { caseNo, delivery, advice } = await submitApplication(deps, {
          caller,
          claim,
          application: bestEffortApplication(intake.application),
          formFaults: [...intake.partFaults, ...formFaultsOf(request, intake.application), ...faults],
          papers,
          draftId: draftIdOf(intake.application),
          note: findingsOf(request),
        });
        void reply.header('location', caseAddress(caseNo));
        const view = delivery === 'done' ? await readCaseView(deps, caller, caseNo) : 'pending';
        if (view === 'pending') return reply.status(202).send(acceptedLater(caseNo));
        await keepDone(deps, claim, 201);
        return reply.status(201).send({ ...view, advice: advice.map(adviceView) });
      }),
    );
  };
}
