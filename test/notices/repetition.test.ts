import { afterAll, expect, it } from 'vitest';
import type { NoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { addWebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { bundlesOf, createNoticeDatabase, openNoticeHouse } from './notice-house.ts';
import { addPerson, homeStation, tell } from './outbox.ts';
import { startHttpServer, startMailServer } from './receivers.ts';

const { url, owner } = await createNoticeDatabase();
afterAll(() => owner.close());

/** Channels whose first message of each kind is handed over by a worker that dies before it can say so. */
function dyingOnce(channels: NoticeChannels): NoticeChannels {
  const died = new Set<string>();
  const die = (channel: string) => {
    if (died.has(channel)) return;
    died.add(channel);
    throw new Error('the worker was killed');
  };
  const { email, webhook } = channels;
  return {
    ...channels,
    email: {
      async send(message) {
        await email?.send(message);
        die('email');
      },
    },
    webhook: {
      async send(message) {
        await webhook.send(message);
        die('webhook');
      },
    },
  };
}

it('a message that was handed over by a worker that died comes again under the same number, and once only', async () => {
  const mail = await startMailServer();
  const program = await startHttpServer();
  const channels = openNoticeChannels(
    { smtpUrl: mail.url, mailFrom: 'notice@tongban.invalid' },
    'development',
  );
  const house = await openNoticeHouse(url, { from: '2054-11-25T10:00:00', channels: dyingOnce(channels) });
  const { database, clock } = house;
  await addPerson(owner, clock.now(), 'liaison_officer');
  await addWebhookEndpoint(owner, {
    id: crypto.randomUUID() as EndpointId,
    unitCode: homeStation,
    url: program.url,
    secret: `whsec_${Buffer.from('an invented secret of tests').toString('base64')}`,
    kinds: ['case'],
    createdBy: 'test',
    createdAt: clock.now(),
  });
  await tell(database, clock.now());
  await tell(database, clock.now(), { kind: 'directory' });
  await house.dispatch();
  await house.sleepUntil('2054-11-26T10:00:00');

  expect(mail.mails).toHaveLength(2);
  expect(new Set(mail.mails.map(({ messageId, text }) => `${messageId} ${text}`)).size).toBe(1);
  const ids = program.posted.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  const bundles = await bundlesOf(owner);
  expect(bundles.map(({ status, attempts }) => [status, attempts])).toEqual(Array(2).fill(['delivered', 2]));
});

it('a delivery that is begun again after it has ended sends nothing', async () => {
  const mail = await startMailServer();
  const channels = openNoticeChannels(
    { smtpUrl: mail.url, mailFrom: 'notice@tongban.invalid' },
    'development',
  );
  const house = await openNoticeHouse(url, { from: '2054-11-27T10:00:00', channels });
  // No kind that the program of the test above asked for, which is gone.
  await tell(house.database, house.clock.now(), { kind: 'directory' });
  await house.dispatch();
  await house.sleepUntil('2054-11-27T10:10:00');
  expect(mail.mails).toHaveLength(1);
  const before = await bundlesOf(owner);
  for (const { id } of before) await house.restart(id);
  await house.sleepUntil('2054-11-27T10:20:00');
  expect(mail.mails).toHaveLength(1);
  expect(await bundlesOf(owner)).toEqual(before);
});
