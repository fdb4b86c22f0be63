import { messageTextOf, subjectLineOf } from '../../../domain/notices/message-text.ts';
import { readRobotAddress } from '../../../domain/notices/robot-address.ts';
import type { SendRequest } from '../../../platform/outgoing/guard.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { DeliveryError } from './channel.ts';
import { postMessage } from './http-post.ts';
import { robotFormats } from './robot-formats.ts';

// The smallest message that a service takes has 2,048 bytes, and a Chinese character three.
const maxNotices = 6;
const maxCharacters = 640;

/** One message into a unit's chat group. The known services know no message ids: a repetition shows twice. */
export const createRobotChannel = (send: SendRequest): NoticeChannel<AddressOf<'group'>> => ({
  async send({ id, to, at, notices }) {
    const address = readRobotAddress(to.robotUrl);
    // Contacts are checked when they are saved; the database may know some from before.
    if ('fault' in address) throw new DeliveryError({ kind: 'permanent', ...address.fault });
    const words = `${subjectLineOf(notices)}\n${messageTextOf(notices, maxNotices)}`;
    const text = words.length > maxCharacters ? `${words.slice(0, maxCharacters)}…` : words;
    const { requestOf, verdictOf } = robotFormats[address.format];
    const { url, ...request } = requestOf({ ...address, id, text, at });
    const answer = await postMessage(send, url, request);
    const verdict = verdictOf(answer.text);
    if (verdict === 'taken') return;
    throw new DeliveryError({
      kind: verdict.kind,
      code: `robot_${verdict.code}`,
      message:
        verdict.kind === 'permanent'
          ? `群机器人地址无效（${verdict.code}），请在通讯录中更正。`
          : `群机器人暂不接收（${verdict.code}）。`,
    });
  },
});
