import type { FastifyError } from 'fastify';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Advice } from '../../domain/eligibility/finding.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { isOutage, traceOf } from '../../platform/error-trace.ts';
import type { NoteFinding } from '../audit/findings.ts';
import type { Caller } from '../authentication.ts';
import type { Delivery } from '../case-commands.ts';
import type { ApiDeps } from '../deps.ts';
import { problemOf } from '../error-handler.ts';
import type { Claim } from '../idempotency.ts';
import { claimKeyed, keepDone } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import { bestEffortApplication } from './best-effort.ts';
import type { BulkItem } from './bulk-items.ts';
import { applicationFaultsOf, keyOf, problemInItem } from './bulk-items.ts';
import { draftIdOf } from './drafts.ts';
import { startCase } from './start-case.ts';
import type { StoredApplication } from './submit.ts';
import { storeApplication } from './submit.ts';

/** With what one application of many may be refused. */
export const itemProblems = [
  'validation_failed',
  'application_not_eligible',
  'idempotency_key_reused',
  'too_many_requests',
  'internal_error',
  'service_unavailable',
  'item_not_tried',
] as const satisfies readonly ErrorCode[];

export type ItemOutcome =
  | {
      readonly kind: 'accepted';
      readonly caseNo: CaseNo;
      readonly delivery: Delivery;
      readonly replayed: boolean;
      readonly advice: readonly Advice[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface Bulk {
  readonly caller: Caller;
  readonly items: readonly BulkItem[];
  /** For what of the judging stands in the audit, whatever is answered. */
  readonly note: NoteFinding;
  /** Counts an item for the limit of its sender. @throws {Problem} 429 */
  readonly count: (item: BulkItem) => Promise<void>;
}

/**
 * Accepts applications, each by itself as if it had come alone under its key. They are stored one after the other: of two
 * for one person the earlier comes first, and nobody else waits long for a connection. Their cases start meanwhile, all at
 * once, so that a hundred wait for a missing worker no longer than one. Where Postgres is away the rest is not tried.
 */
export async function submitInBulk(
  deps: ApiDeps,
  { caller, items, note, count }: Bulk,
): Promise<ItemOutcome[]> {
  const begun: Promise<ItemOutcome>[] = [];
  let met: 'nothing' | 'outage' = 'nothing';
  for (const item of items) {
    try {
      if (met === 'outage') throw new Problem('item_not_tried');
      await count(item);
      begun.push(begin(deps, await storeItem(deps, { caller, note }, item)));
    } catch (error) {
      if (isOutage(error)) met = 'outage';
      begun.push(Promise.resolve(refused(deps, error)));
    }
  }
  return Promise.all(begun);
}

interface StoredItem {
  readonly claim: Claim;
  /** Undefined for a repeat of what was answered before. */
  readonly stored: StoredApplication | undefined;
}

/** @throws {Problem} 422 */
async function storeItem(
  deps: ApiDeps,
  { caller, note }: Pick<Bulk, 'caller' | 'note'>,
  item: BulkItem,
): Promise<StoredItem> {
  const key = keyOf(item);
  const { application } = item;
  // Under its key it is the same request as alone: whoever sends it again may do so either way.
  const claim = await claimKeyed(deps, caller, key, ['POST', '/v1/cases', [application, []]]);
  if (claim.answeredStatus !== undefined && claim.caseNo !== undefined) return { claim, stored: undefined };
  const stored = storeApplication(deps, {
    ...{ caller, claim, note, papers: [] },
    application: bestEffortApplication(application),
    formFaults: applicationFaultsOf(item),
    draftId: draftIdOf(application),
  });
  return {
    claim,
    stored: await stored.catch((error: unknown) => {
      throw error instanceof Problem ? problemInItem(error, item) : error;
    }),
  };
}

async function begin(deps: ApiDeps, { claim, stored }: StoredItem): Promise<ItemOutcome> {
  const replayed = claim.caseNo !== undefined;
  if (stored === undefined) {
    if (claim.caseNo === undefined) throw new Error('what was answered has its number');
    return { kind: 'accepted', caseNo: claim.caseNo, delivery: 'done', replayed, advice: [] };
  }
  const { caseNo, acceptance, advice } = stored;
  try {
    const delivery = await startCase(deps, caseNo, acceptance);
    if (delivery === 'done') await keepDone(deps, claim, 201);
    return { kind: 'accepted', caseNo, delivery, replayed, advice };
  } catch (error) {
    return refused(deps, error);
  }
}

function refused({ log }: ApiDeps, error: unknown): ItemOutcome {
  const problem = problemOf(error as FastifyError);
  if (problem.status >= 500 && !(error instanceof Problem)) log.error(traceOf(error), 'item failed');
  return { kind: 'refused', problem };
}
