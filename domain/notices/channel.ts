/** Ways out of the house. The inbox is none of them: a notice is in it as soon as it is written. */
export const channels = ['email', 'sms', 'robot', 'webhook'] as const;

export type Channel = (typeof channels)[number];

/** Those that lead to one person, by an address of his own in the directory. */
export const personalChannels = ['email', 'sms'] as const satisfies readonly Channel[];

export type PersonalChannel = (typeof personalChannels)[number];

export interface ChannelRule {
  readonly title: string;
  /** People have quiet hours and lose patience with too many messages; programs have neither. */
  readonly reader: 'person' | 'program';
}

export const channelRules = {
  email: { title: '电子邮件', reader: 'person' },
  sms: { title: '短信', reader: 'person' },
  robot: { title: '群机器人', reader: 'person' },
  webhook: { title: '接口推送', reader: 'program' },
} as const satisfies Record<Channel, ChannelRule>;

/** The title of a way out, or of the inbox. */
export function channelTitleOf(channel: Channel | 'inbox'): string {
  return channel === 'inbox' ? '站内通知' : channelRules[channel].title;
}
