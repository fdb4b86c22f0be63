import { describe, expect, it, onTestFinished } from 'vitest';
import type { EmailChannel } from '../../activities/notices/channels/email.ts';
import { createEmailChannel } from '../../activities/notices/channels/email.ts';
import { caseNo, failureOf, messageNotice, messageTo } from './messages.ts';
import type { MailServer } from './receivers.ts';
import { startMailServer } from './receivers.ts';

const mailbox = { kind: 'mailbox', email: 'liaison@test.invalid' } as const;

async function openMail(): Promise<{ server: MailServer; channel: EmailChannel }> {
  const server = await startMailServer();
  const channel = createEmailChannel({ url: server.url, from: '跨省通办 <notice@tongban.invalid>' });
  onTestFinished(() => {
    channel.close();
  });
  return { server, channel };
}

describe('an e-mail', () => {
  it('arrives with its Chinese words intact, under the number of the message', async () => {
    const { server, channel } = await openMail();
    const message = messageTo(mailbox, [
      messageNotice({ text: '督办：䶮𬱖·买买提，请立即处理。', urgency: 'urgent' }),
    ]);
    await channel.send(message);
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      subject: `【紧急】【跨省通办】申请件办理 ${caseNo}`,
      messageId: `<${message.id}@tongban.invalid>`,
      from: { text: '"跨省通办" <notice@tongban.invalid>' },
      to: { text: mailbox.email },
    });
    expect(mail?.text?.trim()).toBe(`11-25 09:05 ${caseNo} 督办：䶮𬱖·买买提，请立即处理。`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('has the same number at every attempt', async () => {
    const { server, channel } = await openMail();
    const message = messageTo(mailbox);
    await channel.send(message);
    await channel.send(message);
    const ids = server.mails.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('holds many notices in one', async () => {
    const { server, channel } = await openMail();
    const notices = Array.from({ length: 250 }, (_, n) => messageNotice({ id: n, text: `第${n}条` }));
    await channel.send(messageTo(mailbox, [messageNotice({ id: 999 }), ...notices]));
    const [mail] = server.mails;
    expect(mail?.subject).toBe('【跨省通办】251条通知');
    expect(mail?.text?.trim().split('\n').at(-1)).toBe('另有51条通知，请登录系统查看。');
  });
});

describe('a mail server that', () => {
  it('refuses the mailbox is not asked again, and its words are not kept', async () => {
    const { server, channel } = await openMail();
    server.answerWith(550);
    expect(await failureOf(channel, messageTo(mailbox))).toEqual({
      kind: 'permanent',
      code: 'smtp_550',
      message: '邮件服务器拒收（550），请核对邮箱地址。',
    });
  });

  it('is busy is asked again', async () => {
    const { server, channel } = await openMail();
    server.answerWith(451);
    expect(await failureOf(channel, messageTo(mailbox))).toMatchObject({
      kind: 'temporary',
      code: 'smtp_451',
    });
    server.answerWith(250);
    await channel.send(messageTo(mailbox));
    expect(server.mails).toHaveLength(1);
  });

  it('is down is asked again, and takes what comes when it is back', async () => {
    const { server, channel } = await openMail();
    await channel.send(messageTo(mailbox));
    await server.goDown();
    expect(await failureOf(channel, messageTo(mailbox))).toMatchObject({
      kind: 'temporary',
      code: 'unreachable',
    });
    await server.comeUp();
    await channel.send(messageTo(mailbox));
    expect(server.mails).toHaveLength(2);
  });

  it('refuses our login is asked again, for that is a setting of ours', async () => {
    const { server } = await openMail();
    const channel = createEmailChannel({
      url: server.url.replace('smtp://', 'smtp://somebody:wrong@'),
      from: 'notice@tongban.invalid',
    });
    onTestFinished(() => {
      channel.close();
    });
    expect(await failureOf(channel, messageTo(mailbox))).toMatchObject({
      kind: 'temporary',
      code: 'smtp_535',
    });
  });
});
