import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attemptLimits } from '../../domain/inquiry/attempt-limits.ts';
import { openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { marksOf, receiptCodeOf } from './printed-marks.ts';
import { anotherClient, sendForm } from './public.ts';

const { door } = await openHouseWithDoor();
const { act, issued, transmitted } = playPeople(door);
const { app } = door;

const get = (url: string) => app.inject({ url, remoteAddress: anotherClient() });

/** The text of a page as it is read, without its form. */
function readOf(html: string): string {
  return html
    .replace(/<head>[^]*<\/head>|<form[^]*<\/form>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('every page', () => {
  it.each(['/', '/status', '/verify', '/verify/AAAAAAAAAAAAAAAAAAAAAA'])(
    '%s loads and runs nothing, is kept nowhere and stands in no frame',
    async (url) => {
      const { headers, body } = await get(url);
      const style = /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(body).toContain('<html lang="zh-CN">');
      expect(body).not.toMatch(/<script|<link|\sstyle=|https?:/);
    },
  );
});

describe('/', () => {
  it('leads on, and says how officers come in where there is no page for it', async () => {
    const { statusCode, body } = await get('/');
    expect(statusCode).toBe(200);
    const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links).toEqual(['/status', '/verify', '/docs/']);
    for (const link of links) expect([link, (await get(link)).statusCode]).toEqual([link, 200]);
    expect(readOf(body)).toContain('请使用访问令牌');
  });
});

describe('/status', () => {
  it('shows who has the case, until when and why', async () => {
    const caseNo = await transmitted(await door.submit());
    const code = await receiptCodeOf(door, caseNo);
    const { statusCode, body } = await sendForm(app, '/status', { caseNo, code });
    expect(statusCode).toBe(200);
    const read = readOf(body);
    for (const words of [
      '流转中',
      '查证期限',
      '第5个工作日',
      '现由谁办理 遵义市公安局红花岗分局桃溪派出所',
    ]) {
      expect(read).toContain(words);
    }
    expect(body).not.toContain(code);
  });

  it('shows a fault on itself, with the number to be mended and without the code', async () => {
    const { statusCode, body } = await sendForm(app, '/status', { caseNo: '4401"><b>', code: 'SECRET99' });
    expect(statusCode).toBe(404);
    expect(readOf(body)).toContain('申请件编号与查询码不符');
    expect(body).toContain('value="4401&quot;&gt;&lt;b&gt;"');
    expect(body).not.toContain('SECRET99');
  });

  it('stays whole whatever is sent to it', async () => {
    for (const [type, payload, expected] of [
      ['application/x-www-form-urlencoded', '', 404],
      ['application/x-www-form-urlencoded', 'caseNo=%00&caseNo=%00%FF&__proto__=x&code=%00%ED%A0%80', 404],
      ['application/json', '{"caseNo":{"a":1},"code":7}', 415],
    ] as const) {
      const { statusCode } = await app.inject({
        ...{ method: 'POST', url: '/status', payload },
        headers: { 'content-type': type },
        remoteAddress: anotherClient(),
      });
      expect([statusCode, payload]).toEqual([expected, payload]);
    }
    const large = await sendForm(app, '/status', { caseNo: '4'.repeat(3000), code: '1' });
    expect([large.statusCode, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
  });

  it('says when to come back to whoever guessed too often', async () => {
    const form = { caseNo: '44010699000020260101000045', code: 'AAAA-AAAA' };
    for (let n = 0; n < attemptLimits.case.free; n += 1) await sendForm(app, '/status', form);
    const { statusCode, headers, body } = await sendForm(app, '/status', form);
    expect([statusCode, headers['retry-after']]).toEqual([429, '60']);
    expect(readOf(body)).toContain('约1分钟后');
  });
});

describe('/verify', () => {
  it('is where the QR code leads, and where number and code are typed', async () => {
    const caseNo = await issued();
    const { token, certificateNo, checkCode } = await marksOf(door, caseNo);
    const scanned = await get(`/verify/${token}`);
    const typed = await sendForm(app, '/verify', { certificateNo, checkCode });
    for (const { statusCode, body } of [scanned, typed]) {
      expect(statusCode).toBe(200);
      for (const words of ['有效', '广州市公安局天河区分局云山派出所', '李**']) {
        expect(readOf(body)).toContain(words);
      }
      expect(readOf(body)).not.toContain(certificateNo);
    }
    await act('acceptingLeader', caseNo, 'void_certificate', { reason: '证明内容有误' });
    const { body } = await get(`/verify/${token}`);
    expect(body).toContain('class="result void"');
    expect(readOf(body)).toContain('已作废 该证明已由出具单位作废，不能再作为凭据使用。');
  });

  it('leads nowhere with another token', async () => {
    const { statusCode, body } = await get('/verify/AAAAAAAAAAAAAAAAAAAAAA');
    expect(statusCode).toBe(404);
    expect(readOf(body)).toContain('未能核实');
    expect((await get(`/verify/${'A'.repeat(99)}`)).statusCode).toBe(422);
  });
});
