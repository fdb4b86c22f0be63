import type { CommandId } from '../case/command-id.ts';
import type { CaseEventType, RecordedEvent } from '../case/event.ts';
import { wordsIdOf } from '../case/timeline.ts';

/** Acts that leave an entry and no words; those of an acceptance are the application. */
const wordless: readonly CaseEventType[] = ['case_accepted', 'filing_requested', 'filing_acknowledged'];

/**
 * Under which command an entry's words stand in Postgres, beside the ledger; null where nobody said anything. Its workflow
 * never knew them: where they are lost, only whoever said them can say them again.
 */
export function commandOfWords(entry: RecordedEvent, events: readonly RecordedEvent[]): CommandId | null {
  const command = wordless.includes(entry.event.type) ? null : wordsIdOf(entry, events);
  // What follows by itself, from an effect or an instant of the agenda, is a step with a path.
  return command?.includes('/') === true ? null : command;
}
