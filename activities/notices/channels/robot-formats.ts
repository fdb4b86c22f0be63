import { createHmac } from 'node:crypto';
import type { BundleId } from '../../../domain/notices/delivery.ts';
import type { RobotFormat } from '../../../domain/notices/robot-address.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { epochMsOf } from '../../../domain/time/instant.ts';
import { answerCodeOf } from './answer-code.ts';
import { signedMessageOf } from './signed-message.ts';

interface RobotMessage {
  readonly url: string;
  /** Signs the message where the group's robot was set up so. */
  readonly secret: string | null;
  readonly id: BundleId;
  readonly text: string;
  readonly at: Instant;
}

interface RobotRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

type RobotVerdict = 'taken' | { readonly kind: 'temporary' | 'permanent'; readonly code: string };

interface RobotLanguage {
  readonly requestOf: (message: RobotMessage) => RobotRequest;
  /** The services answer 200 to everything and say in the body whether they took it. */
  readonly verdictOf: (answer: string) => RobotVerdict;
}

export const robotFormats = {
  wecom: {
    requestOf: ({ url, text }) => jsonTo(url, { msgtype: 'text', text: { content: text } }),
    // 93000: no such webhook.
    verdictOf: (answer) => verdictBy(answer, 'errcode', ['93000']),
  },
  dingtalk: {
    requestOf: ({ url, secret, text, at }) => {
      const atMs = epochMsOf(at);
      const target = new URL(url);
      if (secret !== null) {
        target.searchParams.set('timestamp', String(atMs));
        target.searchParams.set('sign', hmacBase64(secret, `${atMs}\n${secret}`));
      }
      return jsonTo(target.href, { msgtype: 'text', text: { content: text } });
    },
    // 300001: no such token; 400101, 400102: no such robot, or one that was stopped.
    verdictOf: (answer) => verdictBy(answer, 'errcode', ['300001', '400101', '400102']),
  },
  feishu: {
    requestOf: ({ url, secret, text, at }) => {
      const timestamp = String(Math.floor(epochMsOf(at) / 1000));
      const signed = secret === null ? {} : { timestamp, sign: hmacBase64(`${timestamp}\n${secret}`, '') };
      return jsonTo(url, { ...signed, msg_type: 'text', content: { text } });
    },
    // 19001: no such token.
    verdictOf: (answer) => verdictBy(answer, 'code', ['19001']),
  },
  signed: {
    requestOf: ({ url, secret, id, text, at }) => {
      const content = { type: 'notice.group', timestamp: at, data: { text } };
      return { url, ...signedMessageOf({ id, at, secrets: [secret ?? ''], content }) };
    },
    verdictOf: () => 'taken',
  },
  plain: {
    requestOf: ({ url, id, text }) => jsonTo(url, { id, text }),
    verdictOf: () => 'taken',
  },
} as const satisfies Record<RobotFormat, RobotLanguage>;

function jsonTo(url: string, body: object): RobotRequest {
  return { url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function verdictBy(answer: string, field: string, permanent: readonly string[]): RobotVerdict {
  const code = answerCodeOf(answer, field);
  if (code === '0') return 'taken';
  return { kind: permanent.includes(code) ? 'permanent' : 'temporary', code };
}

function hmacBase64(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
