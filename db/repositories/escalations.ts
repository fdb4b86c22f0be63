import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Escalation } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import type { Colour, RungKey } from '../../domain/escalation/rung.ts';
import type { EscalationStanding } from '../../domain/escalation/standing.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { cases, caseScopes, escalations } from '../schema/index.ts';

/** Where a page of a list ended. */
export interface EscalationPosition {
  readonly firedAt: Instant;
  readonly caseNo: CaseNo;
  readonly rungKey: RungKey;
}

export interface EscalationFilter {
  readonly unitCode: UnitCode;
  readonly now: Instant;
  readonly standing?: EscalationStanding | undefined;
  readonly reply?: 'demanded' | 'not_demanded' | undefined;
  /** Told to one of these. */
  readonly toldTo?: readonly Seat[] | undefined;
  readonly colours?: readonly Colour[] | undefined;
  readonly after?: EscalationPosition | undefined;
  readonly limit: number;
}

const { settlement, replyClock, replyDueAt, told, firedAt, caseNo, rungKey, colour } = escalations;

/** The rule of `domain/escalation/standing` as Postgres applies it to a list. */
function standingIs(standing: EscalationStanding, now: Instant) {
  switch (standing) {
    case 'open':
      return and(
        isNull(settlement),
        isNotNull(replyClock),
        sql`(${replyDueAt} is null or ${replyDueAt} >= ${now}::timestamptz)`,
      );
    case 'reply_overdue':
      return and(isNull(settlement), lt(replyDueAt, now));
    case 'acknowledged':
      return eq(settlement, 'replied');
    case 'informed':
      return and(isNull(settlement), isNull(replyClock));
    case 'obviated':
      return eq(settlement, 'obviated');
  }
}

const ofUnit = (unitCode: UnitCode) => and(eq(caseScopes.caseNo, caseNo), eq(caseScopes.unitCode, unitCode));

function wasToldTo(seats: readonly Seat[]) {
  if (seats.length === 0) return sql`false`;
  return or(
    ...seats.map(({ unitCode, post }) => sql`${told} @> ${JSON.stringify([{ unitCode, post }])}::jsonb`),
  );
}

/** The escalations of the cases that a unit may see, newest first. */
export async function listEscalations(executor: Executor, filter: EscalationFilter) {
  const { unitCode, now, standing, reply, toldTo, colours, after, limit } = filter;
  return executor
    .select({
      escalation: escalations,
      acceptingStation: cases.acceptingStation,
      homeStation: cases.homeStation,
      status: cases.status,
      dueAt: cases.dueAt,
      /** How it was settled, as the state of the case says it. */
      settled: sql<
        Escalation['settlement']
      >`${cases.state} #> array['escalations', ${rungKey}, 'settlement']`,
    })
    .from(escalations)
    .innerJoin(caseScopes, ofUnit(unitCode))
    .innerJoin(cases, eq(cases.caseNo, caseNo))
    .where(
      and(
        standing === undefined ? undefined : standingIs(standing, now),
        reply === undefined ? undefined : reply === 'demanded' ? isNotNull(replyClock) : isNull(replyClock),
        toldTo === undefined ? undefined : wasToldTo(toldTo),
        colours === undefined ? undefined : inArray(colour, [...colours]),
        after === undefined
          ? undefined
          : sql`(${firedAt}, ${caseNo}, ${rungKey}) < (${after.firedAt}::timestamptz, ${after.caseNo}, ${after.rungKey})`,
      ),
    )
    .orderBy(desc(firedAt), desc(caseNo), desc(rungKey))
    .limit(limit);
}

/** How many escalations of a colour stand how, for the head of the list; `since` bounds what is settled. */
export async function countEscalations(
  executor: Executor,
  { unitCode, now, since }: { readonly unitCode: UnitCode; readonly now: Instant; readonly since: Instant },
): Promise<{ colour: Colour; standing: EscalationStanding; count: number }[]> {
  const standing = sql<EscalationStanding>`case
    when ${settlement} = 'replied' then 'acknowledged'
    when ${settlement} = 'obviated' then 'obviated'
    when ${replyClock} is null then 'informed'
    when ${replyDueAt} < ${now}::timestamptz then 'reply_overdue'
    else 'open' end`;
  return executor
    .select({ colour, standing: standing.as('standing'), count: sql<number>`count(*)::int` })
    .from(escalations)
    .innerJoin(caseScopes, ofUnit(unitCode))
    .where(sql`(${settlement} is null or ${gte(firedAt, since)})`)
    .groupBy(colour, sql`standing`);
}
