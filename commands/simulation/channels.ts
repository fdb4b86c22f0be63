import type { NoticeChannels } from '../../activities/notices/channels/open-channels.ts';

const takeAll = { send: () => Promise.resolve() };

/** Channels that take everything and lead nowhere: no message of a simulation leaves the machine. */
export const simulatedChannels: NoticeChannels = {
  email: takeAll,
  sms: { ...takeAll, takes: () => true, takesSeveral: true },
  robot: takeAll,
  webhook: takeAll,
  close: () => Promise.resolve(),
};
