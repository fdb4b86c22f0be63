import { eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { clearRejections, findRejection } from '../../db/repositories/rejections.ts';
import { rejections } from '../../db/schema/index.ts';
import type { Application } from '../../domain/application/application.ts';
import type { RejectionNo } from '../../domain/certificate/numbers.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const { door, house, url } = await openHouseWithDoor();

interface RejectionView {
  readonly no: RejectionNo;
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
    expect(told).toMatchObject({ no: rejection.no, applicantName: '李**' });
    expect((await door.call('acceptingCounty', 'GET', rejection.notice)).rawPayload).toEqual(
      notice.rawPayload,
    );
  });

  it('S21 may be refused for what only the officer sees', async () => {
    expect((await reject({})).json()).toMatchObject({ status: 409, code: 'application_is_eligible' });
    const response = await reject({}, { reasons: ['申请人持有居民户口簿'] });
    expect(response.json<RejectionView>().faults).toEqual([
      { code: 'officer_reason', message: '申请人持有居民户口簿', basis: null },
    ]);
  });

  it('is read with the officer’s own words at its counter alone, and in full on paper there and at the county', async () => {
    const words = '申请人之兄王某来电称其已另行办理';
    const { no, notice } = (await reject({}, { reasons: [words] })).json<RejectionView>();
    const readers = ['window', 'acceptingLeader', 'acceptingCounty', 'acceptingProvince'] as const;
    const seen = await Promise.all(
      readers.map(async (person) => {
        const [listed] = (await listOf(person)).filter((each) => each.no === no);
        const read = (await door.call(person, 'GET', `/v1/rejections/${no}`)).json<RejectionView>();
        const { statusCode } = await door.call(person, 'GET', notice);
        const hasWords = [listed, read].map((view) => view?.faults.some(({ message }) => message === words));
        return [person, ...hasWords, statusCode];
      }),
    );
    expect(seen).toEqual([
      ['window', true, true, 200],
      ['acceptingLeader', true, true, 200],
      ['acceptingCounty', false, false, 200],
      ['acceptingProvince', false, false, 403],
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
    expect((await door.call('window', 'GET', notice)).rawPayload.equals(made.rawPayload)).toBe(true);
  });

  it('is one however many send it at the same moment, and is not judged again', async () => {
    const body = { decision: 'rejected', application: { ...anotherApplication(), residenceReasons: [] } };
    const send = (more: object = {}) =>
      door.call('window', 'POST', '/v1/rejections', { body: { ...body, ...more }, key: 'storm' });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json<RejectionView>().no)).size).toBe(1);
    expect((await send({ reasons: ['另一理由'] })).json()).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('keeps no more of the applicant than its notice says', async () => {
    const application = { ...anotherApplication(), residenceReasons: [] };
    const response = await door.call('window', 'POST', '/v1/rejections', {
      body: { decision: 'rejected', application },
    });
    const { no } = response.json<RejectionView>();
    const row = await findRejection(house.owner, no);
    expect(row?.personal).toEqual({
      applicantName: application.applicant.name,
      matters: application.matters,
      faults: [expect.objectContaining({ code: 'residence_reason_missing' })],
    });
    expect(JSON.stringify(row)).not.toContain(application.applicant.idNumber);
  });

  it('takes the draft that it was made from; a completion leaves it to be completed', async () => {
    const unsigned = { ...anotherApplication(), undertakingSigned: false };
    const kept = await door.call('auxiliary', 'POST', '/v1/drafts', { body: unsigned });
    const { id: draftId } = kept.json<{ id: string }>();
    const draftStatus = async () => (await door.call('window', 'GET', `/v1/drafts/${draftId}`)).statusCode;
    const rejectDraft = (decision: string) =>
      door.call('window', 'POST', '/v1/rejections', {
        body: { decision, application: { ...unsigned, draftId } },
      });
    expect((await rejectDraft('completion_requested')).statusCode).toBe(201);
    expect(await draftStatus()).toBe(200);
    expect((await rejectDraft('rejected')).statusCode).toBe(201);
    expect(await draftStatus()).toBe(404);
    expect((await rejectDraft('rejected')).json()).toMatchObject({
      errors: [{ pointer: '/draftId', code: 'draft_not_found' }],
    });
  });

  it('cannot bring what Postgres does not keep', async () => {
    const { applicant } = anotherApplication();
    for (const name of ['李\u0000例', '李\ud800']) {
      const response = await reject({ applicant: { ...applicant, name } });
      expect(response.json()).toMatchObject({ status: 422, errors: [{ code: 'wrong_characters' }] });
    }
    const quoted = await reject({ applicant: { ...applicant, name: '李\\u0000' } });
    expect(quoted.statusCode).toBe(201);
  });

  it('says nothing of a person any more when retention has been there', async () => {
    const { no, notice } = (await reject({ residenceReasons: [] })).json<RejectionView>();
    await door.call('window', 'GET', notice);
    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1, keyRing: testKeyRing });
    const decidedLater = addMs(systemClock.now(), 60_000);
    expect(await clearRejections(worker, decidedLater)).toBeGreaterThan(0);
    expect(await clearRejections(worker, decidedLater)).toBe(0);
    await worker.close();
    expect((await door.call('window', 'GET', `/v1/rejections/${no}`)).json()).toMatchObject({
      ...{ no, applicantName: null, codes: ['residence_reason_missing'], faults: [] },
    });
    expect((await door.call('window', 'GET', notice)).json()).toMatchObject({
      status: 404,
      code: 'personal_data_removed',
    });
  });

  it('keeps what it says of a person while it is held, and no longer', async () => {
    const { no, notice } = (await reject({ residenceReasons: [] })).json<RejectionView>();
    await door.call('window', 'GET', notice);
    const address = `/v1/rejections/${no}/legal-hold`;
    const hold = (person: Person) => door.call(person, 'PUT', address, { body: { reason: '行政复议中' } });
    expect((await hold('window')).json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    expect((await hold('homeAuditor')).statusCode).toBe(404);
    expect((await door.call('auditor', 'GET', address)).statusCode).toBe(404);
    const held = { no, reason: '行政复议中', heldBy: 'officer-15' };
    expect((await hold('auditor')).json()).toMatchObject(held);
    expect((await door.call('auditor', 'GET', address)).json()).toMatchObject(held);

    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1, keyRing: testKeyRing });
    onTestFinished(() => worker.close());
    const clear = () => clearRejections(worker, addMs(systemClock.now(), 60_000));
    const noticeStatus = async () => (await door.call('window', 'GET', notice)).statusCode;
    await clear();
    expect(await noticeStatus()).toBe(200);
    // Nor may the worker by a statement of its own.
    const clearing = worker.update(rejections).set({ personal: null }).where(eq(rejections.no, no));
    await expect(clearing).rejects.toThrow();

    expect((await door.call('homeAuditor', 'DELETE', address)).statusCode).toBe(404);
    expect((await door.call('auditor', 'DELETE', address)).statusCode).toBe(204);
    expect((await door.call('auditor', 'GET', address)).statusCode).toBe(404);
    expect(await clear()).toBe(1);
    expect(await noticeStatus()).toBe(404);
    expect((await hold('auditor')).json()).toMatchObject({ status: 404, code: 'personal_data_removed' });
  });

  it('is for the station and the units above it', async () => {
    const { no, notice } = (await reject({}, { reasons: ['持有居民户口簿'] })).json<RejectionView>();
    expect((await listOf('stranger')).some((each) => each.no === no)).toBe(false);
    expect((await door.call('stranger', 'GET', notice)).statusCode).toBe(404);
    expect((await door.call('homeCounty', 'GET', notice)).statusCode).toBe(404);
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
    const numbers = [...first.items, ...next.json<{ items: RejectionView[] }>().items].map(({ no }) => no);
    expect(new Set(numbers).size).toBe(4);
    expect(numbers.toSorted().toReversed()).toEqual(numbers);
    expect((await door.call('window', 'GET', '/v1/rejections?cursor=WyJ4IiwieSJd')).statusCode).toBe(422);
  });
});
