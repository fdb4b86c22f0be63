import { randomUUID } from 'node:crypto';
import { Value } from 'typebox/value';
import cookie from '@fastify/cookie';
import type { TSchema } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger } from 'fastify';
import Fastify, { LogController } from 'fastify';
import { sampleRefusals } from './audit/anonymous-refusals.ts';
import { recordRequests } from './audit/record-requests.ts';
import { createAuditWriter } from './audit/writer.ts';
import { admitCallers } from './admission.ts';
import { requireCaller } from './authentication.ts';
import { enforceAuthority } from './authority.ts';
import { dataHeaders } from './data-headers.ts';
import type { ApiDeps } from './deps.ts';
import { registerErrorHandler, sendProblem } from './error-handler.ts';
import { endConnectionsAtStop } from './graceful-stop.ts';
import { registerOpenapi } from './openapi.ts';
import { connectionLimits, defaultShedding, registerHardening } from './hardening.ts';
import { refuseNesting } from './nesting.ts';
import { Problem } from './problems.ts';
import { limitRates, noLimits } from './rate-limits.ts';
import { registerRequestContext } from './request-context.ts';
import { registerRequestLog } from './request-log.ts';
import { registerRequestMetrics } from './request-metrics.ts';
import { accountLockRoutes } from './routes/account-locks.ts';
import { actRoutes } from './routes/acts.ts';
import { bulkSubmissionRoutes } from './routes/bulk-submissions.ts';
import { calendarWorkRoutes } from './routes/calendar-work.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { caseEventRoutes } from './routes/case-events.ts';
import { caseFileRoutes } from './routes/case-files.ts';
import { caseHistoryRoutes } from './routes/case-history.ts';
import { caseSearchRoutes } from './routes/case-search.ts';
import { caseRoutes } from './routes/cases.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { certificateCheckRoutes } from './routes/certificate-checks.ts';
import { exportRoutes } from './routes/exports.ts';
import { draftRoutes } from './routes/drafts.ts';
import { escalationRoutes } from './routes/escalations.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { directoryRoutes } from './routes/directory.ts';
import { healthRoutes } from './routes/health.ts';
import { homeRoutes } from './routes/home.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { inquiryRoutes } from './routes/inquiries.ts';
import { intakeRecordRoutes } from './routes/intake-records.ts';
import { localLoginRoutes } from './routes/local-login.ts';
import { noticeRoutes } from './routes/notices.ts';
import { operationRoutes } from './routes/operations.ts';
import { paperRoutes } from './routes/papers.ts';
import { legalHoldRoutes } from './routes/legal-holds.ts';
import { policyRoutes } from './routes/policies.ts';
import { registerQueryRoutes } from './routes/register-queries.ts';
import { rejectionHoldRoutes } from './routes/rejection-holds.ts';
import { rejectionRoutes } from './routes/rejections.ts';
import { batchRoutes } from './routes/batches.ts';
import { batchWorkRoutes } from './routes/batch-work.ts';
import { remedyRoutes } from './routes/remedies.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signOutRoutes } from './routes/sign-out.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { transmissionRoutes } from './routes/transmissions.ts';
import { unmaskRoutes } from './routes/unmask.ts';
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.ts';
import { webhookEndpointRoutes } from './routes/webhook-endpoints.ts';
import { sharedCompilers } from './shared-compilers.ts';
import { calendarSchemas } from './schemas/calendar.ts';
import { AcceptedSchema, CaseListItemSchema, CaseSchema } from './schemas/case.ts';
import { directorySchemas } from './schemas/directory.ts';
import { ProblemSchema } from './schemas/problem.ts';
import { ApplicationSchema } from './submission/schema.ts';
import { answerUnread, refuseInsteadOfNode } from './unread-requests.ts';
import { validation } from './validation.ts';

