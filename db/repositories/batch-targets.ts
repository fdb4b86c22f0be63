import type { SQL } from 'drizzle-orm';
import { and, asc, eq, exists, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { EffectKey } from '../../domain/case/effect.ts';
import type { BatchFilter } from '../../domain/operations/batch.ts';
import { mostBatchItems } from '../../domain/operations/batch.ts';
import type { BulkTarget, BulkTargetKind } from '../../domain/operations/bulk-remedy.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { caseScopes, cases, incidents } from '../schema/index.ts';

/** Whose cases are looked through, and which of them are meant; units are those named and all below them. */
export interface TargetQuestion extends Omit<BatchFilter, 'acceptingStation' | 'homeStation'> {
  readonly unitCode: UnitCode;
  readonly acceptingStations?: readonly UnitCode[] | undefined;
  readonly homeStations?: readonly UnitCode[] | undefined;
}

/** What the filter meets in the caller's scope, one more than a batch takes at most; in the order of the cases. */
export function listTargets(
  executor: Executor,
  kind: BulkTargetKind,
  question: TargetQuestion,
): Promise<BulkTarget[]> {
  return finders[kind](executor, question);
}

const finders = {
  case: async (executor, question) => {
    const rows = await executor
      .select({ caseNo: cases.caseNo })
      .from(caseScopes)
      .innerJoin(cases, eq(cases.caseNo, caseScopes.caseNo))
      .where(and(...caseConditions(question), withIncident(executor, question)))
      .orderBy(asc(caseScopes.caseNo))
      .limit(mostBatchItems + 1);
    return rows.map(({ caseNo }) => ({ kind: 'case', caseNo }));
  },
  effect: async (executor, question) => {
    const effectKey = sql<EffectKey>`effect.key`;
    const rows = await executor
      .select({ caseNo: cases.caseNo, effectKey })
      .from(caseScopes)
      .innerJoin(cases, eq(cases.caseNo, caseScopes.caseNo))
      .innerJoin(sql`jsonb_each(${cases.state} -> 'pending') as effect(key, value)`, sql`true`)
      .where(
        and(
          sql`effect.value -> 'progress' ->> 'kind' = 'failed'`,
          ...caseConditions(question),
          withIncident(executor, question),
        ),
      )
      .orderBy(asc(caseScopes.caseNo), asc(effectKey))
      .limit(mostBatchItems + 1);
    return rows.map((row) => ({ kind: 'effect', ...row }));
  },
  activity: async (executor, question) => {
    const rows = await listIncidentSubjects(executor, 'activity_retrying', question);
    return rows.flatMap(({ caseNo, workflowId, part }): BulkTarget[] =>
      workflowId === null || part === null
        ? []
        : [{ kind: 'activity', caseNo, workflowId, activityId: part }],
    );
  },
  message: async (executor, question) => {
    const rows = await listIncidentSubjects(executor, 'delivery_given_up', question);
    return rows.flatMap(({ workflowId }): BulkTarget[] => {
      const delivery = workflowId?.split('/')[1] as BundleId | undefined;
      return delivery === undefined ? [] : [{ kind: 'message', caseNo: null, delivery }];
    });
  },
} as const satisfies Record<
  BulkTargetKind,
  (executor: Executor, question: TargetQuestion) => Promise<BulkTarget[]>
>;

/** Open incidents of the class that the filter meets as well; with a condition on cases, those of such cases. */
async function listIncidentSubjects(
  executor: Executor,
  wanted: 'activity_retrying' | 'delivery_given_up',
  question: TargetQuestion,
) {
  if (question.incidentClass?.includes(wanted) === false) return [];
  const { caseNo, workflowId, part, id } = incidents;
  return executor
    .select({ caseNo, workflowId, part })
    .from(incidents)
    .where(
      and(
        isNull(incidents.endedAt),
        eq(incidents.class, wanted),
        question.reason === undefined ? undefined : eq(incidents.reason, question.reason),
        isAboutCases(question) ? inArray(caseNo, casesOf(executor, question)) : undefined,
      ),
    )
    .orderBy(asc(id))
    .limit(mostBatchItems + 1);
}

function isAboutCases({ status, acceptingStations, homeStations, caseNos }: TargetQuestion): boolean {
  return [status, acceptingStations, homeStations, caseNos].some((condition) => condition !== undefined);
}

function casesOf(executor: Executor, question: TargetQuestion) {
  return executor
    .select({ caseNo: cases.caseNo })
    .from(caseScopes)
    .innerJoin(cases, eq(cases.caseNo, caseScopes.caseNo))
    .where(and(...caseConditions(question)));
}

function caseConditions(question: TargetQuestion): (SQL | undefined)[] {
  const { unitCode, status, acceptingStations, homeStations, caseNos } = question;
  return [
    eq(caseScopes.unitCode, unitCode),
    // Nothing personal comes to a case any more whose personal data were taken out.
    isNull(cases.anonymisedAt),
    status === undefined ? undefined : inArray(caseScopes.status, [...status]),
    status === undefined && caseNos === undefined ? ne(caseScopes.status, 'closed') : undefined,
    acceptingStations && inArray(caseScopes.acceptingStation, [...acceptingStations]),
    homeStations && inArray(caseScopes.homeStation, [...homeStations]),
    caseNos && inArray(caseScopes.caseNo, [...caseNos]),
  ];
}

function withIncident(executor: Executor, { incidentClass, reason }: TargetQuestion): SQL | undefined {
  if (incidentClass === undefined && reason === undefined) return undefined;
  return exists(
    executor
      .select({ one: sql`1` })
      .from(incidents)
      .where(
        and(
          eq(incidents.caseNo, caseScopes.caseNo),
          isNull(incidents.endedAt),
          incidentClass && inArray(incidents.class, [...incidentClass]),
          reason === undefined ? undefined : eq(incidents.reason, reason),
        ),
      ),
  );
}
