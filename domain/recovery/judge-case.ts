import type { RecordedEvent } from '../case/event.ts';
import { compareLedgers } from './compare-ledgers.ts';

/** A run of a case's workflow as Temporal has it. */
export interface RememberedRun {
  readonly state: 'running' | 'terminated' | 'ended';
  readonly events: readonly RecordedEvent[];
  readonly followed: 'to_its_end' | 'not';
}

/** What is not as it should be with a case, and whether a command or people mend it. */
export type Finding =
  | { readonly kind: 'workflow_behind'; readonly entries: number }
  | { readonly kind: 'no_workflow' }
  | { readonly kind: 'ledger_behind'; readonly lost: readonly RecordedEvent[] }
  | { readonly kind: 'application_lost'; readonly entries: number }
  | { readonly kind: 'diverged'; readonly seq: number }
  | { readonly kind: 'history_unreadable' };

export type FindingKind = Finding['kind'];

export const findingTitles = {
  workflow_behind: '工作流落后于办理记录',
  no_workflow: '在办件没有工作流',
  ledger_behind: '办理记录有缺失，可由Temporal补回',
  application_lost: '申请材料已失，须联系申请人重新提交',
  diverged: '办理记录与Temporal所记不一致，须人工核对',
  history_unreadable: '当前版本无法读出其Temporal历史，须人工核对',
} as const satisfies Record<FindingKind, string>;

/** What only people can mend: the command names it and leaves it as it is. */
export const forPeople: readonly FindingKind[] = ['application_lost', 'diverged', 'history_unreadable'];

interface JudgedCase {
  /** Undefined where Postgres does not know the application. */
  readonly stored:
    | { readonly status: 'not_begun' | 'open' | 'closed'; readonly ledger: readonly RecordedEvent[] }
    | undefined;
  readonly runs: readonly RememberedRun[];
}

/** How a case in Postgres and its runs in Temporal stand to each other; undefined when they agree. */
export function judgeCase({ stored, runs }: JudgedCase): Finding | undefined {
  const running = runs.find(({ state }) => state === 'running');
  // Whatever is left of it in Postgres, the most that any run knew is what there was.
  const longest = runs.toSorted((one, other) => other.events.length - one.events.length)[0]?.events ?? [];
  if (stored === undefined) {
    // Terminated by whoever has seen to it.
    const isSettled = runs.every(({ state }) => state === 'terminated');
    return isSettled ? undefined : { kind: 'application_lost', entries: longest.length };
  }
  for (const { events } of runs) {
    const comparison = compareLedgers(stored.ledger, events);
    if (comparison.kind === 'diverged') return comparison;
  }
  const comparison = compareLedgers(stored.ledger, longest);
  if (comparison.kind === 'ledger_behind') return comparison;
  if (runs.some(({ followed }) => followed === 'not')) return { kind: 'history_unreadable' };
  if (running === undefined) return stored.status === 'open' ? { kind: 'no_workflow' } : undefined;
  const behind = compareLedgers(stored.ledger, running.events);
  return behind.kind === 'workflow_behind' ? behind : undefined;
}
