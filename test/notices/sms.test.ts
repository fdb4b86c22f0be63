import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSmsChannel } from '../../activities/notices/channels/sms.ts';
import { smsRequestOf } from '../../activities/notices/channels/sms-request.ts';
import { parseSmsGateway } from '../../platform/sms-gateway.ts';
import { caseNo, failureOf, messageNotice, messageTo } from './messages.ts';
import { startHttpServer } from './receivers.ts';

const telephone = { kind: 'telephone', telephone: '13800000001' } as const;

async function openGateway(change: Record<string, unknown> = {}) {
  const server = await startHttpServer();
  server.answerWith({ status: 200, body: { data: { code: 'OK' } } });
  const description = {
    url: server.url,
    headers: { 'x-time': '{{timestamp}}', 'x-signature': '{{signature}}' },
    body: {
      to: ['{{telephone}}'],
      templateId: '{{templateId}}',
      params: { no: '{{caseNo}}', tel: '{{stationTelephone}}', due: '{{dueDate}}', n: '{{count}}' },
      outId: '{{outId}}',
    },
    templates: { certificate_ready: 'T1', several: 'T2', escalation: 'T3' },
    signature: { secret: 'gateway secret', over: '{{timestamp}}\n{{body}}', encoding: 'hex' },
    verdict: { field: 'data.code', taken: ['OK'], refused: ['BLACKLIST'] },
    ...change,
  };
  return { server, channel: createSmsChannel(parseSmsGateway(JSON.stringify(description))) };
}

const ready = messageNotice({ kind: 'certificate_ready', unitCode: null, role: null, text: '证明已开具。' });

describe('a short message', () => {
  it('names the case and the station’s telephone, and is signed', async () => {
    const { server, channel } = await openGateway();
    const message = messageTo(telephone, [ready]);
    await channel.send(message);
    const [posted] = server.posted;
    if (posted === undefined) throw new Error('nothing was posted');
    expect(JSON.parse(posted.body)).toEqual({
      to: ['13800000001'],
      templateId: 'T1',
      params: { no: caseNo, tel: '020-00000001', due: '2026-12-02（暂定）', n: '1' },
      outId: message.id,
    });
    const signed = `${posted.headers['x-time']}\n${posted.body}`;
    expect(posted.headers['x-signature']).toBe(
      createHmac('sha256', 'gateway secret').update(signed).digest('hex'),
    );
  });

  it('has the same outId at every attempt', async () => {
    const { server, channel } = await openGateway();
    const message = messageTo(telephone, [ready]);
    await channel.send(message);
    await channel.send(message);
    const ids = server.posted.map(({ body }) => (JSON.parse(body) as { outId: string }).outId);
    expect(ids).toEqual([message.id, message.id]);
  });

  it('of several notices says how many', async () => {
    const { server, channel } = await openGateway();
    await channel.send(messageTo(telephone, [ready, messageNotice({ kind: 'escalation' })]));
    expect(JSON.parse(server.posted[0]?.body ?? '')).toMatchObject({ templateId: 'T2', params: { n: '2' } });
  });

  it('of several notices is refused where it would say the first only', async () => {
    const { server, channel } = await openGateway({ templates: { default: 'T0' } });
    expect(channel.takesSeveral).toBe(false);
    const several = messageTo(telephone, [ready, messageNotice({ kind: 'escalation' })]);
    expect(await failureOf(channel, several)).toMatchObject({ kind: 'permanent', code: 'no_template' });
    expect(server.posted).toEqual([]);
  });

  it('goes as a form to a gateway that wants one', async () => {
    const { server, channel } = await openGateway({
      encoding: 'form',
      body: { mobile: '{{telephone}}', tpl: '{{templateId}}', ext: '{{outId}}' },
    });
    const message = messageTo(telephone, [ready]);
    await channel.send(message);
    expect(Object.fromEntries(new URLSearchParams(server.posted[0]?.body))).toEqual({
      mobile: '13800000001',
      tpl: 'T1',
      ext: message.id,
    });
    expect(server.posted[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('goes only for what the gateway has a template for', async () => {
    const { channel } = await openGateway();
    expect([channel.takes('certificate_ready'), channel.takes('digest')]).toEqual([true, false]);
    const { channel: another } = await openGateway({ templates: { default: 'T0' } });
    expect(another.takes('digest')).toBe(true);
    expect(await failureOf(channel, messageTo(telephone, [messageNotice({ kind: 'digest' })]))).toMatchObject(
      {
        kind: 'permanent',
        code: 'no_template',
      },
    );
  });
});

describe('a gateway that answers', () => {
  it.each([
    [{ data: { code: 'BUSY' } }, { kind: 'temporary', code: 'sms_BUSY' }],
    [{ data: { code: 'BLACKLIST' } }, { kind: 'permanent', code: 'sms_BLACKLIST' }],
    [{ message: '13800000001 is no subscriber' }, { kind: 'temporary', code: 'sms_unreadable' }],
  ])('%o has not taken it', async (body, expected) => {
    const { server, channel } = await openGateway();
    server.answerWith({ status: 200, body });
    expect(await failureOf(channel, messageTo(telephone, [ready]))).toMatchObject(expected);
  });
});

describe('the description of a gateway', () => {
  it('is right as the documentation shows it, and so is the request that it makes', () => {
    const text = readFileSync(new URL('../../docs/notices.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([^`]*)```/.exec(text) ?? [];
    const gateway = parseSmsGateway(example);
    for (const kind of ['acceptance', 'escalation'] as const) {
      expect(createSmsChannel(gateway).takes(kind)).toBe(true);
    }
    const { url, method, headers, body } = smsRequestOf(gateway, {
      telephone: '13800000001',
      templateId: gateway.templates['certificate_ready'] ?? '',
      outId: '6f1d0c52-8a35-4c11-9d0e-3b8f2a7c4e19',
      caseNo,
      stationTelephone: '020-00000001',
      dueDate: '2026-12-02',
      count: '1',
      timestamp: '1795572300',
    });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const request = [`${method} ${new URL(url).pathname}`, ...lines, '', body].join('\n');
    expect(/```http\n([^`]*)\n```/.exec(text)?.[1]).toBe(request);
  });

  it('is refused with the place of the fault', () => {
    expect(() => parseSmsGateway('{')).toThrow('TONGBAN_SMS_GATEWAY');
    const at = (address: string) => JSON.stringify({ url: address, body: {}, templates: {} });
    expect(() => parseSmsGateway(at('http://sms.example.cn/send'))).toThrow('https://');
    for (const address of ['https://sms.example.cn/send', 'http://127.0.0.1:8099/send']) {
      expect(parseSmsGateway(at(address)).url).toBe(address);
    }
    expect(() => parseSmsGateway('{"url":"ftp://x","body":{},"templates":{}}')).toThrow('/url');
    expect(() => parseSmsGateway('{"url":"https://x","body":{},"templates":{},"retries":3}')).toThrow(
      'retries',
    );
  });
});
