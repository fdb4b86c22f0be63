import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import { readWords } from '../db/repositories/act-records.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import { listDeliveriesOfCase } from '../db/repositories/deliveries.ts';
import { listEvents } from '../db/repositories/ledger.ts';
import { listNoticesOfCase } from '../db/repositories/notices.ts';
import type { ActContent, WordyAct } from '../domain/case/act-content.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { RecordedEvent } from '../domain/case/event.ts';
import { describeEvent, wordsIdOf } from '../domain/case/timeline.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { handlesCase, readsReplies } from './access.ts';
import type { Caller } from './authentication.ts';
import { gapView } from './directory/views.ts';
import { actorView } from './schemas/actor.ts';
import type { TimelineSchema } from './schemas/case-history.ts';
import { toldViews } from './told-view.ts';

const forSupervisors: readonly WordyAct[] = ['complain', 'answer_complaint'];

type TimelineItem = Static<typeof TimelineSchema>['items'][number];

/**
 * What happened to a case; what was written with it is for whoever handles the case at one of its stations [§8], a
 * complaint and its answer for supervisors as well.
 */
export async function timelineView(
  executor: Executor,
  { reader, tree }: { readonly reader: Caller; readonly tree: UnitTree },
  row: CaseRow,
): Promise<TimelineItem[]> {
  const { caseNo } = row;
  const events = await listEvents(executor, caseNo);
  const words = readsReplies(reader, row.state)
    ? await readWords(executor, caseNo)
    : new Map<CommandId, ActContent>();
  const wordsFor = (id: CommandId): ActContent | null => {
    const content = words.get(id);
    if (content === undefined) return null;
    return forSupervisors.includes(content.act) || handlesCase(reader, row.state) ? content : null;
  };
  const told = await toldBySeq(executor, tree, caseNo, events);
  return events.map((recorded) => {
    const { seq, occurredAt, event } = recorded;
    const wordsId = wordsIdOf(recorded, events);
    return {
      seq,
      type: event.type,
      at: occurredAt,
      sentence: describeEvent(event),
      by: 'by' in event ? actorView(event.by) : null,
      words: wordsId === null ? null : wordsFor(wordsId),
      told: told.get(seq) ?? null,
      gaps: 'gaps' in event ? event.gaps.map((gap) => gapView(gap, tree)) : null,
    };
  });
}

/** What kind of notice says what an event of the case told: gaps that are reported along with it are others. */
const kindOf = { rung_fired: 'escalation', dossier_handed_over: 'case' } as const;

async function toldBySeq(
  executor: Executor,
  tree: UnitTree,
  caseNo: CaseNo,
  ledger: readonly RecordedEvent[],
): Promise<Map<number, TimelineItem['told']>> {
  const notices = await listNoticesOfCase(executor, caseNo);
  const events = ledger.flatMap(({ seq, event }) => {
    if (!('told' in event)) return [];
    const of = notices.filter((notice) => notice.seq === seq && notice.kind === kindOf[event.type]);
    return [{ seq, told: event.told, notices: of }];
  });
  const deliveries = await listDeliveriesOfCase(executor, caseNo);
  const views = await toldViews(executor, tree, { events, deliveries });
  return new Map(events.map(({ seq }, index) => [seq, views[index] ?? null]));
}
