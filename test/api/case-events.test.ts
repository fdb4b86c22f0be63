import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database, Executor } from '../../db/database.ts';
import { numberCaseEvents } from '../../db/repositories/case-events.ts';
import { accountLocks, ledgerEvents } from '../../db/schema/index.ts';
import { sealRow } from '../../db/sealed-rows.ts';
import type { AccountLockId } from '../../domain/account-lock.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { createNoticeDatabase } from '../notices/notice-house.ts';
import { acceptingStation, addCase, homeStation } from '../notices/outbox.ts';
import { createDoor } from './door.ts';
import type { EventStream } from './event-stream.ts';
import { namesOf, readEventStream } from './event-stream.ts';

const { url, owner } = await createNoticeDatabase();
afterAll(() => owner.close());
// The route does not speak with Temporal.
const door = await createDoor(url, undefined as never);
afterAll(() => door.close());
const base = await door.app.listen({ host: '127.0.0.1', port: 0 });

const at = parseInstant('2026-11-25T10:00:00+08:00');

async function happen(executor: Executor, caseNo: CaseNo, seq: number): Promise<void> {
  await executor.insert(ledgerEvents).values({
    ...{ caseNo, seq, stepKey: `step/${seq}`, position: 0, occurredAt: at, hash: '' },
    event: { type: 'received', remark: '个人信息' } as never,
  });
}

interface Follower extends EventStream {
  readonly status: number;
  readonly retryAfter: string | null;
  leave(): void;
}

let followers = 0;

