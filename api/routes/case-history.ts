import type { FastifyPluginCallbackTypebox, Static } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { listNoticesOfCase } from '../../db/repositories/notices.ts';
import { getPolicy } from '../../db/repositories/policies.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import { explainDeadline } from '../../domain/calendar/explanation.ts';
import { findVerificationClock, findVerificationDeadline, isOverdue } from '../../domain/case/projection.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { materialsRuleTitles } from '../../domain/policy.ts';
import { agendaView } from '../agenda-view.ts';
import { callerOf } from '../authentication.ts';
import { clocksView } from '../clocks-view.ts';
import type { ApiDeps } from '../deps.ts';
import { notModified, sendUnlessSeen } from '../etag.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import {
  AgendaSchema,
  CaseNoticesSchema,
  ClocksSchema,
  DeadlineSchema,
  TimelineSchema,
} from '../schemas/case-history.ts';
import { timelineView } from '../timeline-view.ts';

function schemaOf<Answer>(
  operationId: string,
  summary: string,
  answer: Answer,
  own: readonly ErrorCode[] = [],
) {
  return {
    operationId,
    summary,
    tags: ['cases'],
    params: CaseParams,
    problems: own,
    response: { 200: answer, ...notModified },
  };
}

/** What happened to a case, what will happen to it, and why its due date is that date. */
export function caseHistoryRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get(
      '/v1/cases/:caseNo/timeline',
      { schema: schemaOf('getTimeline', '办理经过', TimelineSchema) },
      async (request, reply) =>
        sendOfCase(deps, request, reply, async (row, executor) => ({
          items: await timelineView(
            executor,
            { reader: callerOf(request), tree: await deps.units.tree() },
            row,
          ),
        })),
    );
    app.get(
      '/v1/cases/:caseNo/deadline',
      { schema: schemaOf('getDeadline', '查证期限及其逐日说明', DeadlineSchema, ['deadline_not_started']) },
      async (request, reply) =>
        sendOfCase(deps, request, reply, async ({ state }, executor) => {
          const deadline = findVerificationDeadline(state);
          if (deadline === null) throw new Problem('deadline_not_started');
          const { onMaterialsCompleted } = await getPolicy(executor, state.policyVersions.home);
          const calendarDueAt = findVerificationClock(state)?.calendarDueAt ?? deadline.dueAt;
          return {
            ...deadline,
            days: [...deadline.days],
            notices: [...deadline.notices],
            overdue: isOverdue(state, deps.clock.now()),
            calendarDueAt,
            explanation: [
              ...explainDeadline(deadline, calendarDueAt),
              materialsRuleTitles[onMaterialsCompleted],
            ],
          };
        }),
    );
    app.get(
      '/v1/cases/:caseNo/clocks',
      { schema: schemaOf('getClocks', '各项期限及案件由谁办理', ClocksSchema) },
      async (request, reply) =>
        sendOfCase(deps, request, reply, async ({ caseNo, state }, executor) =>
          clocksView(state, {
            events: await listEvents(executor, caseNo),
            now: deps.clock.now(),
            homePolicy: await getPolicy(executor, state.policyVersions.home),
          }),
        ),
    );
    app.get(
      '/v1/cases/:caseNo/agenda',
      { schema: schemaOf('getAgenda', '将要发生的事', AgendaSchema) },
      async (request, reply) =>
        sendOfCase(deps, request, reply, async ({ state }, executor) => ({
          items: await agendaView(deps, executor, state),
        })),
    );
    app.get(
      '/v1/cases/:caseNo/notices',
      { schema: schemaOf('listNoticesOfCase', '本案的通知，含发给申请人的', CaseNoticesSchema) },
      async (request, reply) =>
        sendOfCase(deps, request, reply, async ({ caseNo }, executor) => ({
          items: (await listNoticesOfCase(executor, caseNo)).map(({ unitCode, role, text, createdAt }) => ({
            audience: role === null ? ('applicant' as const) : ('unit' as const),
            unitCode,
            role,
            text,
            createdAt,
          })),
        })),
    );
    done();
  };
}

/** @throws {Problem} 404 for a case that is not there or outside the reader's scope. */
async function sendOfCase(
  { database }: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (row: CaseRow, executor: Executor) => Promise<object>,
): Promise<FastifyReply> {
  const { caseNo } = request.params as Static<typeof CaseParams>;
  const view = await withScope(database, callerOf(request).unitCode, async (executor) => {
    const row = await findCase(executor, caseNoOf(caseNo));
    if (row === undefined) throw new Problem('case_not_found');
    return read(row, executor);
  });
  return sendUnlessSeen(request, reply, view);
}