/** The whole API, ready to listen or to be injected into. Every option of the server stands here. */
export async function buildApp(deps: ApiDeps) {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    ...connectionLimits,
    trustProxy: deps.trustedProxies === undefined ? false : [...deps.trustedProxies],
    ...(deps.tls === undefined ? {} : ({ https: { ...connectionLimits.http, ...deps.tls } } as object)),
    // A busy machine that starts everything at once is no fault of a plugin.
    pluginTimeout: 60_000,
    ajv: validation,
    schemaController: { compilersFactory: sharedCompilers },
    clientErrorHandler: answerUnread(deps.publicUrl),
    frameworkErrors: (_error, request, reply) => {
      // No hook has seen it, and none will.
      void reply.headers(dataHeaders);
      void sendProblem(new Problem('malformed_request'), request, reply, deps.publicUrl);
    },
  });
  app.removeContentTypeParser('text/plain');

  registerErrorHandler(app, deps.publicUrl);
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('cache-control', 'no-store');
    next();
  });
  registerRequestContext(app);
  registerRequestLog(app);
  registerRequestMetrics(app);
  refuseInsteadOfNode(app, deps.publicUrl);
  endConnectionsAtStop(app, deps.leaving);
  refuseNesting(app);
  app.addHook('preValidation', (request, _reply, next) => {
    // A query string knows texts only.
    const schema = request.routeOptions.schema?.querystring as TSchema | undefined;
    if (schema !== undefined) request.query = Value.Convert(schema, request.query);
    next();
  });
  // What is hooked on after it has been waited for misses what is refused early.
  await registerHardening(app, deps.shedding ?? defaultShedding);
  for (const schema of [
    ProblemSchema,
    ApplicationSchema,
    CaseSchema,
    CaseListItemSchema,
    AcceptedSchema,
    ...calendarSchemas,
    ...directorySchemas,
  ]) {
    app.addSchema(schema);
  }

  await app.register(cookie);
  const auditWriter = createAuditWriter(deps.database);
  const refusals = sampleRefusals(auditWriter, deps.clock);
  enforceAuthority(app, deps);
  await registerOpenapi(app);
  await app.register(healthRoutes(deps));
  await app.register(homeRoutes(deps));
  await app.register(inquiryRoutes(deps));
  await app.register(signInRoutes(deps, { writer: auditWriter, refusals }));
  if (deps.localLogin !== undefined) await app.register(localLoginRoutes(deps, deps.localLogin));
  await app.register(signOutRoutes(deps, refusals));
  await app.register(async (scope) => {
    requireCaller(scope, deps, refusals);
    await limitRates(scope, deps.rateLimits ?? noLimits);
    admitCallers(scope, deps);
    recordRequests(scope, auditWriter);
    await scope.register(submissionRoutes(deps));
    await scope.register(bulkSubmissionRoutes(deps));
    await scope.register(attachmentRoutes(deps));
    await scope.register(draftRoutes(deps));
    await scope.register(caseEventRoutes(deps));
    await scope.register(caseRoutes(deps));
    await scope.register(caseSearchRoutes(deps));
    await scope.register(unmaskRoutes(deps));
    await scope.register(actRoutes(deps));
    await scope.register(caseHistoryRoutes(deps));
    await scope.register(caseFileRoutes(deps));
    await scope.register(certificateCheckRoutes(deps));
    await scope.register(registerQueryRoutes(deps));
    await scope.register(escalationRoutes(deps));
    await scope.register(policyRoutes(deps));
    await scope.register(statisticsRoutes(deps));
    await scope.register(legalHoldRoutes(deps));
    await scope.register(rejectionHoldRoutes(deps));
    await scope.register(paperRoutes(deps));
    await scope.register(exportRoutes(deps));
    await scope.register(transmissionRoutes(deps));
    await scope.register(rejectionRoutes(deps));
    await scope.register(intakeRecordRoutes(deps));
    await scope.register(noticeRoutes(deps));
    await scope.register(deliveryRoutes(deps));
    await scope.register(webhookEndpointRoutes(deps));
    await scope.register(webhookDeliveryRoutes(deps));
    await scope.register(catalogueRoutes(deps));
    await scope.register(directoryRoutes(deps));
    await scope.register(calendarRoutes(deps));
    await scope.register(calendarWorkRoutes(deps));
    await scope.register(incidentRoutes(deps));
    await scope.register(operationRoutes(deps));
    await scope.register(remedyRoutes(deps));
    await scope.register(batchRoutes(deps));
    await scope.register(batchWorkRoutes(deps));
    await scope.register(auditRoutes(deps));
    await scope.register(sessionRoutes(deps));
    await scope.register(accountLockRoutes(deps));
  });
  await app.ready();
  return app;
}

/** The API as {@link buildApp} makes it. */
export type App = Awaited<ReturnType<typeof buildApp>>;
