import type { RecordedEvent } from '../case/event.ts';

/** How a ledger in Postgres and what a workflow remembers of it stand to each other. */
export type Comparison =
  | { readonly kind: 'same' }
  /** The workflow was restored to an earlier instant, and knows so many entries less. */
  | { readonly kind: 'workflow_behind'; readonly entries: number }
  /** Postgres was restored to an earlier instant: the entries that it has lost. */
  | { readonly kind: 'ledger_behind'; readonly lost: readonly RecordedEvent[] }
  /** From this entry on they tell two different courses. */
  | { readonly kind: 'diverged'; readonly seq: number };

/** Compares a ledger with what a workflow remembers, both from the first entry on and without a gap. */
export function compareLedgers(
  ledger: readonly RecordedEvent[],
  remembered: readonly RecordedEvent[],
): Comparison {
  const common = Math.min(ledger.length, remembered.length);
  for (let index = 0; index < common; index += 1) {
    if (!isSameEntry(ledger[index], remembered[index])) return { kind: 'diverged', seq: index + 1 };
  }
  if (remembered.length > common) return { kind: 'ledger_behind', lost: remembered.slice(common) };
  if (ledger.length > common) return { kind: 'workflow_behind', entries: ledger.length - common };
  return { kind: 'same' };
}

/** A step is one command, and two decisions of one command differ in when they were made. */
function isSameEntry(one: RecordedEvent | undefined, other: RecordedEvent | undefined): boolean {
  return (
    one?.seq === other?.seq &&
    one?.stepKey === other?.stepKey &&
    one?.occurredAt === other?.occurredAt &&
    one?.event.type === other?.event.type
  );
}

/** The entries step by step, as they were written: a step is one transaction. */
export function stepsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  return [...Map.groupBy(events, ({ stepKey }) => stepKey).values()];
}
