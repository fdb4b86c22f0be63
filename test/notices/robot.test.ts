import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createRobotChannel } from '../../activities/notices/channels/robot.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import { caseNo, failureOf, messageNotice, messageTo } from './messages.ts';
import { startHttpServer } from './receivers.ts';
import { developmentGuard } from './guards.ts';

const robotChannel = createRobotChannel(developmentGuard().send);

const words = `【跨省通办】申请件办理 ${caseNo}\n11-25 09:05 ${caseNo} ${messageNotice().text}`;

async function robotAt(settings: string) {
  const server = await startHttpServer();
  server.answerWith({ status: 200, body: { errcode: 0, code: 0 } });
  const message = messageTo({ kind: 'group', robotUrl: `${server.url}?access_token=t${settings}` } as const);
  return { server, message };
}

function secretOf(words: string): string {
  return `whsec_${Buffer.from(words).toString('base64')}`;
}

describe('a group robot', () => {
  it.each([
    ['wecom', { msgtype: 'text', text: { content: words } }],
    ['dingtalk', { msgtype: 'text', text: { content: words } }],
    ['feishu', { msg_type: 'text', content: { text: words } }],
  ])('of %s is told in its language', async (format, body) => {
    const { server, message } = await robotAt(`#format=${format}`);
    await robotChannel.send(message);
    expect(JSON.parse(server.posted[0]?.body ?? '')).toEqual(body);
    expect(server.posted[0]?.query).toEqual({ access_token: 't' });
  });

  it('of any other kind gets number and words', async () => {
    const { server, message } = await robotAt('');
    await robotChannel.send(message);
    expect(JSON.parse(server.posted[0]?.body ?? '')).toEqual({ id: message.id, text: words });
  });

  it('of DingTalk gets a signature in the address if it has a secret', async () => {
    const { server, message } = await robotAt('#format=dingtalk&secret=SEC1');
    await robotChannel.send(message);
    const { timestamp = '', sign } = server.posted[0]?.query ?? {};
    expect(Number(timestamp)).toBe(epochMsOf(message.at));
    expect(sign).toBe(createHmac('sha256', 'SEC1').update(`${timestamp}\nSEC1`).digest('base64'));
  });

  it('of Feishu gets a signature in the body if it has a secret', async () => {
    const { server, message } = await robotAt('#format=feishu&secret=SEC2');
    await robotChannel.send(message);
    const { timestamp, sign } = JSON.parse(server.posted[0]?.body ?? '') as Record<string, string>;
    expect(sign).toBe(createHmac('sha256', `${timestamp}\nSEC2`).digest('base64'));
  });

  it('of its own gets a webhook that it can verify with the library of the standard', async () => {
    const secret = secretOf('a secret of 27 invented bytes');
    const { server, message } = await robotAt(`#secret=${secret}`);
    await robotChannel.send(message);
    await robotChannel.send(message);
    const [posted, again] = server.posted;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(new Webhook(secret).verify(posted.body, posted.headers)).toEqual({
      type: 'notice.group',
      timestamp: message.at,
      data: { text: words },
    });
    expect([posted, again].map((each) => each?.headers['webhook-id'])).toEqual(
      Array(2).fill(`msg_${message.id}`),
    );
    expect(posted.query).toEqual({ access_token: 't' });
    const other = new Webhook(secretOf('another of 27 invented bytes'));
    expect(() => other.verify(posted.body, posted.headers)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(`${posted.body} `, posted.headers)).toThrow();
  });

  it('whose secret cannot be one is not called', async () => {
    const { server, message } = await robotAt('#secret=SEC3');
    expect(await failureOf(robotChannel, message)).toMatchObject({
      kind: 'permanent',
      code: 'wrong_robot_secret',
    });
    expect(server.posted).toEqual([]);
  });

  it('gets no more than it can show', async () => {
    const { server, message } = await robotAt('#format=wecom');
    const notices = Array.from({ length: 40 }, (_, n) => messageNotice({ id: n, text: '字'.repeat(300) }));
    await robotChannel.send({ ...message, notices: [messageNotice(), ...notices] });
    const { text } = JSON.parse(server.posted[0]?.body ?? '') as { text: { content: string } };
    expect(Buffer.byteLength(text.content)).toBeLessThanOrEqual(2048);
    expect(text.content).toContain('41条通知');
  });

  it.each([
    ['wecom', { errcode: 93000 }, { kind: 'permanent', code: 'robot_93000' }],
    ['wecom', { errcode: 45009 }, { kind: 'temporary', code: 'robot_45009' }],
    ['dingtalk', { errcode: 300001 }, { kind: 'permanent', code: 'robot_300001' }],
    ['feishu', { code: 9499 }, { kind: 'temporary', code: 'robot_9499' }],
    ['feishu', 'no JSON', { kind: 'temporary', code: 'robot_unreadable' }],
  ])('of %s that answers %o has not taken it', async (format, body, expected) => {
    const { server, message } = await robotAt(`#format=${format}`);
    server.answerWith({ status: 200, body });
    expect(await failureOf(robotChannel, message)).toMatchObject(expected);
  });
});
