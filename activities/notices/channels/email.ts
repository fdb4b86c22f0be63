import { createTransport } from 'nodemailer';
import { messageTextOf, subjectLineOf } from '../../../domain/notices/message-text.ts';
import type { AddressOf, NoticeChannel } from './channel.ts';
import { DeliveryError } from './channel.ts';

// Less than the time that an attempt has; a server that trickles its replies is caught by the last one only.
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };
const sendTimeoutMs = 20_000;
const maxConnections = 5;
const maxNotices = 200;

export interface EmailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** The sender, as `通知 <notice@example.cn>`. */
  readonly from: string;
}

export interface EmailChannel extends NoticeChannel<AddressOf<'mailbox'>> {
  close(): void;
}

/** E-mail through an SMTP server; connections are kept and shared. */
export function createEmailChannel({ url, from }: EmailSettings): EmailChannel {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections, ...timeouts },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send({ id, to, notices, at }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to.email },
          messageId: `<${id}@${hostOf(from)}>`,
          date: new Date(at),
          subject: subjectLineOf(notices),
          text: messageTextOf(notices, maxNotices),
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(sendTimeoutMs),
        });
      } catch (error) {
        throw deliveryErrorOf(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

function hostOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}

/**
 * A refused mailbox or message (5xx to the envelope or the data) stays refused. A refused login is a setting of ours
 * that somebody will mend. The server's words are left out: they quote the address.
 */
function deliveryErrorOf(error: unknown): DeliveryError {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode === undefined) {
    const timedOut = code === 'ETIMEDOUT' || code === 'EABORT';
    const message = timedOut ? '邮件服务器未在规定时间内应答。' : '无法连接邮件服务器。';
    return new DeliveryError(
      { kind: 'temporary', code: timedOut ? 'timeout' : 'unreachable', message },
      { cause: error },
    );
  }
  const isFinal = responseCode >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(code);
  return new DeliveryError(
    {
      kind: isFinal ? 'permanent' : 'temporary',
      code: `smtp_${responseCode}`,
      message: isFinal
        ? `邮件服务器拒收（${responseCode}），请核对邮箱地址。`
        : `邮件服务器暂不接收（${responseCode}）。`,
    },
    { cause: error },
  );
}
