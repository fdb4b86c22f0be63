import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { samplePeople } from '../../activities/population-register/sample-people.ts';
import type { Database } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import {
  addRegisterQueryOnce,
  findRegisterQuery,
  listRegisterQueries,
  settleRegisterQuery,
} from '../../db/repositories/register-queries.ts';
import { caseScopes, registerQueries } from '../../db/schema/index.ts';
import type { RegisterQuery } from '../../db/repositories/register-queries.ts';
import { sealChange } from '../../db/sealed-rows.ts';
import { withScope } from '../../db/scope.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { RegisterEntry } from '../../domain/register/entry.ts';
import { isRegisterReference } from '../../domain/register/reference.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import {
  officersReason,
  acceptingStation,
  homeStation,
  recordQueryOf,
} from '../population-register/recorded-query.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const { url } = await createTestDatabase({ migrate: migrateDatabase });
const connect = (role: 'owner' | 'tongban_api' | 'tongban_worker') =>
  connectDatabase({ url, role, maxConnections: 2, keyRing: testKeyRing });
const [owner, api, worker] = [connect('owner'), connect('tongban_api'), connect('tongban_worker')];
afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));

const [entry] = samplePeople as [RegisterEntry];
const found = { outcome: 'found', entry, durationMs: 12 } as const;
const stranger = parseUnitCode('650102990000');

/** What Postgres says to it. */
async function refusalOf(asking: Promise<unknown>): Promise<string> {
  const error = await asking.catch((reason: unknown) => reason);
  if (error instanceof Error && error.cause instanceof Error) return error.cause.message;
  throw new Error('Postgres was expected to refuse');
}

describe('a recorded query', () => {
  it('has a reference of its own, and the same command finds its own', async () => {
    const first = await recordQueryOf(owner);
    const second = await recordQueryOf(owner);
    expect([first, second].every(({ reference }) => isRegisterReference(reference))).toBe(true);
    expect(first.reference).not.toBe(second.reference);
    const { commandId, caseNo, officerId, role, unitCode, purpose, askedAt } = first;
    const reason = officersReason;
    const again = { commandId, caseNo, officerId, role, unitCode, purpose, reason, askedAt };
    const repeats = await Promise.all([1, 2, 3].map(() => addRegisterQueryOnce(owner, again)));
    expect(new Set(repeats.map(({ reference }) => reference))).toEqual(new Set([first.reference]));
    expect(await listRegisterQueries(owner, caseNo)).toHaveLength(1);
  });

  it('is settled once: a late answer changes nothing', async () => {
    const { reference } = await recordQueryOf(owner);
    const answeredAt = systemClock.now();
    const gaveUp = { outcome: 'unavailable', answeredAt, durationMs: null } as const;
    expect(await settleRegisterQuery(worker, reference, gaveUp)).toBe('unavailable');
    expect(await settleRegisterQuery(worker, reference, { ...found, answeredAt })).toBe('unavailable');
    expect(await findRegisterQuery(owner, reference)).toMatchObject({ outcome: 'unavailable', entry: null });
  });

  it('holds an entry only of somebody who was found, until retention takes it out', async () => {
    const { reference } = await recordQueryOf(owner);
    const change = (values: Partial<RegisterQuery>) =>
      owner
        .update(registerQueries)
        .set(sealChange(owner, registerQueries, { reference }, values))
        .where(eq(registerQueries.reference, reference));
    const answeredAt = systemClock.now();
    const nobody = change({ outcome: 'not_found', answeredAt, entry });
    expect(await refusalOf(nobody)).toContain('entry_of_found');
    expect(await refusalOf(change({ outcome: 'not_found' }))).toContain('answered_unless_pending');
    await settleRegisterQuery(worker, reference, { ...found, answeredAt });
    await change({ entry: null });
    expect(await findRegisterQuery(owner, reference)).toMatchObject({ outcome: 'found', entry: null });
  });
});

describe('who sees and changes it', () => {
  const seen = (reference: Awaited<ReturnType<typeof recordQueryOf>>['reference'], unit: string) =>
    withScope(api, parseUnitCode(unit), (executor) => findRegisterQuery(executor, reference));

  it('the units of the case see it, others do not, nor does who forgot his scope', async () => {
    const { reference } = await recordQueryOf(owner);
    for (const unit of [acceptingStation, homeStation]) expect(await seen(reference, unit)).toBeDefined();
    expect(await seen(reference, stranger)).toBeUndefined();
    expect(await findRegisterQuery(api, reference)).toBeUndefined();
  });

  it('a unit that is no longer of the case still sees what it asked', async () => {
    const { reference, caseNo } = await recordQueryOf(owner);
    await owner.delete(caseScopes).where(eq(caseScopes.caseNo, caseNo));
    expect(await seen(reference, homeStation)).toBeDefined();
    expect(await seen(reference, acceptingStation)).toBeUndefined();
  });

  it('a unit records its own queries of its own cases, and nothing but that it asks', async () => {
    const { reference: _, ...recorded } = await recordQueryOf(owner);
    const query = { ...recorded, reason: officersReason };
    const add = (unit: string, change: Partial<typeof query>) =>
      withScope(api, parseUnitCode(unit), (executor) =>
        addRegisterQueryOnce(executor, {
          ...query,
          commandId: `${unit}${JSON.stringify(change)}` as CommandId,
          ...change,
        }),
      );
    expect(await add(homeStation, {})).toMatchObject({ outcome: 'pending' });
    expect(await refusalOf(add(acceptingStation, {}))).toContain('row-level security');
    expect(await refusalOf(add(stranger, { unitCode: stranger }))).toContain('row-level security');
    const answered = { outcome: 'not_found', answeredAt: systemClock.now() } as const;
    expect(await refusalOf(add(homeStation, answered))).toContain('row-level security');
  });

  it('nobody changes who asked, when and why, and nobody removes it', async () => {
    const { reference } = await recordQueryOf(owner);
    const tamper = (process: Database) => process.update(registerQueries).set({ officerId: 'x' });
    for (const process of [api, worker]) {
      expect(await refusalOf(tamper(process))).toContain('permission denied');
      expect(await refusalOf(process.execute(sql`delete from register_queries`))).toContain(
        'permission denied',
      );
    }
    const settled = settleRegisterQuery(api, reference, { ...found, answeredAt: systemClock.now() });
    expect(await refusalOf(settled)).toContain('permission denied');
  });
});
