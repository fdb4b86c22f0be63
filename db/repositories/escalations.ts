import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { FurtherVerification } from '../../domain/case/further-verification.ts';
import type { Escalation } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import type { Gap } from '../../domain/directory/recipients.ts';
import type { Colour, RungKey } from '../../domain/escalation/rung.ts';
import type { EscalationStanding } from '../../domain/escalation/standing.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { cases, escalations, escalationScopes, ledgerEvents } from '../schema/index.ts';

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

const { replyClock, replyDueAt, told, firedAt, caseNo, rungKey, colour } = escalations;
const { settlement } = escalationScopes;

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

const ofScope = and(eq(caseNo, escalationScopes.caseNo), eq(rungKey, escalationScopes.rungKey));

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
      furtherVerifications: sql<readonly FurtherVerification[]>`${cases.state} -> 'furtherVerifications'`,
      status: cases.status,
      dueAt: cases.dueAt,
      /** How it was settled, as the state of the case says it. */
      settled: sql<
        Escalation['settlement']
      >`${cases.state} #> array['escalations', ${rungKey}, 'settlement']`,
    })
    .from(escalationScopes)
    .innerJoin(escalations, ofScope)
    .innerJoin(cases, eq(cases.caseNo, caseNo))
    .where(
      and(
        eq(escalationScopes.unitCode, unitCode),
        standing === undefined ? undefined : standingIs(standing, now),
        reply === undefined ? undefined : reply === 'demanded' ? isNotNull(replyClock) : isNull(replyClock),
        toldTo === undefined ? undefined : wasToldTo(toldTo),
        colours === undefined ? undefined : inArray(colour, [...colours]),
        after === undefined
          ? undefined
          : sql`(${escalationScopes.firedAt}, ${escalationScopes.caseNo}, ${escalationScopes.rungKey}) < (${after.firedAt}::timestamptz, ${after.caseNo}, ${after.rungKey})`,
      ),
    )
    .orderBy(desc(escalationScopes.firedAt), desc(escalationScopes.caseNo), desc(escalationScopes.rungKey))
    .limit(limit);
}

interface RungOfCase {
  readonly caseNo: CaseNo;
  readonly rungKey: RungKey;
}

/** The event that fired an escalation: its place in the ledger, and the posts in which nobody could be told. */
export interface Firing extends RungOfCase {
  readonly seq: number;
  readonly gaps: readonly Gap[];
}

/** The events that fired some rungs. */
export async function listFirings(executor: Executor, rungs: readonly RungOfCase[]): Promise<Firing[]> {
  if (rungs.length === 0) return [];
  const caseNos = sql.param(rungs.map((each) => each.caseNo));
  const rungKeys = sql.param(rungs.map((each) => each.rungKey));
  const { event, seq, occurredAt } = ledgerEvents;
  return executor
    .select({ caseNo, rungKey, seq, gaps: sql<readonly Gap[]>`${event} -> 'gaps'` })
    .from(escalations)
    .innerJoin(
      ledgerEvents,
      and(
        eq(ledgerEvents.caseNo, caseNo),
        eq(occurredAt, firedAt),
        // A rung that fires again after it was taken back has a key of its own, `…+1`, and another instant.
        sql`${event} ->> 'type' = 'rung_fired'
          and (${event} ->> 'clockKey') || '/' || (${event} ->> 'rung') = split_part(${rungKey}, '+', 1)`,
      ),
    )
    .where(sql`(${caseNo}, ${rungKey}) in (select * from unnest(${caseNos}::text[], ${rungKeys}::text[]))`);
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
    .from(escalationScopes)
    .innerJoin(escalations, ofScope)
    .where(
      and(
        eq(escalationScopes.unitCode, unitCode),
        or(isNull(settlement), gte(escalationScopes.firedAt, since)),
      ),
    )
    .groupBy(colour, sql`standing`);
}
