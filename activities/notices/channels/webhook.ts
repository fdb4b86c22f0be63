import { Webhook } from 'standardwebhooks';
import { epochMsOf } from '../../../domain/time/instant.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { postMessage } from './http-post.ts';

/** Signed webhooks (Standard Webhooks) to programs: every notice a message of its own. */
export const webhookChannel: NoticeChannel<AddressOf<'endpoint'>> = {
  async send({ id, to, at, notices: [notice] }) {
    const { id: noticeId, caseNo, unitCode, role, kind, urgency, text, createdAt } = notice;
    const body = JSON.stringify({
      type: `notice.${kind}`,
      timestamp: createdAt,
      data: { noticeId, caseNo, unitCode, role, kind, urgency, text },
    });
    const messageId = `msg_${id}`;
    const sentAt = new Date(epochMsOf(at));
    await postMessage(to.url, {
      headers: {
        'content-type': 'application/json',
        'webhook-id': messageId,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': new Webhook(to.secret).sign(messageId, sentAt, body),
      },
      body,
    });
  },
};
