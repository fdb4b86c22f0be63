import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import { listDeliveriesOf } from '../db/repositories/deliveries.ts';
import type { listEscalations } from '../db/repositories/escalations.ts';
import type { Firing } from '../db/repositories/escalations.ts';
import { listFirings } from '../db/repositories/escalations.ts';
import { listNoticesOfEvents } from '../db/repositories/notices.ts';
import type { ActContent } from '../domain/case/act-content.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import { statusTitles } from '../domain/case/status.ts';
import { colourTitles, rungTitles } from '../domain/escalation/rung.ts';
import { escalationStandingTitles, standingOf } from '../domain/escalation/standing.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import { readsReplies } from './access.ts';
import type { Caller } from './authentication.ts';
import { gapView } from './directory/views.ts';
import { actorView } from './schemas/actor.ts';
import type { EscalationSchema } from './schemas/escalation.ts';
import { toldViews } from './told-view.ts';

type EscalationRow = Awaited<ReturnType<typeof listEscalations>>[number];

type EscalationView = Static<typeof EscalationSchema>;

interface Viewing {
  readonly caller: Caller;
  readonly tree: UnitTree;
  readonly now: Instant;
  /** Of the replies, by command. */
  readonly words: ReadonlyMap<CommandId, ActContent>;
}

/** Whom a rung told, and where nobody could be. */
type Telling = Pick<EscalationView, 'told' | 'gaps'>;

/** Under what id the words of its reply stand. */
export function replyIdOf({ settled }: EscalationRow): CommandId[] {
  return settled?.kind === 'replied' ? [settled.replyId] : [];
}

/** Whom each of some rungs told, over what, and whether it was delivered, and where nobody could be told [§6]. */
export async function tellingsOfRungs(
  executor: Executor,
  tree: UnitTree,
  rows: readonly EscalationRow[],
): Promise<Telling[]> {
  const rungs = rows.map(({ escalation }) => escalation);
  const firings = await listFirings(executor, rungs);
  const firingOf = new Map(firings.map((firing) => [placeOf(firing), firing]));
  const notices = await listNoticesOfEvents(executor, 'escalation', firings);
  const noticesOf = Map.groupBy(notices, ({ caseNo, seq }) => `${caseNo ?? ''} ${seq ?? ''}`);
  const deliveries = await listDeliveriesOf(
    executor,
    notices.map(({ id }) => id),
  );
  const fired = rungs.map((rung) => ({ told: rung.told, firing: firingOf.get(placeOf(rung)) }));
  const events = fired.map(({ told, firing }) => ({
    told,
    notices: (firing && noticesOf.get(`${firing.caseNo} ${firing.seq}`)) ?? [],
  }));
  const told = await toldViews(executor, tree, { events, deliveries });
  return fired.map(({ firing }, index) => ({
    told: told[index] ?? [],
    gaps: (firing?.gaps ?? []).map((gap) => gapView(gap, tree)),
  }));
}

function placeOf({ caseNo, rungKey }: Pick<Firing, 'caseNo' | 'rungKey'>): string {
  return `${caseNo} ${rungKey}`;
}

/** A fired rung as a supervisor's list shows it. */
export function escalationView(row: EscalationRow, telling: Telling, viewing: Viewing): EscalationView {
  const { escalation, status, dueAt } = row;
  const { tree, now } = viewing;
  const { caseNo, rungKey, clock, rung, colour, firedAt, replyClock, replyDueAt, settledAt } = escalation;
  const standing = standingOf(escalation, now);
  return {
    caseNo,
    rungKey,
    clock,
    rung,
    title: rungTitles[rung],
    colour,
    colourTitle: colourTitles[colour],
    standing,
    standingTitle: escalationStandingTitles[standing],
    firedAt,
    replyDemanded: replyClock !== null,
    replyDueAt,
    reply: replyView(row, viewing),
    settledAt,
    acceptingStation: unitOf(tree, row.acceptingStation),
    homeStation: unitOf(tree, row.homeStation),
    caseStatus: status,
    caseStatusTitle: statusTitles[status],
    dueAt,
    ...telling,
  };
}

/** What was replied; retention has taken the words of an old case away. */
function replyView(row: EscalationRow, { caller, words }: Viewing): EscalationView['reply'] {
  const { settled } = row;
  if (settled?.kind !== 'replied') return null;
  const { replyId, by, at } = settled;
  const content = words.get(replyId);
  const reply = content?.act === 'reply' && readsReplies(caller, row) ? content : undefined;
  return {
    text: reply?.text ?? null,
    expectedOn: reply?.expectedOn ?? null,
    by: actorView(by),
    at,
  };
}

function unitOf(tree: UnitTree, code: UnitCode) {
  return { code, name: getUnit(tree, code).name };
}
