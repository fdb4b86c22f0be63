import type { RecordedEvent } from '../case/event.ts';
import type { CaseState } from '../case/state.ts';
import { epochMsOf } from '../time/instant.ts';
import type { RungId } from './rung.ts';

/** The rungs that some events of a case fired, each with how long after its instant. */
export function firedRungs(
  events: readonly RecordedEvent[],
  { clocks }: Pick<CaseState, 'clocks'>,
): { rung: RungId; lateMs: number }[] {
  return events.flatMap(({ event, occurredAt }) => {
    if (event.type !== 'rung_fired') return [];
    const scheduled = clocks[event.clockKey]?.ladder.find(({ rung }) => rung === event.rung);
    if (scheduled === undefined) return [];
    return [{ rung: event.rung, lateMs: epochMsOf(occurredAt) - epochMsOf(scheduled.at) }];
  });
}
