import type { SendRequest } from '../../../platform/outgoing/guard.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { postMessage } from './http-post.ts';
import { signedMessageOf } from './signed-message.ts';

/** Signed webhooks (Standard Webhooks) to programs: every notice a message of its own. */
export const createWebhookChannel = (send: SendRequest): NoticeChannel<AddressOf<'endpoint'>> => ({
  async send({ id, to, at, notices: [notice] }) {
    const { id: noticeId, caseNo, unitCode, role, kind, urgency, text, createdAt } = notice;
    const content = {
      type: `notice.${kind}`,
      timestamp: createdAt,
      data: { noticeId, caseNo, unitCode, role, kind, urgency, text },
    };
    await postMessage(send, to.url, signedMessageOf({ id, at, secrets: to.secrets, content }));
  },
});
