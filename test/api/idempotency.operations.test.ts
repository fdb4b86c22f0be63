import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openapiJson } from '../../api/openapi-json.ts';
import * as schema from '../../db/schema/index.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { destinationKeyOf } from '../../domain/notices/destination.ts';
import { systemClock } from '../../platform/clock.ts';
import { openCalendarDoor, provisional } from '../calendars/calendar-door.ts';
import type { Person } from './door.ts';
import { openHouseWithDoor } from './door.ts';

/** POSTs without a key, each with the reason. */
const withoutKey: Readonly<Record<string, string>> = {
  inquireCaseStatus: 'a question of the public, asked by POST to keep its code out of addresses',
  checkCertificate: 'a question of the public, likewise; each is counted',
  searchCases: 'a question, likewise: what is looked for is personal',
  replayCase: 'a question: nothing is changed by it',
  previewBatch: 'a question, likewise',
  submitApplications: 'each item has a key of its own',
};

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

it('every POST of the document takes a key, or has its reason', async () => {
  const { paths } = JSON.parse(await openapiJson()) as {
    paths: Readonly<Record<string, { readonly post?: Operation }>>;
  };
  const posts = Object.values(paths).flatMap(({ post }) => post ?? []);
  const keyless = posts.filter(({ parameters = [] }) => !parameters.some(isKey));
  expect(keyless.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(withoutKey).sort());
});

function isKey({ in: place, name }: { readonly in: string; readonly name: string }): boolean {
  return place === 'header' && name === 'idempotency-key';
}

const { door, house } = await openHouseWithDoor();
const calendars = openCalendarDoor(door);

/** A request, one that says something else, and how often the first was carried out. */
interface Deed {
  readonly person: Person;
  readonly url: string;
  readonly body?: object;
  readonly status: number;
  readonly other: { readonly url?: string; readonly body?: object };
  readonly count: () => Promise<number>;
  /** What an answer names, where the rest of it goes on changing. */
  readonly named?: string;
}

async function addEndpoint(): Promise<EndpointId> {
  const body = { url: 'https://program.example/hook', kinds: [] };
  const added = await door.call('administrator', 'POST', '/v1/webhook-endpoints', { body });
  return added.json<{ id: EndpointId }>().id;
}

async function addMessage(endpointId: EndpointId): Promise<BundleId> {
  const [id, at] = [randomUUID() as BundleId, systemClock.now()];
  const destination = destinationKeyOf({ kind: 'endpoint', endpointId });
  const delivered = { status: 'delivered', slotAt: at, handedOverAt: at } as const;
  await house.owner
    .insert(schema.deliveryBundles)
    .values({ id, channel: 'webhook', destination, ...delivered });
  return id;
}

async function lockSomebody(): Promise<string> {
  const body = { subject: randomUUID(), reason: '测试' };
  const locked = await door.call('securityAdministrator', 'POST', '/v1/account-locks', { body });
  return locked.json<{ id: string }>().id;
}

/** One that waits for a second person. */
async function addBatch(action: object): Promise<string> {
  const filter = { caseNos: [await door.submit()] };
  const body = { action, filter, reason: '测试', ratePerMinute: 1 };
  const asked = await door.call('countyAdministrator', 'POST', '/v1/operations/batches', { body });
  return asked.json<{ id: string }>().id;
}

const edition = () => ({ ...provisional, note: randomUUID() });

