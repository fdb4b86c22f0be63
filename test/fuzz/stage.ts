import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import type { Database } from '../../db/database.ts';
import { publicAttempts } from '../../db/schema/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { consistent, playPeople } from '../api/people.ts';
import type { Door } from '../api/door.ts';
import { createDoor } from '../api/door.ts';
import type { Operation } from '../authority/operations.ts';
import { operations } from '../authority/operations.ts';
import { restore } from '../authority/restore.ts';
import { seed } from '../authority/seed.ts';
import type { Seeded } from '../authority/seed.ts';
import { connectOwner, createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { applicationOf, baseOf } from './base-requests.ts';
import type { Base, Seat } from './base-requests.ts';

/** The product as the fuzzer asks it: listening, with something of everything in it and cases that are underway. */
export interface Stage {
  readonly owner: Database;
  readonly door: Door;
  readonly port: number;
  baseFor(operation: Operation, index?: number): Base;
  /** Lets those ask again who have guessed too often: what is asked would not be looked into. */
  forgive(): Promise<void>;
  /** Puts back what was taken away, and cases in the place of those that came to their end; says which. */
  renew(): Promise<readonly string[]>;
}

/** Applicants of the cases that the stage itself begins: no input has their numbers. */
const firstOwnApplicant = 5_000_000;

export async function openStage(): Promise<Stage> {
  const url = await createHouseDatabase();
  const temporal = await connectOwnNamespace();
  const owner = connectOwner(url);
  const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
  const seeded = await seed(owner, worker);
  const house = await openHouse(url, { temporal, clock: systemClock });
  const door = await createDoor(url, temporal.client, { clock: systemClock, replayTimeoutMs: 300 });
  afterAll(async () => {
    await door.close();
    await house.close();
    await Promise.all([owner.close(), worker.close()]);
  });
  await door.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = door.app.server.address() as AddressInfo;
  const begin = caseMaker(door);
  const underway: string[] = [];
  const tokens = await signAll(door, seeded);
  return {
    ...{ owner, door, port },
    baseFor(operation, index = 0) {
      const caseNo = underway[index % underway.length] as Seeded['caseNo'] | undefined;
      const isAct = operation.operationId.endsWith('Case') && operation.method === 'POST';
      const about = isAct && caseNo !== undefined ? { ...seeded, caseNo } : seeded;
      return baseOf(operation, index, about, (seat) => tokens.get(keyOf(seat)) ?? '');
    },
    async forgive() {
      await owner.delete(publicAttempts);
    },
    async renew() {
      await restore(owner, seeded);
      const begun = await begin();
      underway.splice(0, underway.length, ...begun);
      return begun;
    },
  };
}

/** One case at each of the turns that the most acts start from. */
function caseMaker(door: Door): () => Promise<string[]> {
  const { act, transmitted } = playPeople(door);
  let next = firstOwnApplicant;
  const submit = () => {
    next += 1;
    return door.submit(applicationOf(next));
  };
  return async () => {
    const accepted = await submit();
    const delivered = await transmitted(await submit());
    const received = await transmitted(await submit());
    await act('liaison', received, 'receive');
    const answered = await transmitted(await submit());
    await act('liaison', answered, 'receive');
    await act('liaison', answered, 'answer', consistent);
    return [accepted, delivered, received, answered];
  };
}

async function signAll(door: Door, seeded: Seeded): Promise<Map<string, string>> {
  const seats = operations.flatMap((operation) => baseOf(operation, 0, seeded, () => '').as ?? []);
  const tokens = new Map<string, string>();
  for (const { role, unitCode } of seats) {
    tokens.set(
      keyOf({ role, unitCode }),
      await door.issuer.sign({ officerId: 'officer-1', roles: [role], unitCode }),
    );
  }
  return tokens;
}

function keyOf({ role, unitCode }: Seat): string {
  return `${role} ${unitCode}`;
}
