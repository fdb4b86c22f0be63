import { expect, it } from 'vitest';
import { escalationChannelsOf, openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { escalationChannelsIn } from '../../platform/escalation-channels.ts';

const mail = { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'notice@tongban.invalid' };
const gatewayWith = (templates: Record<string, string>) => ({
  smsGateway: JSON.stringify({ url: 'http://127.0.0.1:1', body: {}, templates }),
});

it.each([
  ['neither is set up', {}, []],
  ['a mail server is', mail, ['email']],
  ['the gateway has a template for them', gatewayWith({ escalation: 'T' }), ['sms']],
  ['it has one for whatever has none of its own', gatewayWith({ default: 'T' }), ['sms']],
  [
    'it has templates for other kinds and for several only',
    gatewayWith({ acceptance: 'T', several: 'S' }),
    [],
  ],
  ['both are', { ...mail, ...gatewayWith({ escalation: 'T' }) }, ['email', 'sms']],
])('where %s, the worker and the API know the same channels for escalations', async (_, settings, open) => {
  const channels = openNoticeChannels(settings, 'development');
  expect([...escalationChannelsOf(channels)]).toEqual(open);
  expect([...escalationChannelsIn(settings)]).toEqual(open);
  await channels.close();
});
