import { describe, expect, it } from 'vitest';
import type { Application } from '../../domain/application/application.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

interface RejectionView {
  readonly id: string;
  readonly applicantName: string;
  readonly faults: { readonly code: string; readonly message: string }[];
  readonly notice: string;
}

function reject(change: Partial<Application>, more: object = {}, person: Person = 'window') {
  const body = { decision: 'rejected', application: { ...anotherApplication(), ...change }, ...more };
  return door.call(person, 'POST', '/v1/rejections', { body });
}

async function listOf(person: Person): Promise<RejectionView[]> {
  return (await door.call(person, 'GET', '/v1/rejections')).json<{ items: RejectionView[] }>().items;
}

describe('an application that is not accepted', () => {
  it('S20 gets a notice with every reason, the competent office and the remedies; the county is told', async () => {
    const response = await reject({ matters: [{ code: 'NO_CRIMINAL_RECORD' }], residenceReasons: [] });
    expect(response.statusCode).toBe(201);
    const rejection = response.json<RejectionView>();
    expect(rejection.faults.map(({ code }) => code)).toEqual([
      'residence_reason_missing',
      'matter_never_certified',
    ]);
    const notice = await door.call('window', 'GET', rejection.notice);
    expect([notice.statusCode, notice.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(notice.body).toContain('rejection_notice');
    expect(notice.body).toContain('犯罪记录查询窗口');
    expect(notice.body).toContain('"matters":["无犯罪记录"]');
    expect(notice.body).toContain('行政复议');
    expect(notice.body).toContain('"countyName":"广州市公安局天河区分局"');
    const [told] = await listOf('acceptingCounty');
    expect(told).toMatchObject({ id: rejection.id, applicantName: '李**' });
    expect((await door.call('acceptingCounty', 'GET', rejection.notice)).rawPayload).toEqual(
      notice.rawPayload,
    );
  });

  it('S21 may be refused for what only the officer sees', async () => {
    expect((await reject({})).json()).toMatchObject({ status: 422, code: 'application_is_eligible' });
    const response = await reject({}, { reasons: ['申请人持有居民户口簿'] });
    expect(response.json<RejectionView>().faults).toEqual([
      { code: 'officer_reason', message: '申请人持有居民户口簿', basis: null },
    ]);
  });

  it('S23 gets one list of everything that is to be completed', async () => {
    const { applicant } = anotherApplication();
    const response = await reject(
      { undertakingSigned: false, applicant: { ...applicant, telephone: '' } },
      { decision: 'completion_requested' },
    );
    const notice = await door.call('window', 'GET', response.json<RejectionView>().notice);
    expect(notice.body).toContain('completion_notice');
    expect(notice.body).toContain(
      '"items":["未填写联系电话，无法通知领取证明。","申请表中的承诺书尚未由申请人签名。"]',
    );
  });

  it('is recorded once under a key, and keeps the notice that was handed out', async () => {
    const body = { decision: 'rejected', application: anotherApplication(), reasons: ['持有居民户口簿'] };
    const send = () => door.call('window', 'POST', '/v1/rejections', { body, key: 'once' });
    const [first, second] = [await send(), await send()];
    expect(second.json()).toEqual(first.json());
    const { notice } = first.json<RejectionView>();
    const made = await door.call('window', 'GET', notice);
    const headers = { 'if-none-match': String(made.headers.etag) };
    expect((await door.call('window', 'GET', notice, { headers })).statusCode).toBe(304);
  });

  it('is for the station and the units above it', async () => {
    const { id, notice } = (await reject({}, { reasons: ['持有居民户口簿'] })).json<RejectionView>();
    expect((await listOf('stranger')).some((each) => each.id === id)).toBe(false);
    expect((await door.call('stranger', 'GET', notice)).statusCode).toBe(404);
    expect((await door.call('homeProvince', 'GET', notice)).statusCode).toBe(404);
    expect((await door.call('liaison', 'GET', notice)).statusCode).toBe(403);
    expect((await reject({}, { reasons: ['理由'] }, 'auxiliary')).json()).toMatchObject({
      code: 'role_not_allowed',
    });
  });

  it('is listed page by page', async () => {
    for (const reason of ['一', '二', '三']) await reject({}, { reasons: [reason] });
    const first = (await door.call('window', 'GET', '/v1/rejections?limit=2')).json<{
      items: RejectionView[];
      nextCursor: string;
    }>();
    const next = await door.call('window', 'GET', `/v1/rejections?limit=2&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...next.json<{ items: RejectionView[] }>().items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect((await door.call('window', 'GET', '/v1/rejections?cursor=WyJ4IiwieSJd')).statusCode).toBe(422);
  });
});
