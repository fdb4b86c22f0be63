import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { addNotices } from '../../db/repositories/notices.ts';
import { deliveries, deliveryBundles, notices } from '../../db/schema/index.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { addMs, parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { createNoticeDatabase } from '../notices/notice-house.ts';
import { addCase, homeStation, tellOfCase } from '../notices/outbox.ts';
import { openDoor } from './door.ts';

const { url, owner } = await createNoticeDatabase();
afterAll(() => owner.close());
// None of these routes speaks with Temporal.
const door = await openDoor(url, undefined as never);

const at = parseInstant('2026-11-25T10:00:00+08:00');
const caseNo = await addCase(owner, at);
await tellOfCase(owner, at, {
  caseNo,
  seq: 1,
  unitCode: homeStation,
  kind: 'escalation',
  text: '请立即处理。',
});
await tellOfCase(owner, at, { caseNo, seq: 2, kind: 'certificate_ready', text: '请领取证明。' });
await addNotices(owner, [
  {
    dedupeKey: 'digest/1',
    unitCode: homeStation,
    role: 'liaison_officer',
    kind: 'digest',
    urgency: 'normal',
    text: '今日到期1件。',
    createdAt: at,
  },
]);
const [toOfficer, toApplicant] = await owner.select().from(notices).where(eq(notices.caseNo, caseNo));
if (toOfficer === undefined || toApplicant === undefined) throw new Error('two notices were told');
const bundleId = '00000000-0000-4000-8000-000000000001' as BundleId;
const person = 'person/00000000-0000-4000-8000-000000000002' as DestinationKey;
await owner.insert(deliveryBundles).values({
  id: bundleId,
  channel: 'email',
  destination: person,
  status: 'given_up',
  slotAt: at,
  attempts: 168,
  attemptedAt: addMs(at, 1000),
  failureKind: 'temporary',
  failureCode: 'unreachable',
  failureMessage: '无法连接邮件服务器。',
  givenUpAt: addMs(at, 2000),
});
await owner.insert(deliveries).values([
  { noticeId: toOfficer.id, channel: 'email', destination: person, subjectKey: 's', bundleId },
  {
    noticeId: toApplicant.id,
    channel: 'sms',
    destination: `applicant/${caseNo}` as DestinationKey,
    subjectKey: 's',
    suppression: 'channel_off',
  },
]);

const untouched = { slotAt: null, attempts: 0, givenUpAt: null, lastFailure: null, suppression: null };
const inbox = {
  ...untouched,
  channel: 'inbox',
  channelTitle: '站内通知',
  destination: 'inbox',
  status: 'delivered',
  statusTitle: '已送出',
  handedOverAt: at,
};
const givenUp = {
  ...untouched,
  channel: 'email',
  channelTitle: '电子邮件',
  destination: person,
  status: 'given_up',
  statusTitle: '发送失败，已停止',
  slotAt: at,
  attempts: 168,
  handedOverAt: null,
  givenUpAt: addMs(at, 2000),
  lastFailure: { kind: 'temporary', code: 'unreachable', message: '无法连接邮件服务器。' },
};

describe('staff see what became of notices', () => {
  it('of a case, the applicant’s among them', async () => {
    const response = await door.call('window', 'GET', `/v1/cases/${caseNo}/deliveries`);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      items: [
        { kind: 'escalation', kindTitle: '督办', audience: 'unit', deliveries: [inbox, givenUp] },
        {
          audience: 'applicant',
          deliveries: [
            {
              channel: 'sms',
              status: 'suppressed',
              suppression: { reason: 'channel_off', message: '未启用相应渠道，请电话告知' },
            },
          ],
        },
      ],
    });
  });

  it('in their inbox, with what is about no case', async () => {
    const response = await door.call('liaison', 'GET', '/v1/notices');
    expect(response.json()).toMatchObject({
      items: [
        { kind: 'digest', caseNo: null, deliveries: [inbox] },
        { kind: 'escalation', caseNo, deliveries: [inbox, givenUp] },
      ],
      nextCursor: null,
    });
  });

  it('of their own cases and inboxes only', async () => {
    expect((await door.call('stranger', 'GET', `/v1/cases/${caseNo}/deliveries`)).statusCode).toBe(404);
    const inboxOfStranger = await door.call('stranger', 'GET', '/v1/notices');
    expect(inboxOfStranger.json()).toEqual({ items: [], nextCursor: null });
  });
});

describe('webhook endpoints', () => {
  async function call(
    method: 'GET' | 'POST' | 'DELETE',
    address: string,
    body?: object,
    unit = '520000000000',
  ) {
    const token = await door.issuer.sign({
      officerId: 'administrator-1',
      roles: ['system_administrator'],
      unitCode: parseUnitCode(unit),
    });
    return door.app.inject({
      method,
      url: address,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
  }

  it('are kept by the administrators of their unit, and show their secret once', async () => {
    const content = { url: 'https://program.police.invalid/in', kinds: ['escalation'] };
    const added = await call('POST', '/v1/webhook-endpoints', content);
    expect(added.statusCode).toBe(201);
    const { secret, ...endpoint } = added.json<{ id: string; secret: string }>();
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect((await call('GET', '/v1/webhook-endpoints')).json()).toEqual({ items: [endpoint] });
    const address = `/v1/webhook-endpoints/${endpoint.id}`;
    expect((await call('DELETE', address, undefined, '440000000000')).statusCode).toBe(404);
    expect((await call('DELETE', address)).statusCode).toBe(204);
    expect((await call('DELETE', address)).statusCode).toBe(404);
    expect((await call('GET', '/v1/webhook-endpoints')).json()).toEqual({ items: [] });
    expect(door.logLines.join('\n')).not.toContain(secret);
  });

  it('are nobody else’s', async () => {
    expect((await door.call('liaison', 'GET', '/v1/webhook-endpoints')).statusCode).toBe(403);
    const content = { url: 'https://program.police.invalid/in', kinds: [] };
    expect((await door.call('liaison', 'POST', '/v1/webhook-endpoints', { body: content })).statusCode).toBe(
      403,
    );
  });

  it.each([
    [{ url: 'ftp://program.police.invalid', kinds: [] }],
    [{ url: 'https://user:password@program.police.invalid', kinds: [] }],
    [{ url: 'https://program.police.invalid', kinds: ['weather'] }],
    [{ url: 'https://program.police.invalid' }],
    [{ url: 'http://program.police.invalid', kinds: [] }],
    [{ url: 'https://10.0.0.1/in', kinds: [] }],
  ])('%o are refused', async (content) => {
    expect((await call('POST', '/v1/webhook-endpoints', content)).statusCode).toBe(422);
  });
  it('in networks that are not public are refused with the place and what to do', async () => {
    const content = { url: 'https://[::ffff:192.168.0.1]/in', kinds: [] };
    expect((await call('POST', '/v1/webhook-endpoints', content)).json()).toMatchObject({
      code: 'validation_failed',
      errors: [
        {
          pointer: '/url',
          code: 'address_not_allowed',
          message: expect.stringContaining('TONGBAN_WEBHOOK_ALLOWED_NETWORKS') as string,
        },
      ],
    });
  });
});
