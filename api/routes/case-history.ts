import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { CaseRow } from '../../db/repositories/cases.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { listNoticesOfCase } from '../../db/repositories/notices.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import { explainDeadline } from '../../domain/calendar/explanation.ts';
import type { AgendaItem } from '../../domain/case/agenda-item.ts';
import { agenda } from '../../domain/case/agenda.ts';
import { effectTitles } from '../../domain/case/effect.ts';
import { isOverdue } from '../../domain/case/projection.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { describeEvent } from '../../domain/case/timeline.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { verificationLadder } from '../../domain/escalation/ladder.ts';
import { roleTitles } from '../../domain/roles.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { CaseParams, caseNoOf } from '../schemas/case-params.ts';
import { AgendaSchema, CaseNoticesSchema, DeadlineSchema, TimelineSchema } from '../schemas/case-history.ts';
import { problems } from '../schemas/problem.ts';

function schemaOf<Answer>(operationId: string, summary: string, answer: Answer) {
  return {
    operationId,
    summary,
    tags: ['cases'],
    params: CaseParams,
    response: { 200: answer, ...problems(401, 404) },
  };
}

/** What happened to a case, what will happen to it, and why its due date is that date. */
export function caseHistoryRoutes(deps: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get(
      '/v1/cases/:caseNo/timeline',
      { schema: schemaOf('getTimeline', '办理经过', TimelineSchema) },
      (request) =>
        readCase(deps, callerOf(request), caseNoOf(request.params.caseNo), async ({ caseNo }, executor) => ({
          items: (await listEvents(executor, caseNo)).map(({ seq, occurredAt, event }) => ({
            seq,
            type: event.type,
            at: occurredAt,
            sentence: describeEvent(event),
            by: 'by' in event ? { ...event.by, roleTitle: roleTitles[event.by.role] } : null,
          })),
        })),
    );
    app.get(
      '/v1/cases/:caseNo/deadline',
      { schema: schemaOf('getDeadline', '查证期限及其逐日说明', DeadlineSchema) },
      (request) =>
        readCase(deps, callerOf(request), caseNoOf(request.params.caseNo), ({ state }) => {
          if (state.clock === null) throw new Problem('deadline_not_started');
          const { deadline } = state.clock;
          return {
            ...deadline,
            days: [...deadline.days],
            notices: [...deadline.notices],
            overdue: isOverdue(state, deps.clock.now()),
            explanation: explainDeadline(deadline),
          };
        }),
    );
    app.get(
      '/v1/cases/:caseNo/agenda',
      { schema: schemaOf('getAgenda', '将要发生的事', AgendaSchema) },
      (request) =>
        readCase(deps, callerOf(request), caseNoOf(request.params.caseNo), ({ state }) => ({
          items: agenda(state).map((item) => agendaItemOf(item, state)),
        })),
    );
    app.get(
      '/v1/cases/:caseNo/notices',
      { schema: schemaOf('listNoticesOfCase', '本案的通知，含发给申请人的', CaseNoticesSchema) },
      (request) =>
        readCase(deps, callerOf(request), caseNoOf(request.params.caseNo), async ({ caseNo }, executor) => ({
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
function readCase<T>(
  { database }: ApiDeps,
  reader: Principal,
  caseNo: CaseNo,
  read: (row: CaseRow, executor: Executor) => T | Promise<T>,
): Promise<T> {
  return withScope(database, reader.unitCode, async (executor) => {
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    return read(row, executor);
  });
}

function agendaItemOf(item: AgendaItem, state: CaseState) {
  const { kind, at } = item;
  if (item.kind === 'rung') {
    const { title, colour } = verificationLadder[item.rung];
    return { kind, at, title, rung: item.rung, colour };
  }
  const pending = state.pending[item.effectKey];
  return { kind, at, title: `再次尝试${pending === undefined ? '' : effectTitles[pending.effect.type]}` };
}
