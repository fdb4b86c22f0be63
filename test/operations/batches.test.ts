import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { effectFailure } from '../../activities/failures.ts';
import { addItems } from '../../db/repositories/batch-items.ts';
import { addBatch, beginTurn, findBatch } from '../../db/repositories/batches.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { taskQueues } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { openBatchDesk } from './batch-desk.ts';
import { openOperationsHouse } from './operations-house.ts';

vi.setConfig({ testTimeout: 180_000 });
/** For how many more certificates there is a font. */
let printable = 0;
const { cases, documents, notices, operations } = taskQueues;
const { house, door, url, temporal, look } = await openOperationsHouse({
  queues: [cases, documents, notices],
  renderer: {
    render: () => {
      if (printable === 0) return Promise.reject(effectFailure('unprintable_text', '无法打印字符 U+323B0。'));
      printable -= 1;
      return Promise.resolve(new TextEncoder().encode('%PDF-'));
    },
  },
});
const desk = openBatchDesk(door);
const openOperations = () => openHouse(url, { temporal, clock: systemClock, queues: [operations] });
let worker: House = await openOperations();
afterAll(() => worker.close());

const someCases = (n: number) => Promise.all(Array.from({ length: n }, () => CaseDriver.accept(house)));
const numbersOf = (drivers: readonly CaseDriver[]) => drivers.map(({ caseNo }) => caseNo).sort();
const reproject = { kind: 'remedy', choice: { remedy: 'reproject' } };
const reset = { kind: 'remedy', choice: { remedy: 'reset', to: 'first_task' } };

describe('certificates that could not be printed', () => {
  it('are tried again in bulk; each has its own result, and moved is said of those that were issued', async () => {
    const drivers = await someCases(3);
    for (const driver of drivers) {
      await driver.toAnswered();
      await driver.request('issue');
      await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
    }
    const others = await someCases(1);
    await look();
    const asked = {
      action: { kind: 'remedy', choice: { remedy: 'retry_effect' } },
      filter: { incidentClass: ['effect_retrying'], reason: 'unprintable_text' },
    };
    const choice = { remedy: 'retry_effect', effectKey: 'issue_certificate/1' };
    expect((await desk.preview(asked)).json()).toEqual({
      ...{ count: 3, approval: 'none' },
      items: numbersOf(drivers).map((caseNo) => ({ caseNo, choice })),
    });
    printable = 2;

    const { id } = await desk.request(asked);
    const ended = await desk.untilEnded(id);
    expect(ended).toMatchObject({ standing: 'finished', total: 3, waiting: 0, underWay: 0 });
    expect(ended.results).toMatchObject([
      { standing: 'moved', count: 2 },
      { standing: 'not_moved', count: 1 },
    ]);
    const items = await desk.items(id);
    const statusOf = new Map(
      await Promise.all(
        drivers.map(async (driver) => [driver.caseNo, (await driver.state()).status] as const),
      ),
    );
    expect(new Set(statusOf.values())).toEqual(new Set(['issued', 'answered']));
    for (const { caseNo, standing } of items)
      expect(statusOf.get(caseNo as CaseNo)).toBe(standing === 'moved' ? 'issued' : 'answered');
    const inVain = items.find(({ standing }) => standing === 'not_moved');
    expect(inVain?.finding).toContain('U+323B0');
    // Each is a remedy of the case like one that was asked for alone; nothing was done to others.
    const kept = await door.call('administrator', 'GET', `/v1/operations/remedies/${inVain?.remedyId ?? ''}`);
    expect(kept.json()).toMatchObject({ standing: 'not_moved', choice, requestedBy: 'officer-9' });
    const ofOther = `/v1/operations/remedies?caseNo=${others[0]?.caseNo ?? ''}`;
    expect((await door.call('administrator', 'GET', ofOther)).json()).toMatchObject({ items: [] });
  });
});

