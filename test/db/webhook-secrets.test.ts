import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { Executor } from '../../db/database.ts';
import { connectDatabase } from '../../db/database.ts';
import { resealTable } from '../../db/key-rotation.ts';
import {
  addWebhookEndpoint,
  findWebhookEndpoint,
  rotateWebhookSecret,
  secretsOf,
} from '../../db/repositories/webhook-endpoints.ts';
import { webhookEndpoints } from '../../db/schema/index.ts';
import { withScope } from '../../db/scope.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { addMs } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import type { KeyId } from '../../platform/key-ring.ts';
import { fixedKeyRing } from '../../platform/key-ring.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { testKeyRing, testKeys } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), api.close()]));

const [unitCode, otherUnit] = [parseUnitCode('520000000000'), parseUnitCode('440100000000')];
const at = systemClock.now();
const until = addMs(at, 3_600_000);
const nextKey = ['7e570003' as KeyId, new Uint8Array(32).fill(3)] as const;

async function register(): Promise<EndpointId> {
  const id = randomUUID() as EndpointId;
  const content = { url: 'https://program.invalid/hook', secret: 'whsec_first', kinds: [] };
  await addWebhookEndpoint(owner, { id, unitCode, ...content, createdBy: 'test', createdAt: at });
  return id;
}

const rotate = (executor: Executor, id: EndpointId, secret: string) =>
  rotateWebhookSecret(executor, { unitCode, id }, { secret, previousUntil: until });

async function secretsIn(executor: Executor, id: EndpointId): Promise<readonly string[]> {
  const endpoint = await findWebhookEndpoint(executor, id);
  return endpoint === undefined ? [] : secretsOf(endpoint, at);
}

it('the secret before is sealed for its own column, and sealed anew when keys change', async () => {
  const id = await register();
  expect(await withScope(api, unitCode, (scoped) => rotate(scoped, id, 'whsec_second'))).toBe(true);
  expect(await secretsIn(owner, id)).toEqual(['whsec_second', 'whsec_first']);

  const turning = connectWith([nextKey, ...testKeys.encryption.keys]);
  const turned = connectWith([nextKey]);
  await resealTable(turning, webhookEndpoints);
  expect(await secretsIn(turned, id)).toEqual(['whsec_second', 'whsec_first']);
});

it('two who replace it at once come one after the other', async () => {
  const id = await register();
  let second: Promise<boolean> | undefined;
  await withScope(api, unitCode, async (scoped) => {
    await rotate(scoped, id, 'whsec_second');
    second = withScope(api, unitCode, (other) => rotate(other, id, 'whsec_third'));
    await waitFor(isSomebodyWaiting, { timeoutMs: 30_000, what: 'the second to wait for the first' });
  });
  expect(await second).toBe(true);
  expect(await secretsIn(owner, id)).toEqual(['whsec_third', 'whsec_second']);
});

it('another unit replaces none', async () => {
  const id = await register();
  expect(await withScope(api, otherUnit, (scoped) => rotate(scoped, id, 'whsec_second'))).toBe(false);
  expect(await secretsIn(owner, id)).toEqual(['whsec_first']);
});

/** A connection that seals with the first of some keys. */
function connectWith(keys: readonly [readonly [KeyId, Uint8Array], ...(readonly [KeyId, Uint8Array])[]]) {
  const keyRing = fixedKeyRing({ ...testKeys, encryption: { primary: keys[0][0], keys: new Map(keys) } });
  const database = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing });
  onTestFinished(() => database.close());
  return database;
}

async function isSomebodyWaiting(): Promise<boolean> {
  const rows = await owner.execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length > 0;
}
