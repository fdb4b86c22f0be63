import { messageTextOf, subjectLineOf } from '../../../domain/notices/message-text.ts';
import { epochMsOf } from '../../../domain/time/instant.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { DeliveryError } from './channel.ts';
import { postMessage } from './http-post.ts';
import { robotFormats, robotOf } from './robot-formats.ts';

// The smallest message that a service takes has 2,048 bytes, and a Chinese character three.
const maxNotices = 6;
const maxCharacters = 640;

/** One message into a unit's chat group. The services know no message ids: a repetition shows twice. */
export const robotChannel: NoticeChannel<AddressOf<'group'>> = {
  async send({ id, to, at, notices }) {
    const { url, format, secret } = robotOf(to.robotUrl);
    const words = `${subjectLineOf(notices)}\n${messageTextOf(notices, maxNotices)}`;
    const text = words.length > maxCharacters ? `${words.slice(0, maxCharacters)}…` : words;
    const { requestOf, verdictOf } = robotFormats[format];
    const request = requestOf({ url, secret, id, text, atMs: epochMsOf(at) });
    const answer = await postMessage(request.url, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.body),
    });
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
};
