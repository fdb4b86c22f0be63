/** What a group robot takes: the message of a service that we know, a signed webhook, or plain number and words. */
export type RobotFormat = 'wecom' | 'dingtalk' | 'feishu' | 'signed' | 'plain';

/** A robot's address, read. */
export interface RobotAddress {
  /** What is called; never with a secret in it. */
  readonly url: string;
  readonly format: RobotFormat;
  readonly secret: string | null;
}

const services: Readonly<Record<string, RobotFormat>> = {
  'qyapi.weixin.qq.com': 'wecom',
  'oapi.dingtalk.com': 'dingtalk',
  'open.feishu.cn': 'feishu',
};
const namedFormats: readonly RobotFormat[] = ['wecom', 'dingtalk', 'feishu'];

export interface RobotAddressFault {
  readonly code: 'wrong_robot_address' | 'wrong_robot_secret';
  /** Never repeats the secret. */
  readonly message: string;
}

/**
 * Reads a robot's address. What stands behind `#` is never sent: `secret=…`, and `format=…` for a service on a host of
 * its own. A secret makes any other robot one that verifies Standard Webhooks.
 */
export function readRobotAddress(text: string): RobotAddress | { readonly fault: RobotAddressFault } {
  if (!URL.canParse(text)) return { fault: addressFault };
  const url = new URL(text);
  // A plus is a character of the secret, not a space.
  const settings = new URLSearchParams(url.hash.slice(1).replaceAll('+', '%2B'));
  url.hash = '';
  const secret = settings.get('secret');
  const named = namedFormats.find((format) => format === settings.get('format'));
  const format = named ?? services[url.hostname] ?? (secret === null ? 'plain' : 'signed');
  if (format === 'signed' && !isWebhookSecret(secret ?? '')) return { fault: secretFault };
  return { url: url.href, format, secret };
}

const addressFault: RobotAddressFault = {
  code: 'wrong_robot_address',
  message: '群机器人地址不是有效的网址。',
};

const secretFault: RobotAddressFault = {
  code: 'wrong_robot_secret',
  message:
    '群机器人的签名密钥有误：应为“#secret=whsec_”加24至64字节密钥的Base64（Standard Webhooks）；自建地址上的企业微信、钉钉、飞书机器人请加“format=”注明。',
};

/** A symmetric secret of Standard Webhooks: `whsec_` and from 24 to 64 bytes in Base64. */
function isWebhookSecret(secret: string): boolean {
  const [, digits, padding] = /^whsec_([A-Za-z0-9+/]*)(={0,2})$/.exec(secret) ?? [];
  if (digits === undefined || padding === undefined || (digits.length + padding.length) % 4 !== 0)
    return false;
  const bytes = Math.floor((digits.length * 3) / 4);
  return bytes >= 24 && bytes <= 64;
}