async function follow(
  unit: string,
  {
    query = '',
    headers = {},
    lifetimeS = 600,
    officerId = `follower-${(followers += 1)}`,
  }: {
    query?: string;
    headers?: Record<string, string>;
    lifetimeS?: number;
    officerId?: string;
  } = {},
): Promise<Follower> {
  const token = await door.issuer.sign({
    ...{ officerId, lifetimeS },
    roles: ['liaison_officer'],
    unitCode: parseUnitCode(unit),
  });
  const leaving = new AbortController();
  const response = await fetch(`${base}/v1/cases/events${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: leaving.signal,
  });
  onTestFinished(() => {
    leaving.abort();
  });
  const stream = readEventStream(response.ok ? response : new Response());
  if (response.ok)
    await waitFor(() => stream.lastId() !== undefined, { timeoutMs: 10_000, what: 'the stream' });
  return {
    ...stream,
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    leave: () => {
      leaving.abort();
    },
  };
}

const until = ({ told }: Follower, count: number) =>
  waitFor(() => told.length >= count, { timeoutMs: 10_000, what: `${count} events` });

/** A transaction that is left open until it is told to commit. */
async function openTransaction(database: Database, work: (executor: Executor) => Promise<void>) {
  const written = Promise.withResolvers<undefined>();
  const committing = Promise.withResolvers<undefined>();
  const done = database.transaction(async (transaction) => {
    await work(transaction);
    written.resolve(undefined);
    await committing.promise;
  });
  await written.promise;
  return async () => {
    committing.resolve(undefined);
    await done;
  };
}

describe('whoever follows cases', () => {
  it('is told of those of his unit and below, and nothing of anybody', async () => {
    const caseNo = await addCase(owner, at);
    const station = await follow(homeStation);
    const other = await follow('650102990000');
    await happen(owner, caseNo, 1);
    await until(station, 1);
    expect(station.told[0]?.data).toEqual({
      ...{ caseNo, seq: 1, type: 'received', status: 'verifying', occurredAt: at },
    });
    // A stranger's stream that looked through as much has told nothing.
    const again = await follow('650102990000', { query: '?after=0' });
    await waitFor(async () => (await follow('650102990000')).lastId() === station.told[0]?.id, {
      timeoutMs: 10_000,
      what: 'the order to be as far',
    });
    const comesBack = await follow(homeStation, { query: '?after=0' });
    await until(comesBack, 1);
    expect([again.told, other.told]).toEqual([[], []]);
  });

  it('misses nothing of transactions that commit in another order than they began', async () => {
    const [early, late] = [await addCase(owner, at), await addCase(owner, at)];
    const station = await follow(acceptingStation);
    const commitEarly = await openTransaction(owner, (executor) => happen(executor, early, 1));
    await happen(owner, late, 1);
    await until(station, 1);
    expect(namesOf(station)).toEqual([`${late}/1`]);
    const [{ id } = { id: '' }] = station.told;
    await commitEarly();
    await until(station, 2);
    const resumed = await follow(acceptingStation, { headers: { 'last-event-id': id } });
    await until(resumed, 1);
    expect(namesOf(station)).toEqual([`${late}/1`, `${early}/1`]);
    expect(resumed.told).toEqual(station.told.slice(1));
    expect(Number(station.told[1]?.id)).toBeGreaterThan(Number(id));
  });

  it('goes on where he left, with everything once and in order, however many write at once', async () => {
    const caseNos = await Promise.all(Array.from({ length: 8 }, () => addCase(owner, at)));
    const first = await follow(homeStation);
    const writing = Promise.all(
      caseNos.map(async (caseNo) => {
        for (let seq = 1; seq <= 20; seq += 1) await happen(owner, caseNo, seq);
      }),
    );
    await until(first, 1);
    first.leave();
    await first.ended.catch(() => undefined);
    await writing;
    const second = await follow(homeStation, { query: `?after=${first.told.at(-1)?.id ?? ''}` });
    await until(second, 160 - first.told.length);
    const names = [...namesOf(first), ...namesOf(second)];
    expect(new Set(names).size).toBe(160);
    expect(names).toHaveLength(160);
    for (const caseNo of caseNos) {
      const own = names.filter((name) => name.startsWith(caseNo));
      expect(own).toEqual(Array.from({ length: 20 }, (_, index) => `${caseNo}/${index + 1}`));
    }
  });

  it('has no more than four streams at once', async () => {
    const officerId = 'follower-of-many';
    const streams = await Promise.all([1, 2, 3, 4].map(() => follow(homeStation, { officerId })));
    const refused = await follow(homeStation, { officerId });
    expect([refused.status, refused.retryAfter]).toEqual([429, '5']);
    expect((await follow(homeStation)).status).toBe(200);
    streams[0]?.leave();
    await waitFor(async () => (await follow(homeStation, { officerId })).status === 200, {
      timeoutMs: 10_000,
      what: 'a stream to be free',
    });
  });

  it('has them apart from somebody of the same number in another unit', async () => {
    const officerId = '000123';
    for (const unit of [homeStation, acceptingStation]) {
      const statuses = await Promise.all(
        [1, 2, 3, 4, 5].map(async () => (await follow(unit, { officerId })).status),
      );
      expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
    }
  });

  it('is told nothing more once he is locked out, and his stream ends', async () => {
    const caseNo = await addCase(owner, at);
    const locked = await follow(homeStation, { officerId: 'locked' });
    const other = await follow(homeStation);
    await happen(owner, caseNo, 1);
    await until(locked, 1);
    await owner.insert(accountLocks).values(
      sealRow(owner, accountLocks, {
        ...{ id: randomUUID() as AccountLockId, subject: 'locked', unitCode: parseUnitCode('520000000000') },
        ...{ lockedBy: 'test', lockedAt: at, reason: '离岗' },
      }),
    );
    await happen(owner, caseNo, 2);
    await locked.ended;
    await until(other, 2);
    expect(namesOf(locked)).toEqual([`${caseNo}/1`]);
  });

  it('takes a number that another process gave since this one looked', async () => {
    const caseNo = await addCase(owner, at);
    await follow(homeStation);
    await happen(owner, caseNo, 1);
    // What another process would have told its reader at this moment.
    const headers = { 'last-event-id': String(await numberCaseEvents(owner)) };
    expect((await follow(homeStation, { headers })).status).toBe(200);
  });

  it('names a place that there is', async () => {
    expect((await follow(homeStation, { query: '?after=999999999' })).status).toBe(422);
    expect((await follow(homeStation, { query: '?after=x' })).status).toBe(422);
  });

  it('is told until his token ends', async () => {
    await (
      await follow(homeStation, { lifetimeS: 2 })
    ).ended;
  });

  it('does not keep the API from stopping', async () => {
    const { ended } = await follow(homeStation);
    await door.app.close();
    await ended;
  });
});
