import type { Client } from '@temporalio/client';
import type { Database, Executor } from '../../db/database.ts';
import type { BatchItem } from '../../db/repositories/batch-items.ts';
import {
  countItems,
  endItem,
  listWaitingItems,
  markUnderWay,
  settleItems,
  stopItems,
} from '../../db/repositories/batch-items.ts';
import type { Batch } from '../../db/repositories/batches.ts';
import { beginTurn, endBatch, findBatch } from '../../db/repositories/batches.ts';
import { addRemedy } from '../../db/repositories/remedy-applications.ts';
import type { EndedItemStanding } from '../../domain/operations/batch.ts';
import { paceOf, stillStandings } from '../../domain/operations/batch.ts';
import type { ReplayFinding } from '../../domain/operations/replay.ts';
import { addMs, epochMsOf } from '../../domain/time/instant.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';
import { beginRemedy } from './begin.ts';
import type { Replayer } from './replays.ts';

// How often those are looked after that were given a remedy, when none waits any more.
const settlingPauseMs = 2_000;
// And while others wait for their turn.
const settlingBetweenMs = 10_000;

export interface BatchDeps {
  readonly database: Database;
  readonly client: Client;
  readonly replay: Replayer;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes a batch through its cases, as fast as it was asked to. */
export function createBatchActivities({ database, client, replay, clock, log }: BatchDeps) {
  const take = withClassifiedFailures(log, async (id: string): Promise<number | null> => {
    const batch = await findBatch(database, id);
    if (batch === undefined) throw new Error('a batch is begun after it was stored');
    if (stillStandings.some((still) => still === batch.standing)) return null;
    await settleItems(database, id);
    const { atOnce, pauseMs } = paceOf(batch.action.kind, batch.ratePerMinute);
    const now = clock.now();
    const next = addMs(now, pauseMs);
    const taken = await database.transaction((executor) => takeItems(executor, batch, { now, next, atOnce }));
    await (batch.action.kind === 'replay' ? replayItems(batch, taken) : startRemedies(taken));
    return pauseBeforeNext(id);
  });

  async function takeItems(
    executor: Executor,
    batch: Batch,
    { atOnce, ...turn }: Parameters<typeof beginTurn>[2] & { readonly atOnce: number },
  ): Promise<BatchItem[]> {
    if (!(await beginTurn(executor, batch.id, turn))) return [];
    const items = await listWaitingItems(executor, batch.id, atOnce);
    if (batch.action.kind === 'replay') return items;
    for (const { id, caseNo, choice } of items) {
      if (choice === null) throw new Error('an item of a remedy has its choice');
      const { reason, requestedBy, requestedUnit, decidedBy, decidedAt } = batch;
      await addRemedy(executor, {
        ...{ id, caseNo, choice, reason, standing: 'requested', requestedBy, requestedUnit },
        ...{ requestedAt: turn.now, decidedBy, decidedAt },
      });
    }
    await markUnderWay(
      executor,
      items.map(({ id }) => id),
    );
    return items;
  }

  /** One that is not begun here, as Temporal is away or the worker dies, the detector begins. */
  async function startRemedies(items: readonly BatchItem[]): Promise<void> {
    for (const { id } of items) {
      await beginRemedy(client, id);
    }
  }

  async function replayItems({ action }: Batch, items: readonly BatchItem[]): Promise<void> {
    if (action.kind !== 'replay' || items.length === 0) return;
    const idOf = new Map(items.flatMap(({ caseNo, id }) => (caseNo === null ? [] : [[caseNo, id] as const])));
    await replay(action.bundle, [...idOf.keys()], async (caseNo, finding) => {
      await endItem(database, idOf.get(caseNo) ?? '', { ...toldOf(finding), at: clock.now() });
    });
  }

  async function pauseBeforeNext(id: string): Promise<number | null> {
    const batch = await findBatch(database, id);
    if (batch?.standing === 'stopping') await stopItems(database, id, clock.now());
    const left = (await countItems(database, [id])).map(({ standing }) => standing);
    if (left.includes('waiting')) {
      const now = clock.now();
      const untilNextMs = Math.max(0, epochMsOf(batch?.nextTurnAt ?? now) - epochMsOf(now));
      return left.includes('under_way') ? Math.min(untilNextMs, settlingBetweenMs) : untilNextMs;
    }
    if (left.includes('under_way')) return settlingPauseMs;
    await endBatch(database, id, clock.now());
    log.info({ batchId: id }, 'batch ended');
    return null;
  }

  return {
    /**
     * Does as many as may be done at once, where it is time for them, and looks what has come of others; answers how long
     * one waits before the next turn, in milliseconds, or null when it is over.
     */
    takeBatchTurn: take,
  };
}

interface Told {
  readonly standing: EndedItemStanding;
  readonly finding: string;
  readonly divergence: Extract<ReplayFinding, { kind: 'diverged' }>['divergence'] | null;
  readonly build: string | null;
}

function toldOf(finding: ReplayFinding): Told {
  const nothing = { divergence: null, build: null };
  switch (finding.kind) {
    case 'followed':
      return {
        ...nothing,
        standing: 'followed',
        finding: `${finding.events} 个事件全部一致。`,
        build: finding.build,
      };
    case 'diverged': {
      const { divergence, build } = finding;
      const place = divergence.eventId === null ? '' : `第 ${divergence.eventId} 号事件`;
      const told = `${place}历史中是 ${divergence.expected ?? '（未知）'}，该版本却是 ${divergence.actual ?? '（未知）'}。`;
      return { standing: 'diverged', finding: told, divergence, build };
    }
    case 'no_history':
      return { ...nothing, standing: 'not_replayed', finding: 'Temporal 中没有该案件的执行历史。' };
    case 'bundle_unusable':
      return { ...nothing, standing: 'not_replayed', finding: '没有该名称的工作流代码包，或无法载入。' };
  }
}
