import { Webhook } from 'standardwebhooks';
import type { BundleId } from '../../../domain/notices/delivery.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { epochMsOf } from '../../../domain/time/instant.ts';

interface SignedMessage {
  readonly id: BundleId;
  readonly at: Instant;
  /** The present one, and before it is forgotten the one before. */
  readonly secrets: readonly string[];
  readonly content: { readonly type: string; readonly timestamp: Instant; readonly data: object };
}

/** A message as Standard Webhooks wants it: its number, the same at every attempt, and a signature over all of it by each secret. */
export function signedMessageOf({ id, at, secrets, content }: SignedMessage) {
  const body = JSON.stringify(content);
  const messageId = `msg_${id}`;
  const sentAt = new Date(epochMsOf(at));
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': secrets
        .map((secret) => new Webhook(secret).sign(messageId, sentAt, body))
        .join(' '),
    },
    body,
  };
}