describe('a batch', () => {
  it('that is stopped leaves the rest undone, and does not take the next before its time', async () => {
    const drivers = await someCases(3);
    const filter = { caseNos: numbersOf(drivers) };
    const { id, lastTakenAbout } = await desk.request({ action: reproject, filter, ratePerMinute: 1 });
    expect(lastTakenAbout).not.toBeNull();
    const settled = await desk.until(id, 'the first', ({ waiting }) => waiting === 2);
    expect(settled.standing).toBe('running');
    const { nextTurnAt } = (await findBatch(house.owner, id)) ?? {};
    if (!nextTurnAt) throw new Error('a turn was taken');
    const turnAt = (now: typeof nextTurnAt) => beginTurn(house.owner, id, { now, next: nextTurnAt });
    expect(await turnAt(addMs(nextTurnAt, -1))).toBe(false);
    expect(await turnAt(nextTurnAt)).toBe(true);

    expect((await desk.stop(id)).statusCode).toBe(202);
    expect((await desk.read(id)).waiting).toBe(0);
    const items = await desk.items(id);
    expect(items.slice(1).map(({ standing, remedyId }) => [standing, remedyId])).toEqual([
      ['stopped', null],
      ['stopped', null],
    ]);
    expect((await desk.stop(id)).json()).toMatchObject({ code: 'batch_not_running' });
  });

  it('of what needs a second person waits for one who stands no lower', async () => {
    const drivers = await someCases(2);
    const asked = { action: reset, filter: { caseNos: numbersOf(drivers) } };
    const { id, standing } = await desk.request(asked, 'countyAdministrator');
    expect(standing).toBe('awaiting_approval');
    expect((await desk.decide(id, 'countyAdministrator', 'agreed')).json()).toMatchObject({
      code: 'second_administrator_needed',
    });
    expect((await desk.decide(id, 'furtherAdministrator', 'agreed')).json()).toMatchObject({
      code: 'not_found',
    });
    expect(await desk.read(id)).toMatchObject({ standing: 'awaiting_approval', waiting: 2 });
    expect((await desk.decide(id, 'administrator', 'agreed')).statusCode).toBe(202);
    const ended = await desk.untilEnded(id);
    expect(ended).toMatchObject({ standing: 'finished', decidedBy: 'officer-9' });
    expect(ended.results).toMatchObject([{ standing: 'moved', count: 2 }]);
    expect((await desk.decide(id, 'administrator', 'declined')).json()).toMatchObject({
      code: 'remedy_already_decided',
    });
  });

  it('that the second person declines does nothing', async () => {
    const drivers = await someCases(1);
    const asked = { action: reset, filter: { caseNos: numbersOf(drivers) } };
    const { id } = await desk.request(asked, 'countyAdministrator');
    await desk.decide(id, 'administrator', 'declined');
    expect(await desk.read(id)).toMatchObject({ standing: 'declined', results: [{ standing: 'stopped' }] });
    expect(await drivers[0]?.handle.describe()).toMatchObject({ status: { name: 'RUNNING' } });
  });

  it('is of the unit’s own cases, and seen by those above it alone', async () => {
    const drivers = await someCases(1);
    const asked = { action: reproject, filter: { caseNos: numbersOf(drivers) } };
    expect((await desk.preview(asked, 'furtherAdministrator')).json()).toMatchObject({ count: 0 });
    expect((await desk.ask(asked, 'furtherAdministrator')).json()).toMatchObject({
      code: 'batch_meets_nothing',
    });
    const everything = { action: reproject, filter: {} };
    expect((await desk.ask(everything)).json()).toMatchObject({ code: 'batch_filter_needed' });
    const { id } = await desk.request(asked);
    const fromBelow = await door.call('countyAdministrator', 'GET', `/v1/operations/batches/${id}`);
    expect(fromBelow.json()).toMatchObject({ code: 'not_found' });
    expect(await desk.untilEnded(id)).toMatchObject({ results: [{ standing: 'moved', count: 1 }] });
  });

  it('goes on when the worker that carried it is gone; each is done once', async () => {
    const drivers = await someCases(4);
    const filter = { caseNos: numbersOf(drivers) };
    const { id } = await desk.request({ action: reproject, filter, ratePerMinute: 60 });
    await desk.until(id, 'the first', ({ waiting }) => waiting < 4);
    await worker.close();
    worker = await openOperations();
    expect(await desk.untilEnded(id)).toMatchObject({ results: [{ standing: 'moved', count: 4 }] });
    const remedies = await Promise.all(
      drivers.map(async ({ caseNo }) => {
        const list = await door.call('administrator', 'GET', `/v1/operations/remedies?caseNo=${caseNo}`);
        return list.json<{ items: unknown[] }>().items.length;
      }),
    );
    expect(remedies).toEqual([1, 1, 1, 1]);
  });

  it('that was stored and not begun is begun by the detector', async () => {
    const [driver] = await someCases(1);
    const id = randomUUID();
    await addBatch(house.owner, {
      ...{ id, action: { kind: 'replay', bundle: null }, filter: {}, reason: '测试', ratePerMinute: 60 },
      ...{ standing: 'requested', requestedBy: 'officer-9', requestedUnit: parseUnitCode('440000000000') },
      requestedAt: addMs(systemClock.now(), -60_000),
    });
    await addItems(house.owner, id, [{ caseNo: driver?.caseNo ?? null, choice: null }]);
    await look();
    expect(await desk.untilEnded(id)).toMatchObject({ results: [{ standing: 'followed', count: 1 }] });
  });
});
