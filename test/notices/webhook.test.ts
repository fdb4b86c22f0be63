import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createWebhookChannel } from '../../activities/notices/channels/webhook.ts';
import { developmentGuard } from './guards.ts';
import { caseNo, failureOf, messageNotice, messageTo } from './messages.ts';
import { startHttpServer } from './receivers.ts';

const secret = `whsec_${Buffer.from('an invented secret of tests').toString('base64')}`;

const webhookChannel = createWebhookChannel(developmentGuard().send);

describe('a webhook', () => {
  it('is signed so that the receiver can verify it with the library of the standard', async () => {
    const server = await startHttpServer();
    const message = messageTo({ kind: 'endpoint', url: server.url, secrets: [secret] });
    await webhookChannel.send(message);
    const [posted] = server.posted;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(new Webhook(secret).verify(posted.body, posted.headers)).toEqual({
      type: 'notice.case',
      timestamp: '2026-11-25T09:05:00.000+08:00',
      data: {
        noticeId: 7,
        caseNo,
        unitCode: '520302990000',
        role: 'liaison_officer',
        kind: 'case',
        urgency: 'normal',
        text: messageNotice().text,
      },
    });
    const other = new Webhook(`whsec_${Buffer.from('another secret of the tests').toString('base64')}`);
    expect(() => other.verify(posted.body, posted.headers)).toThrow();
    expect(() => new Webhook(secret).verify(`${posted.body} `, posted.headers)).toThrow();
  });

  it('is signed by the secret before it too while that is said to hold', async () => {
    const server = await startHttpServer();
    const before = `whsec_${Buffer.from('the secret before it of tests').toString('base64')}`;
    await webhookChannel.send(messageTo({ kind: 'endpoint', url: server.url, secrets: [secret, before] }));
    const [posted] = server.posted;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(posted.headers['webhook-signature']).toMatch(/^v1,[^ ]+ v1,[^ ]+$/);
    for (const each of [secret, before]) new Webhook(each).verify(posted.body, posted.headers);
  });

  it('has the same id at every attempt', async () => {
    const server = await startHttpServer();
    const message = messageTo({ kind: 'endpoint', url: server.url, secrets: [secret] });
    await webhookChannel.send(message);
    await webhookChannel.send(message);
    expect(server.posted.map(({ headers }) => headers['webhook-id'])).toEqual(
      Array(2).fill(`msg_${message.id}`),
    );
  });
});

describe('a receiver that answers with', () => {
  it.each([
    [410, {}, { kind: 'permanent', code: 'http_410' }],
    [500, {}, { kind: 'temporary', code: 'http_500' }],
    [404, {}, { kind: 'temporary', code: 'http_404' }],
    [503, { 'retry-after': '120' }, { kind: 'temporary', code: 'http_503', retryAfterMs: 120_000 }],
    [429, { 'retry-after': '999999' }, { kind: 'temporary', code: 'http_429', retryAfterMs: 3_600_000 }],
    [302, { location: 'http://127.0.0.1:1/elsewhere' }, { kind: 'temporary', code: 'http_302' }],
  ])('%i %o has not taken it', async (status, headers, expected) => {
    const server = await startHttpServer();
    server.answerWith({ status, headers });
    const message = messageTo({ kind: 'endpoint', url: server.url, secrets: [secret] } as const);
    expect(await failureOf(webhookChannel, message)).toMatchObject(expected);
    expect(server.posted).toHaveLength(1);
  });

  it('nothing at all is tried again', async () => {
    const server = await startHttpServer();
    await server.goDown();
    const message = messageTo({ kind: 'endpoint', url: server.url, secrets: [secret] } as const);
    expect(await failureOf(webhookChannel, message)).toEqual({
      kind: 'temporary',
      code: 'unreachable',
      message: '无法连接对方。',
    });
  });

  it('more than a receipt is not read to its end', async () => {
    const server = await startHttpServer();
    server.answerWith({ status: 200, body: 'x'.repeat(50_000_000) });
    await webhookChannel.send(messageTo({ kind: 'endpoint', url: server.url, secrets: [secret] }));
    expect(server.posted).toHaveLength(1);
  });
});
