import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import { readWords } from '../db/repositories/act-records.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import { listEvents } from '../db/repositories/ledger.ts';
import type { ActContent } from '../domain/case/act-content.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import { describeEvent, wordsIdOf } from '../domain/case/timeline.ts';
import { handlesCase } from './access.ts';
import type { Caller } from './authentication.ts';
import { actorView } from './schemas/actor.ts';
import type { TimelineSchema } from './schemas/case-history.ts';

type TimelineItem = Static<typeof TimelineSchema>['items'][number];

/** What happened to a case; what was written with it is for whoever handles the case at one of its stations [§8]. */
export async function timelineView(
  executor: Executor,
  reader: Caller,
  row: CaseRow,
): Promise<TimelineItem[]> {
  const { caseNo } = row;
  const events = await listEvents(executor, caseNo);
  const words: ReadonlyMap<CommandId, ActContent> = handlesCase(reader, row)
    ? await readWords(executor, caseNo)
    : new Map();
  return events.map((recorded) => {
    const { seq, occurredAt, event } = recorded;
    const wordsId = wordsIdOf(recorded, events);
    return {
      seq,
      type: event.type,
      at: occurredAt,
      sentence: describeEvent(event),
      by: 'by' in event ? actorView(event.by) : null,
      words: wordsId === null ? null : (words.get(wordsId) ?? null),
    };
  });
}