const deeds: Readonly<Record<string, () => Promise<Deed> | Deed>> = {
  enactPolicy: () => ({
    ...{ person: 'administrator', url: '/v1/policies', status: 201 },
    body: { papers: { certificateFoot: 'none' } },
    other: { body: { papers: { certificateFoot: 'number' } } },
    count: () => house.owner.$count(schema.policies, eq(schema.policies.province, '440000000000' as never)),
  }),
  migrateCasePolicy: async () => {
    const caseNo = await door.submit();
    const { event } = schema.ledgerEvents;
    const migrations = sql`${schema.ledgerEvents.caseNo} = ${caseNo} and ${event} ->> 'type' = 'policy_migrated'`;
    return {
      ...{ person: 'administrator', url: `/v1/cases/${caseNo}/policy-migration`, status: 200 },
      body: { reason: '本省政策已调整' },
      other: { body: { reason: '另一理由' } },
      count: () => house.owner.$count(schema.ledgerEvents, migrations),
    };
  },
  addWebhookEndpoint: () => {
    const url = `https://program.example/${randomUUID()}`;
    return {
      ...{ person: 'administrator', url: '/v1/webhook-endpoints', status: 201 },
      body: { url, kinds: ['case'] },
      other: { body: { url, kinds: [] } },
      count: () => house.owner.$count(schema.webhookEndpoints, eq(schema.webhookEndpoints.url, url)),
    };
  },
  rotateWebhookSecret: async () => {
    const id = await addEndpoint();
    const secrets = new Set<string>();
    return {
      ...{ person: 'administrator', url: `/v1/webhook-endpoints/${id}/secret`, status: 200 },
      body: {},
      other: { body: { previousForHours: 1 } },
      // Of two rotations the second would answer with another secret.
      count: async () => {
        const rows = await house.owner
          .select({ secret: schema.webhookEndpoints.secret })
          .from(schema.webhookEndpoints)
          .where(eq(schema.webhookEndpoints.id, id));
        secrets.add(JSON.stringify(rows));
        return secrets.size;
      },
    };
  },
  redeliverWebhook: async () => {
    const endpointId = await addEndpoint();
    const [id, another] = [await addMessage(endpointId), await addMessage(endpointId)];
    const addressOf = (message: BundleId) =>
      `/v1/webhook-endpoints/${endpointId}/deliveries/${message}/redeliver`;
    return {
      ...{ person: 'administrator', url: addressOf(id), status: 202 },
      other: { url: addressOf(another) },
      count: () => house.owner.$count(schema.redeliveries, eq(schema.redeliveries.bundleId, id)),
    };
  },
  handInCalendar: () => {
    const body = edition();
    return {
      ...{ person: 'administrator', url: '/v1/calendars/2027/versions', status: 201 },
      body,
      other: { body: edition() },
      count: () => house.owner.$count(schema.calendarVersions, sql`document ->> 'note' = ${body.note}`),
    };
  },
  'handInCalendar?dryRun=true': () => {
    const body = edition();
    return {
      ...{ person: 'administrator', url: '/v1/calendars/2027/versions?dryRun=true', status: 200 },
      body,
      other: { body: edition() },
      count: () => house.owner.$count(schema.calendarDryRuns, sql`document ->> 'note' = ${body.note}`),
    };
  },
  publishCalendar: async () => {
    const address = await calendars.handInAnother();
    const [dryRun, another] = [await calendars.tryOut(address), await calendars.tryOut(address)];
    const versionId = address.split('/').at(-1);
    return {
      ...{ person: 'administrator', url: `${address}/publication`, status: 202, named: 'id' },
      body: { dryRun },
      other: { body: { dryRun: another } },
      count: () => house.owner.$count(schema.calendarPublications, sql`version_id = ${versionId}`),
    };
  },
  lockAccount: () => {
    const subject = randomUUID();
    return {
      ...{ person: 'securityAdministrator', url: '/v1/account-locks', status: 201 },
      body: { subject, reason: '测试' },
      other: { body: { subject, reason: '另一理由' } },
      count: () => house.owner.$count(schema.accountLocks, eq(schema.accountLocks.subject, subject)),
    };
  },
  applyRemedy: async () => {
    const caseNo = await door.submit();
    const remedies = eq(schema.remedyApplications.caseNo, caseNo as never);
    return {
      ...{ person: 'administrator', url: '/v1/operations/remedies', status: 202, named: 'id' },
      body: { caseNo, choice: { remedy: 'reproject' }, reason: '测试' },
      other: { body: { caseNo, choice: { remedy: 'reproject' }, reason: '另一理由' } },
      count: () => house.owner.$count(schema.remedyApplications, remedies),
    };
  },
  decideRemedy: async () => {
    const caseNo = await door.submit();
    const body = { caseNo, choice: { remedy: 'reset', to: 'first_task' }, reason: '测试' };
    const asked = await door.call('administrator', 'POST', '/v1/operations/remedies', { body });
    const { id } = asked.json<{ id: string }>();
    return {
      ...{ person: 'countyAdministrator', url: `/v1/operations/remedies/${id}/decision`, status: 202 },
      ...{ body: { decision: 'declined' }, other: { body: { decision: 'agreed' } } },
      count: () => house.owner.$count(schema.remedyApplications, sql`id = ${id} and decided_at is not null`),
    };
  },
  requestBatch: async () => {
    const caseNo = await door.submit();
    const body = {
      action: { kind: 'replay' },
      filter: { caseNos: [caseNo] },
      reason: '测试',
      ratePerMinute: 1,
    };
    return {
      ...{ person: 'administrator', url: '/v1/operations/batches', status: 202, named: 'id', body },
      other: { body: { ...body, reason: '另一理由' } },
      count: () => house.owner.$count(schema.batchItems, eq(schema.batchItems.caseNo, caseNo as never)),
    };
  },
  decideBatch: async () => {
    const id = await addBatch({ kind: 'remedy', choice: { remedy: 'reset', to: 'first_task' } });
    return {
      ...{ person: 'administrator', url: `/v1/operations/batches/${id}/decision`, status: 202 },
      ...{ body: { decision: 'declined' }, other: { body: { decision: 'agreed' } } },
      count: () => house.owner.$count(schema.batches, sql`id = ${id} and decided_at is not null`),
    };
  },
  stopBatch: async () => {
    const action = { kind: 'remedy', choice: { remedy: 'reset', to: 'first_task' } };
    const [id, another] = [await addBatch(action), await addBatch(action)];
    return {
      ...{ person: 'administrator', url: `/v1/operations/batches/${id}/stop`, status: 202 },
      other: { url: `/v1/operations/batches/${another}/stop` },
      count: () => house.owner.$count(schema.batches, sql`id = ${id} and stopped_at is not null`),
    };
  },
  liftAccountLock: async () => {
    const id = await lockSomebody();
    return {
      ...{ person: 'securityAdministrator', url: `/v1/account-locks/${id}/lift`, status: 204 },
      body: { reason: '测试' },
      other: { body: { reason: '另一理由' } },
      count: () => house.owner.$count(schema.accountLocks, sql`id = ${id} and lifted_at is not null`),
    };
  },
};

