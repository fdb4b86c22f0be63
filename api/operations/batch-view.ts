import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../../db/database.ts';
import type { BatchItem } from '../../db/repositories/batch-items.ts';
import { countItems } from '../../db/repositories/batch-items.ts';
import type { Batch } from '../../db/repositories/batches.ts';
import { findBatch } from '../../db/repositories/batches.ts';
import type { BatchAction, ItemStanding } from '../../domain/operations/batch.ts';
import {
  batchApproval,
  batchStandings,
  durationMs,
  itemStandingNames,
  itemStandings,
} from '../../domain/operations/batch.ts';
import { remedies } from '../../domain/operations/remedy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { csvLinesOf, csvOf } from '../../platform/csv.ts';
import { Problem } from '../problems.ts';
import type { BatchItemSchema, BatchSchema } from '../schemas/batch.ts';
import { isUuid } from '../uuid.ts';

type BatchView = Static<typeof BatchSchema>;

function titleOf(action: BatchAction): string {
  return action.kind === 'replay' ? '试重放' : remedies[action.choice.remedy].title;
}

/** Batches with how far each has come, as far as the caller sees its cases. */
export async function viewBatches(
  executor: Executor,
  batches: readonly Batch[],
  now: Instant,
): Promise<BatchView[]> {
  const counts = await countItems(
    executor,
    batches.map(({ id }) => id),
  );
  return batches.map((batch) => {
    const ofBatch = counts.filter(({ batchId }) => batchId === batch.id);
    return viewOf(batch, new Map(ofBatch.map(({ standing, count }) => [standing, count])), now);
  });
}

function viewOf(batch: Batch, counts: ReadonlyMap<ItemStanding, number>, now: Instant): BatchView {
  const { nextTurnAt, action, filter, ...told } = batch;
  const waiting = counts.get('waiting') ?? 0;
  const next = nextTurnAt === null || nextTurnAt < now ? now : nextTurnAt;
  return {
    ...told,
    ...{ action: { ...action }, filter: { ...filter } },
    title: titleOf(action),
    approval: batchApproval(action),
    standingTitle: batchStandings[batch.standing],
    total: [...counts.values()].reduce((sum, each) => sum + each, 0),
    waiting,
    underWay: counts.get('under_way') ?? 0,
    results: itemStandingNames
      .filter((standing) => standing !== 'waiting' && standing !== 'under_way')
      .flatMap((standing) => {
        const count = counts.get(standing);
        return count === undefined ? [] : [{ standing, title: itemStandings[standing], count }];
      }),
    lastTakenAbout:
      waiting > 0 && (batch.standing === 'requested' || batch.standing === 'running')
        ? addMs(next, durationMs(action.kind, batch.ratePerMinute, waiting))
        : null,
  };
}

/** @throws {Problem} 404 for one that is not there, or of a unit that is not the caller’s nor below it. */
export async function getBatch(executor: Executor, id: string): Promise<Batch> {
  const batch = isUuid(id) ? await findBatch(executor, id) : undefined;
  if (batch === undefined) throw new Problem('not_found');
  return batch;
}

/** @throws {Problem} as {@link getBatch} */
export async function viewBatch(executor: Executor, id: string, now: Instant): Promise<BatchView> {
  const [view] = await viewBatches(executor, [await getBatch(executor, id)], now);
  if (view === undefined) throw new Problem('not_found');
  return view;
}

/** An item, with the remedy that it was given: they have one id. */
export function itemView({ id, batchId: _batch, ...item }: BatchItem): Static<typeof BatchItemSchema> {
  const isGiven = item.choice !== null && item.standing !== 'waiting' && item.standing !== 'stopped';
  return {
    ...item,
    choice: item.choice && { ...item.choice },
    remedyId: isGiven ? id : null,
    standingTitle: itemStandings[item.standing],
  };
}

const columns = {
  序号: ({ position }) => String(position),
  申请件: ({ caseNo }) => caseNo ?? '',
  结果: ({ standing }) => itemStandings[standing],
  所见: ({ finding }) => finding ?? '',
  事件: ({ divergence }) => String(divergence?.eventId ?? ''),
  历史: ({ divergence }) => divergence?.expected ?? '',
  代码: ({ divergence }) => divergence?.actual ?? '',
  说明: ({ divergence }) => divergence?.message ?? '',
  版本: ({ build }) => build ?? '',
  处置: (item) => itemView(item).remedyId ?? '',
  时间: ({ endedAt }) => endedAt ?? '',
} as const satisfies Record<string, (item: BatchItem) => string>;

/** The report of a batch as a CSV file, read page by page while it is sent. */
export async function* itemsTable(
  readPage: (after: number | undefined) => Promise<readonly BatchItem[]>,
): AsyncGenerator<string> {
  yield csvOf([Object.keys(columns)]);
  let page = await readPage(undefined);
  while (page.length > 0) {
    yield csvLinesOf(page.map((item) => Object.values(columns).map((cellOf) => cellOf(item))));
    page = await readPage(page.at(-1)?.position);
  }
}
