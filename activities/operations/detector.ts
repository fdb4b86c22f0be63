import type { Client } from '@temporalio/client';
import type { Database } from '../../db/database.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { IncidentSubject, Look } from '../../domain/operations/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { caseWorkflowId, findCaseNo } from '../../workflows/contract.ts';

/** What a detector looks at, and when. */
export interface Watch {
  readonly database: Database;
  readonly client: Client;
  readonly now: Instant;
  /** Counts up by one from look to look: whoever can only look at some of many takes the next ones. */
  readonly turn: number;
}

/** Looks for one kind of thing that does not move. */
export type Detector = (watch: Watch) => Promise<Look>;

/** Some of many, the next ones at each turn; all of them in as many turns as it takes. */
export function takeTurn<Item>(items: readonly Item[], turn: number, atOnce: number): readonly Item[] {
  if (items.length <= atOnce) return items;
  const first = (turn * atOnce) % items.length;
  return [...items, ...items].slice(first, first + atOnce);
}

/** The first of what comes page by page. */
export async function firstOf<Item>(items: AsyncIterable<Item>, most: number): Promise<Item[]> {
  const first: Item[] = [];
  for await (const item of items) {
    first.push(item);
    if (first.length === most) break;
  }
  return first;
}

/** An accepted case, or one of the things of it. */
export function aboutCase(caseNo: CaseNo, part: string | null = null): IncidentSubject {
  return { kind: 'workflow', workflowId: caseWorkflowId(caseNo), caseNo, part };
}

export function aboutWorkflow(workflowId: string, part: string | null = null): IncidentSubject {
  return { kind: 'workflow', workflowId, caseNo: findCaseNo(workflowId) ?? null, part };
}