describe('under one key it is done once, and every repeat is answered alike', () => {
  it.each(Object.keys(deeds))('%s', async (name) => {
    const { person, url, body, status, other, count, named } = await getDeed(name);
    const key = randomUUID();
    const send = (change: Deed['other'] = {}) => {
      const content = { ...(body && { body }), ...(change.body && { body: change.body }) };
      return door.call(person, 'POST', change.url ?? url, { ...content, key });
    };
    const before = await count();
    const answers = await Promise.all([send(), send(), send()]);
    const repeat = await send();

    const all = [...answers, repeat];
    expect(all.map(({ statusCode }) => statusCode)).toEqual(all.map(() => status));
    const said = all.map((answer) => (named === undefined ? answer.body : answer.json<object>()));
    const told = said.map((each) =>
      typeof each === 'string' ? each : Object.entries(each).find(([k]) => k === named),
    );
    expect(told).toEqual(told.map(() => told[0]));
    expect(repeat.headers['idempotency-replayed']).toBe('true');
    expect((await count()) - before).toBe(1);
    expect((await send(other)).json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect((await count()) - before).toBe(1);
  });
});

async function getDeed(name: string): Promise<Deed> {
  const deed = await deeds[name]?.();
  if (deed === undefined) throw new Error(`no such deed: ${name}`);
  return deed;
}

describe('what the answer named may have changed since', () => {
  it('a lock that stood before is named, also when it was lifted', async () => {
    const body = { subject: randomUUID(), reason: '测试' };
    const lock = (key: string) =>
      door.call('securityAdministrator', 'POST', '/v1/account-locks', { body, key });
    const { id } = (await lock(randomUUID())).json<{ id: string }>();
    const key = randomUUID();
    expect((await lock(key)).json()).toMatchObject({ id });
    const lifted = { body: { reason: '测试' } };
    await door.call('securityAdministrator', 'POST', `/v1/account-locks/${id}/lift`, lifted);
    expect((await lock(key)).json()).toMatchObject({ id });
    expect(await house.owner.$count(schema.accountLocks, eq(schema.accountLocks.subject, body.subject))).toBe(
      1,
    );
  });

  it('a repeat of an endpoint’s registration tells the secret that signs now, and keys keep none', async () => {
    const [key, body] = [randomUUID(), { url: 'https://program.example/', kinds: [] }];
    const add = () => door.call('administrator', 'POST', '/v1/webhook-endpoints', { body, key });
    const { id, secret } = (await add()).json<{ id: string; secret: string }>();
    const address = `/v1/webhook-endpoints/${id}/secret`;
    const rotated = await door.call('administrator', 'POST', address, { body: {}, key: randomUUID() });
    const { secret: next } = rotated.json<{ secret: string }>();
    expect((await add()).json()).toMatchObject({ id, secret: next });
    const kept = JSON.stringify(await house.owner.select().from(schema.idempotencyKeys));
    for (const each of [secret, next]) expect(kept).not.toContain(each);
  });

  it('a publication is named by its own roll-out, also when another has followed it', async () => {
    const [first, second] = [await calendars.handInAnother(), await calendars.handInAnother()];
    const body = { dryRun: await calendars.tryOut(first) };
    const key = randomUUID();
    const publish = () => door.call('administrator', 'POST', `${first}/publication`, { body, key });
    const { id } = (await publish()).json<{ id: string }>();
    expect((await calendars.publish(second)).statusCode).toBe(202);
    const repeat = await publish();
    expect([repeat.statusCode, repeat.json<{ id: string }>().id]).toEqual([202, id]);
  });

  it('a draft that was deleted is not begun anew', async () => {
    const [key, body] = [randomUUID(), { purpose: '测试' }];
    const keep = () => door.call('window', 'POST', '/v1/drafts', { body, key });
    const location = String((await keep()).headers.location);
    expect((await keep()).headers['idempotency-replayed']).toBe('true');
    await door.call('window', 'DELETE', location);
    expect((await keep()).json()).toMatchObject({ code: 'not_found' });
    expect((await door.call('window', 'GET', location)).statusCode).toBe(404);
  });
});

it('a request that was refused may come again under its key', async () => {
  const key = randomUUID();
  const endpointId = await addEndpoint();
  const id = await addMessage(endpointId);
  const address = `/v1/webhook-endpoints/${endpointId}/deliveries/${id}/redeliver`;
  const send = () => door.call('administrator', 'POST', address, { key });
  const { deliveryBundles } = schema;
  const ofMessage = eq(deliveryBundles.id, id);
  await house.owner.update(deliveryBundles).set({ status: 'sending', handedOverAt: null }).where(ofMessage);
  expect((await send()).json()).toMatchObject({ code: 'delivery_underway' });
  const handedOverAt = systemClock.now();
  await house.owner.update(deliveryBundles).set({ status: 'delivered', handedOverAt }).where(ofMessage);
  expect((await send()).statusCode).toBe(202);
});
