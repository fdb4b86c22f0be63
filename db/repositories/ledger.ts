import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { RecordedEvent } from '../../domain/case/event.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Executor } from '../database.ts';
import { ledgerEvents } from '../schema/index.ts';

/** The ledger of a case after `afterSeq`, oldest first. */
export async function listEvents(executor: Executor, caseNo: CaseNo, afterSeq = 0): Promise<RecordedEvent[]> {
  return executor
    .select({
      seq: ledgerEvents.seq,
      stepKey: ledgerEvents.stepKey,
      occurredAt: ledgerEvents.occurredAt,
      event: ledgerEvents.event,
    })
    .from(ledgerEvents)
    .where(and(eq(ledgerEvents.caseNo, caseNo), gt(ledgerEvents.seq, afterSeq)))
    .orderBy(asc(ledgerEvents.seq));
}

/** Position and hash of the newest entry, or undefined for a case without one. */
export async function findHead(
  executor: Executor,
  caseNo: CaseNo,
): Promise<{ seq: number; hash: string } | undefined> {
  const [head] = await executor
    .select({ seq: ledgerEvents.seq, hash: ledgerEvents.hash })
    .from(ledgerEvents)
    .where(eq(ledgerEvents.caseNo, caseNo))
    .orderBy(desc(ledgerEvents.seq))
    .limit(1);
  return head;
}

/** Appends entries behind `previousHash`, chaining each to the one before. */
export async function appendEvents(
  executor: Executor,
  caseNo: CaseNo,
  previousHash: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  let hash = previousHash;
  const rows = events.map((recorded, position) => {
    hash = chainHash(hash, caseNo, recorded);
    return { caseNo, position, hash, ...recorded };
  });
  await executor.insert(ledgerEvents).values(rows);
}

/** The hash before the first entry. */
export const genesisHash = '';

/** Links an entry to its predecessor; whoever verifies the chain computes it again. */
export function chainHash(previousHash: string, caseNo: CaseNo, recorded: RecordedEvent): string {
  const { seq, stepKey, occurredAt, event } = recorded;
  return createHash('sha256')
    .update(canonicalJson([previousHash, caseNo, seq, stepKey, occurredAt, event]))
    .digest('hex');
}

/** JSON with sorted keys: `jsonb` does not keep their order, so no hash may depend on it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
