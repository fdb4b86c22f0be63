import type { Channel, PersonalChannel } from '../../../domain/notices/channel.ts';
import { personalChannels } from '../../../domain/notices/channel.ts';
import type { NoticeKind } from '../../../domain/notices/kind.ts';
import type { GuardOptions } from '../../../platform/outgoing/guard.ts';
import { createOutgoingGuard } from '../../../platform/outgoing/guard.ts';
import { parseNetworks } from '../../../platform/outgoing/networks.ts';
import { parseSmsGateway } from '../../../platform/sms-gateway.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { createEmailChannel } from './email.ts';
import { createRobotChannel } from './robot.ts';
import type { SmsChannel } from './sms.ts';
import { createSmsChannel } from './sms.ts';
import { createWebhookChannel } from './webhook.ts';

/** The part of the settings that opens channels; what is left out stays closed. */
export interface NoticeChannelSettings {
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  /** Description of the gateway for short messages, in JSON. */
  readonly smsGateway?: string;
  /** Of our own networks, those that group robots and webhooks may be in. */
  readonly webhookNetworks?: string;
}

export interface NoticeChannels {
  readonly email: NoticeChannel<AddressOf<'mailbox'>> | undefined;
  readonly sms: SmsChannel | undefined;
  readonly robot: NoticeChannel<AddressOf<'group'>>;
  readonly webhook: NoticeChannel<AddressOf<'endpoint'>>;
  /** Lets the connections go; after the workers have stopped. */
  close(): Promise<void>;
}

/** Opens the channels that are set up. @throws {Error} that names the setting at fault. */
export function openNoticeChannels(
  settings: NoticeChannelSettings,
  environment: GuardOptions['environment'],
): NoticeChannels {
  const { smtpUrl, mailFrom, smsGateway, webhookNetworks = '' } = settings;
  const outgoing = createOutgoingGuard({ environment, allowedNetworks: parseNetworks(webhookNetworks) });
  const email =
    smtpUrl === undefined || mailFrom === undefined
      ? undefined
      : createEmailChannel({ url: smtpUrl, from: mailFrom });
  return {
    email,
    sms: smsGateway === undefined ? undefined : createSmsChannel(parseSmsGateway(smsGateway)),
    robot: createRobotChannel(outgoing.send),
    webhook: createWebhookChannel(outgoing.send),
    close: () => {
      email?.close();
      return outgoing.close();
    },
  };
}

/** Whether notices of a kind can leave over a channel. */
export function isChannelOpen({ email, sms }: NoticeChannels, channel: Channel, kind: NoticeKind): boolean {
  switch (channel) {
    case 'email':
      return email !== undefined;
    case 'sms':
      return sms?.takes(kind) === true;
    case 'robot':
    case 'webhook':
      return true;
  }
}

/** Which of the channels that lead to a person take escalations. */
export function escalationChannelsOf(channels: NoticeChannels): ReadonlySet<PersonalChannel> {
  return new Set(personalChannels.filter((channel) => isChannelOpen(channels, channel, 'escalation')));
}
