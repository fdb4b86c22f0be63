import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRobotAddress } from '../../../domain/notices/robot-address.ts';

const own = 'https://chat.police.invalid/hook';
const secret = `whsec_${Buffer.alloc(24, 0xfb).toString('base64')}`;

function read(text: string): string {
  const address = readRobotAddress(text);
  return 'fault' in address ? address.fault.code : address.format;
}

describe('a group robot', () => {
  it.each([
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', 'wecom'],
    ['https://oapi.dingtalk.com/robot/send?access_token=t#secret=SEC1', 'dingtalk'],
    ['https://open.feishu.cn/open-apis/bot/v2/hook/h#secret=anything', 'feishu'],
    [own, 'plain'],
    [`${own}#format=wecom`, 'wecom'],
    [`${own}#format=dingtalk&secret=SEC1`, 'dingtalk'],
    [`${own}#format=signed&secret=SEC1`, 'wrong_robot_secret'],
    [`${own}#secret=${secret}`, 'signed'],
    [`${own}#secret=`, 'wrong_robot_secret'],
    [`${own}#secret=SEC1`, 'wrong_robot_secret'],
    ['https://[', 'wrong_robot_address'],
  ])('at %s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps every character of its secret, and none of it in the address', () => {
    expect(secret).toContain('+');
    expect(readRobotAddress(`${own}?token=t#secret=${secret}`)).toEqual({
      url: `${own}?token=t`,
      format: 'signed',
      secret,
    });
  });

  it('has a secret of as many bytes as the standard asks for, in Base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = `${own}#secret=whsec_${Buffer.from(bytes).toString('base64')}`;
        expect(read(text)).toBe(bytes.length >= 24 && bytes.length <= 64 ? 'signed' : 'wrong_robot_secret');
      }),
    );
    expect(read(`${own}#secret=${secret.slice(0, -1)}`)).toBe('wrong_robot_secret');
    expect(read(`${own}#secret=${secret.replace('whsec_', 'whpk_')}`)).toBe('wrong_robot_secret');
  });
});
