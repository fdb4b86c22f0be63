import { Webhook } from 'standardwebhooks';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { createDoor } from '../api/door.ts';
import { createNoticeDatabase, openNoticeHouse, waitForMessages } from './notice-house.ts';
import { tell } from './outbox.ts';
import type { Posted } from './receivers.ts';
import { startHttpServer } from './receivers.ts';

const { url, owner } = await createNoticeDatabase();
afterAll(() => owner.close());

/** The virtual future is outside the tolerance of the library, so the signature is made again and compared. */
function isSignedBy(secret: string, { headers, body }: Posted): boolean {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures = '',
  } = headers;
  const signature = new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), body);
  return signatures.split(' ').includes(signature);
}

async function openEndpoint(from: string) {
  const program = await startHttpServer();
  const house = await openNoticeHouse(url, { from, channels: openNoticeChannels({}, 'development') });
  const door = await createDoor(url, undefined as never, { clock: house.clock });
  onTestFinished(() => door.close());
  const content = { url: program.url, kinds: ['case'] };
  const added = await door.call('homeAdministrator', 'POST', '/v1/webhook-endpoints', { body: content });
  const { id, secret } = added.json<{ id: string; secret: string }>();
  onTestFinished(async () => {
    await door.call('homeAdministrator', 'DELETE', `/v1/webhook-endpoints/${id}`);
  });
  const address = `/v1/webhook-endpoints/${id}`;
  const log = async (query = '') => {
    const answer = await door.call('homeAdministrator', 'GET', `${address}/deliveries${query}`);
    return answer.json<{ items: { id: string; webhookId: string }[]; nextCursor: string | null }>();
  };
  const redeliver = async (person: 'homeAdministrator' | 'administrator' | 'liaison', deliveryId: string) =>
    (await door.call(person, 'POST', `${address}/deliveries/${deliveryId}/redeliver`)).statusCode;
  return { program, house, door, secret, address, log, redeliver };
}

it('a message that was delivered goes out again under its number, with the name of who asked', async () => {
  const { program, house, log, redeliver, door, address } = await openEndpoint('2054-11-25T10:00:00');
  await tell(owner, house.clock.now());
  await house.dispatch();
  await house.sleepUntil('2054-11-25T10:05:00');
  await waitForMessages(owner, 1, 'delivered');
  const [first] = (await log()).items;
  expect(first).toMatchObject({ status: 'delivered', statusTitle: '已送出', attempts: 1, redeliveries: [] });
  if (first === undefined) throw new Error('the message is in the log');

  expect(await redeliver('administrator', first.id)).toBe(404);
  expect(await redeliver('liaison', first.id)).toBe(403);
  expect(await redeliver('homeAdministrator', '00000000-0000-4000-8000-000000000001')).toBe(404);
  expect((await door.call('administrator', 'GET', `${address}/deliveries`)).statusCode).toBe(404);
  expect(await redeliver('homeAdministrator', first.id)).toBe(202);
  expect(await redeliver('homeAdministrator', first.id)).toBe(409);
  await house.dispatch();
  await house.sleepUntil('2054-11-25T10:10:00');
  await waitForMessages(owner, 1, 'delivered');

  expect(program.posted.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(first.webhookId));
  const [sentAt, sentAgainAt] = program.posted.map(({ headers }) => Number(headers['webhook-timestamp']));
  expect(sentAgainAt).toBeGreaterThan(sentAt ?? NaN);
  expect(program.posted[1]?.body).toBe(program.posted[0]?.body);
  expect((await log()).items).toMatchObject([
    {
      id: first.id,
      status: 'delivered',
      attempts: 2,
      redeliveries: [{ requestedBy: 'officer-13', earlierStatus: 'delivered' }],
    },
  ]);
});

it('a message that was given up goes out again once its receiver is back', async () => {
  const { program, house, log, redeliver } = await openEndpoint('2054-11-26T10:00:00');
  program.answerWith({ status: 410 });
  await tell(owner, house.clock.now());
  await house.dispatch();
  await house.sleepUntil('2054-11-26T10:05:00');
  await waitForMessages(owner, 1, 'given_up');
  const [given] = (await log()).items;
  expect(given).toMatchObject({ status: 'given_up', lastFailure: { code: 'http_410' } });
  program.answerWith({ status: 200 });
  expect(await redeliver('homeAdministrator', given?.id ?? '')).toBe(202);
  await house.dispatch();
  await house.sleepUntil('2054-11-26T10:10:00');
  await waitForMessages(owner, 2, 'delivered');
  expect((await log()).items).toMatchObject([
    { status: 'delivered', attempts: 2, lastFailure: null, redeliveries: [{ earlierStatus: 'given_up' }] },
  ]);
});

it('a secret that is replaced signs beside the new one for as long as was said', async () => {
  const { program, house, door, secret, address, log } = await openEndpoint('2054-11-27T10:00:00');
  const rotate = (person: 'homeAdministrator' | 'administrator' | 'liaison', body: object) =>
    door.call(person, 'POST', `${address}/secret`, { body });
  expect((await rotate('administrator', {})).statusCode).toBe(404);
  expect((await rotate('liaison', {})).statusCode).toBe(403);
  expect((await rotate('homeAdministrator', { previousForHours: 169 })).statusCode).toBe(422);
  const rotated = await rotate('homeAdministrator', {});
  expect(rotated.statusCode).toBe(200);
  const next = rotated.json<{ secret: string; previousSecretUntil: string }>();
  expect(next.previousSecretUntil).toMatch(/^2054-11-28T10:0/);
  expect(door.logLines.join('')).not.toContain(next.secret);

  await tell(owner, house.clock.now());
  await house.dispatch();
  await house.sleepUntil('2054-11-28T12:00:00');
  await tell(owner, house.clock.now());
  await house.dispatch();
  await house.sleepUntil('2054-11-28T12:05:00');
  await waitForMessages(owner, 4, 'delivered');
  const signedBy = program.posted.map((posted) => [
    isSignedBy(secret, posted),
    isSignedBy(next.secret, posted),
  ]);
  expect(signedBy).toEqual([
    [true, true],
    [false, true],
  ]);

  const first = await log('?limit=1');
  const second = await log(`?limit=1&cursor=${first.nextCursor ?? ''}`);
  expect(second.nextCursor).toBeNull();
  expect([...first.items, ...second.items].map(({ webhookId }) => webhookId)).toEqual(
    program.posted.map(({ headers }) => headers['webhook-id']).toReversed(),
  );
});
