import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anonymiseCase } from '../../db/repositories/retention.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { errorSentences } from '../../domain/errors.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Person } from './door.ts';
import { openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door, house } = await openHouseWithDoor();
const { act, submitWithScan, transmitted, answered, issued, readyForCollection } = playPeople(door);

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface ListedPaper {
  readonly paper: string;
  readonly seq: number;
  readonly latest: boolean;
  readonly readers: string[];
  readonly href: string;
}

async function papersOf(caseNo: string, person: Person = 'window'): Promise<ListedPaper[]> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}/papers`);
  return response.json<{ items: ListedPaper[] }>().items;
}

/** The blank renderer of the tests writes what it was given. */
async function viewOf(caseNo: string, paper: string, person: Person = 'window'): Promise<string> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}/papers/${paper}`);
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
  return response.body;
}

const differing = {
  result: 'inconsistent',
  source: 'paper_register',
  differingItems: ['birth_date'],
  finding: '姓名、性别一致，底册登记的出生日期为1990年5月2日',
};

describe('the papers of a case', () => {
  it('come with what happens, the receipt anew once the due date is known', async () => {
    const caseNo = await issued();
    const listed = await papersOf(caseNo);
    expect(listed.map(({ paper, latest }) => [paper, latest])).toEqual([
      ['application_form', true],
      ['acceptance_receipt', false],
      ['cover_sheet', true],
      ['acceptance_receipt', true],
      ['verification_report', true],
      ['annex_1', true],
      ['collection_notice', true],
      ['collection_record', true],
    ]);
    for (const { href } of listed) {
      const response = await door.call('homeLeader', 'GET', href);
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
    }
  });

  it('are made once and stay as they were', async () => {
    const caseNo = await issued();
    const url = `/v1/cases/${caseNo}/papers/collection_record`;
    const blank = await door.call('window', 'GET', url);
    const digest = blank.headers['repr-digest'];
    const expected = Buffer.from(sha256Of(blank.rawPayload), 'hex').toString('base64');
    expect(digest).toBe(`sha-256=:${expected}:`);
    expect(blank.headers['content-disposition']).toContain(encodeURIComponent('领取登记'));
    expect((await door.call('window', 'GET', url)).headers['repr-digest']).toBe(digest);
    const [seq] = (await papersOf(caseNo)).flatMap((paper) =>
      paper.paper === 'collection_record' ? paper.seq : [],
    );
    await act('window', caseNo, 'collect', { collectedBy: 'applicant' });
    const filledIn = await door.call('window', 'GET', url);
    expect(filledIn.headers['repr-digest']).not.toBe(digest);
    const first = await door.call('window', 'GET', `${url}?seq=${String(seq)}`);
    expect(first.rawPayload.equals(blank.rawPayload)).toBe(true);
  });

  it('S05 names to the applicant the item that differs, and to the stations what it is', async () => {
    const caseNo = await answered(differing);
    const notice = await viewOf(caseNo, 'referral_notice');
    // Only what differs, though the finding speaks of more.
    expect(notice).toContain('"differingItems":["birth_date"]');
    expect(notice).not.toContain('1990年5月2日');
    expect(notice).toContain('遵义市红花岗区桃溪路8号');
    expect(await viewOf(caseNo, 'verification_report', 'liaison')).toContain(
      '底册登记的出生日期为1990年5月2日',
    );
  });

  it('S23 list everything that is missing, and the reason of a refusal with its remedies', async () => {
    const caseNo = await door.submit();
    await act('window', caseNo, 'request_completion', { items: ['承诺书未签名', '身份证件影像不清'] });
    expect(await viewOf(caseNo, 'completion_notice')).toContain('["承诺书未签名","身份证件影像不清"]');
    await act('acceptingLeader', caseNo, 'refuse', { reason: '申请人持有居民户口簿' });
    const refusal = await viewOf(caseNo, 'refusal_notice');
    expect(refusal).toContain('申请人持有居民户口簿');
    expect(refusal).toContain('行政复议');
    expect(refusal).toContain('"countyName":"广州市公安局天河区分局"');
  });

  it('S23 a second list says why: without a reason it is refused, and the applicant reads it', async () => {
    const caseNo = await door.submit();
    await act('window', caseNo, 'request_completion', { items: ['承诺书未签名'] });
    const again = (body: object) =>
      door.call('acceptingLeader', 'POST', `/v1/cases/${caseNo}/request_completion`, { body });
    const refused = await again({ items: ['身份证件影像不清'] });
    expect([refused.statusCode, refused.json<{ title: string }>().title]).toEqual([
      409,
      errorSentences.completion_reason_needed,
    ]);
    const reason = '首次告知后影像才显不清';
    expect((await again({ items: ['身份证件影像不清'], reason })).json()).toMatchObject({
      completion: { round: 2, items: ['身份证件影像不清'], reason },
    });
    expect(await viewOf(caseNo, 'completion_notice')).toContain(reason);
  });

  it('list what the dossier holds with pages and digests', async () => {
    const caseNo = await transmitted(await submitWithScan());
    const form = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/application_form`);
    const view = await door.call('liaison', 'GET', `/v1/cases/${caseNo}`);
    const [paper] = view.json<{ attachments: { sha256: string }[] }>().attachments;
    expect(await viewOf(caseNo, 'cover_sheet', 'liaison')).toContain(
      `"papers":${JSON.stringify([
        { name: '户籍类证明“跨省通办”申请表', pages: 1, sha256: sha256Of(form.rawPayload) },
        { name: '身份证件.png', pages: 1, sha256: paper?.sha256 },
      ])}`,
    );
  });

  it('ask for the count with which the receipt is whole', async () => {
    const caseNo = await transmitted(await submitWithScan());
    expect(await viewOf(caseNo, 'cover_sheet', 'liaison')).toContain('"receiptCount":"papers"');
    await door.call('liaison', 'POST', `/v1/cases/${caseNo}/receive`, { body: { pagesReceived: 1 } });
    const received = await door.call('liaison', 'GET', `/v1/cases/${caseNo}`);
    expect(received.json()).toMatchObject({ status: 'verifying', holder: 'home_station' });
  });

  it('S06 refer the matter that was not confirmed, and say nothing of the others', async () => {
    const matters = [{ code: 'NAME_CHANGE', details: '曾用名李例' }, { code: 'BIRTHPLACE' }];
    const caseNo = await answered(
      {
        result: 'partly_consistent',
        source: 'paper_register',
        certificateText: '李样例曾用名“李例”。',
        differingItems: ['native_place'],
        matters: [
          { matter: 'NAME_CHANGE', result: 'consistent' },
          { matter: 'BIRTHPLACE', result: 'inconsistent', finding: '籍贯登记为四川省' },
        ],
      },
      { matters },
    );
    const notice = await viewOf(caseNo, 'referral_notice');
    expect(notice).toContain('"matters":["出生地／籍贯"]');
    expect(notice).toContain('"differingItems":["native_place"]');
    expect(notice).not.toContain('四川');
    const report = await viewOf(caseNo, 'verification_report');
    expect(report).toContain(
      '{"title":"姓名变更／曾用名（曾用名李例）","resultTitle":"一致","finding":null}',
    );
    expect(report).toContain('{"title":"出生地／籍贯","resultTitle":"不一致","finding":"籍贯登记为四川省"}');
  });

  it('S02 tell the home station of an Annex 2 with the query that it rests on', async () => {
    const caseNo = await door.submit({ matters: [{ code: 'REGISTRATION' }] });
    await act('window', caseNo, 'issue_annex_2', {
      registeredAddress: '贵州省遵义市红花岗区测试路1号',
      registerReference: '查询流水号 123',
      queriedAt: '2026-03-05T09:00:00+08:00',
    });
    await door.until(caseNo, ({ certificate }) => certificate !== null);
    expect((await papersOf(caseNo)).map(({ paper }) => paper)).toEqual(
      expect.arrayContaining(['annex_2', 'filing_letter', 'collection_notice']),
    );
    const letter = await viewOf(caseNo, 'filing_letter', 'liaison');
    expect(letter).toContain('贵州省遵义市红花岗区测试路1号');
    expect(letter).toContain('查询流水号 123');
    expect(letter).toContain('"homeStationName":"遵义市公安局红花岗分局桃溪派出所"');
  });

  it('S16 send an applicant who will not wait to the home station at his own wish', async () => {
    const caseNo = await door.submit();
    await act('acceptingLeader', caseNo, 'refer', { statement: '不再等待' });
    expect(await viewOf(caseNo, 'referral_notice')).toContain('"reason":"at_own_request"');
  });

  it('are 404 while nothing gave rise to them, and for what is no paper of a case', async () => {
    const caseNo = await door.submit();
    const absent = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/refusal_notice`);
    expect(absent.json()).toMatchObject({ status: 404, code: 'paper_not_available' });
    const none = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/rejection_notice`);
    expect(none.statusCode).toBe(422);
  });

  it('are gone with the personal data of an anonymised case', async () => {
    const caseNo = await readyForCollection(await submitWithScan());
    await act('window', caseNo, 'collect', { collectedBy: 'applicant' });
    const { attachments } = (await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json<{
      attachments: { id: string }[];
    }>();
    const files = [
      ...(await papersOf(caseNo)).map(({ href }) => href),
      `/v1/cases/${caseNo}/certificate`,
      `/v1/cases/${caseNo}/dossier`,
      `/v1/cases/${caseNo}/export`,
      ...attachments.map(({ id }) => `/v1/cases/${caseNo}/attachments/${id}`),
    ];
    expect(attachments).toHaveLength(1);
    for (const file of files) expect((await door.call('window', 'GET', file)).statusCode).toBe(200);
    await anonymiseCase(house.owner, caseNo as CaseNo, systemClock.now());
    expect(await papersOf(caseNo)).toEqual([]);
    for (const file of files) {
      const answer = await door.call('window', 'GET', file);
      expect([file, answer.json()]).toMatchObject([
        file,
        { status: 404, code: 'personal_data_removed', detail: errorSentences.personal_data_removed },
      ]);
    }
    // Nothing is written to it any more that nobody would clear.
    const late = await door.call('window', 'POST', `/v1/cases/${caseNo}/complain`, {
      body: { text: '投诉' },
    });
    expect(late.json()).toMatchObject({ status: 404, code: 'personal_data_removed' });
    // And nobody is told that what is gone is kept.
    const hold = `/v1/cases/${caseNo}/legal-hold`;
    const held = await door.call('auditor', 'PUT', hold, { body: { reason: '复议中' } });
    expect(held.json()).toMatchObject({ status: 404, code: 'personal_data_removed' });
    expect((await door.call('auditor', 'GET', hold)).statusCode).toBe(404);
  });

  it('are for the two stations; a supervisor sees those that are made for supervisors', async () => {
    const caseNo = await door.submit();
    await act('acceptingLeader', caseNo, 'refuse', { reason: '申请人持有居民户口簿' });
    expect((await papersOf(caseNo, 'acceptingCounty')).map(({ paper }) => paper)).toEqual(['refusal_notice']);
    const form = await door.call('acceptingCounty', 'GET', `/v1/cases/${caseNo}/papers/application_form`);
    expect(form.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    const outside = await door.call('stranger', 'GET', `/v1/cases/${caseNo}/papers`);
    expect(outside.json()).toMatchObject({ status: 404, code: 'case_not_found' });
  });
});
