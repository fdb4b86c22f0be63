import { createHmac } from 'node:crypto';
import { answerCodeOf } from './answer-code.ts';

/** Group robots that we know the language of; any other gets `{ "id": …, "text": … }`. */
type RobotFormat = 'wecom' | 'dingtalk' | 'feishu' | 'plain';

interface RobotMessage {
  readonly url: string;
  /** Signs the message where the group's robot was set up so. */
  readonly secret: string | null;
  readonly id: string;
  readonly text: string;
  readonly atMs: number;
}

type RobotVerdict = 'taken' | { readonly kind: 'temporary' | 'permanent'; readonly code: string };

interface RobotLanguage {
  readonly requestOf: (message: RobotMessage) => { readonly url: string; readonly body: unknown };
  /** The services answer 200 to everything and say in the body whether they took it. */
  readonly verdictOf: (answer: string) => RobotVerdict;
}

const hosts: Readonly<Record<string, RobotFormat>> = {
  'qyapi.weixin.qq.com': 'wecom',
  'oapi.dingtalk.com': 'dingtalk',
  'open.feishu.cn': 'feishu',
};

export const robotFormats = {
  wecom: {
    requestOf: ({ url, text }) => ({ url, body: { msgtype: 'text', text: { content: text } } }),
    // 93000: no such webhook.
    verdictOf: (answer) => verdictBy(answer, 'errcode', ['93000']),
  },
  dingtalk: {
    requestOf: ({ url, secret, text, atMs }) => {
      const target = new URL(url);
      if (secret !== null) {
        target.searchParams.set('timestamp', String(atMs));
        target.searchParams.set('sign', hmacBase64(secret, `${atMs}\n${secret}`));
      }
      return { url: target.href, body: { msgtype: 'text', text: { content: text } } };
    },
    // 300001: no such token; 400101, 400102: no such robot, or one that was stopped.
    verdictOf: (answer) => verdictBy(answer, 'errcode', ['300001', '400101', '400102']),
  },
  feishu: {
    requestOf: ({ url, secret, text, atMs }) => {
      const timestamp = String(Math.floor(atMs / 1000));
      const signed = secret === null ? {} : { timestamp, sign: hmacBase64(`${timestamp}\n${secret}`, '') };
      return { url, body: { ...signed, msg_type: 'text', content: { text } } };
    },
    // 19001: no such token.
    verdictOf: (answer) => verdictBy(answer, 'code', ['19001']),
  },
  plain: {
    requestOf: ({ url, id, text }) => ({ url, body: { id, text } }),
    verdictOf: () => 'taken',
  },
} as const satisfies Record<RobotFormat, RobotLanguage>;

/**
 * Reads a robot's address. What stands behind `#` is never sent: `secret=…`, and `format=…` for a service on a host of
 * its own.
 */
export function robotOf(address: string): { url: string; format: RobotFormat; secret: string | null } {
  const url = new URL(address);
  const settings = new URLSearchParams(url.hash.slice(1));
  url.hash = '';
  const named = settings.get('format') ?? '';
  const format = isRobotFormat(named) ? named : (hosts[url.hostname] ?? 'plain');
  return { url: url.href, format, secret: settings.get('secret') };
}

function isRobotFormat(text: string): text is RobotFormat {
  return text in robotFormats;
}

function verdictBy(answer: string, field: string, permanent: readonly string[]): RobotVerdict {
  const code = answerCodeOf(answer, field);
  if (code === '0') return 'taken';
  return { kind: permanent.includes(code) ? 'permanent' : 'temporary', code };
}

function hmacBase64(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
