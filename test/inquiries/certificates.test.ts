import { describe, expect, it } from 'vitest';
import { anonymiseCase } from '../../db/repositories/retention.ts';
import { certificateChecks, certificates } from '../../db/schema/index.ts';
import { openRow } from '../../db/sealed-rows.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { eq } from 'drizzle-orm';
import { openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { publicUrl } from '../house/house.ts';
import { marksOf } from './printed-marks.ts';
import { ask } from './public.ts';

const { door, house } = await openHouseWithDoor();
const { act, issued } = playPeople(door);

const check = (marks: object) => ask(door.app, '/v1/certificate-checks', marks);

const ofNothing = '44010699000020260101000010';

describe('POST /v1/certificate-checks', () => {
  it('says of a certificate that it holds, who issued it, when, and the masked name; nothing else', async () => {
    const { token, ...byNumber } = await marksOf(door, await issued());
    const today = systemClock.now().slice(0, 10);
    for (const marks of [{ token }, byNumber]) {
      const { statusCode, body } = await check(marks);
      expect(statusCode).toBe(200);
      expect(JSON.parse(body)).toEqual({
        outcome: 'valid',
        outcomeTitle: '有效',
        sentence: expect.any(String) as string,
        title: '户籍事项证明（附件1）',
        issuingUnit: '广州市公安局天河区分局云山派出所',
        issuedOn: today,
        maskedName: '李**',
        checkedAt: expect.any(String) as string,
      });
    }
  });

  it('says that it was voided, and that another took its place, without saying which', async () => {
    const caseNo = await issued();
    const first = await marksOf(door, caseNo);
    await act('acceptingLeader', caseNo, 'void_certificate', { reason: '证明内容有误' });
    expect((await check({ token: first.token })).json()).toMatchObject({ outcome: 'voided' });
    await act('window', caseNo, 'issue');
    await door.until(caseNo, ({ status }) => status === 'issued');
    await act('acceptingLeader', caseNo, 'reissue', {
      reason: 'lost',
      registerReference: '查询流水号 123',
      queriedAt: systemClock.now(),
    });
    await door.until(caseNo, ({ certificates: all }) => (all as unknown[]).length === 3);
    const third = await marksOf(door, caseNo);
    const list = (await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json<{
      certificates: { certificateNo: string }[];
    }>();
    const [, second] = list.certificates;
    const { checkCode, certificateNo } = await marksOf(door, caseNo, second?.certificateNo);
    const { body } = await check({ certificateNo, checkCode });
    expect(JSON.parse(body)).toMatchObject({ outcome: 'superseded', maskedName: '李**' });
    expect(body).not.toContain(third.certificateNo);
    expect((await check({ token: third.token })).json()).toMatchObject({ outcome: 'valid' });
  });

  it('keeps no token and no code, only what they hash to', async () => {
    const caseNo = await issued();
    const { token, checkCode, certificateNo } = await marksOf(door, caseNo);
    const [row] = await house.owner
      .select()
      .from(certificates)
      .where(eq(certificates.caseNo, caseNo as CaseNo));
    if (row === undefined) throw new Error('a certificate was issued');
    const { pdf: _pdf, ...kept } = openRow(house.owner, certificates, row);
    expect(kept).toMatchObject({ certificateNo, maskedName: '李**' });
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(kept)).not.toContain(checkCode);
  });

  it('is recorded for the stations of the case and nobody else, without who asked', async () => {
    const caseNo = await issued();
    const { token, certificateNo, checkCode } = await marksOf(door, caseNo);
    await check({ token });
    await check({ certificateNo, checkCode: 'WRNG-C0DE' });
    await check({ certificateNo, checkCode });
    const address = `/v1/cases/${caseNo}/certificate-checks`;
    const pages = [await door.call('liaison', 'GET', `${address}?limit=2`)];
    const { nextCursor } = pages[0]?.json<{ nextCursor: string }>() ?? {};
    pages.push(await door.call('liaison', 'GET', `${address}?limit=2&cursor=${nextCursor ?? ''}`));
    const items = pages.flatMap((page) => page.json<{ items: Record<string, string>[] }>().items);
    expect(items.map(({ way, outcome }) => [way, outcome])).toEqual([
      ['number', 'valid'],
      ['number', 'not_confirmed'],
      ['token', 'valid'],
    ]);
    expect(new Set(items.map((item) => item['certificateNo']))).toEqual(new Set([certificateNo]));
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      ['certificateNo', 'checkedAt', 'outcome', 'outcomeTitle', 'way', 'wayTitle'].sort(),
    );
    expect((await door.call('stranger', 'GET', address)).statusCode).toBe(404);
    expect((await door.call('window', 'GET', address)).statusCode).toBe(200);
  });

  it('records a check of nothing as one, and counts its number for nobody', async () => {
    const before = await house.owner.$count(certificateChecks);
    expect((await check({ certificateNo: ofNothing, checkCode: 'AAAA-AAAA' })).statusCode).toBe(404);
    expect(await house.owner.$count(certificateChecks)).toBe(before + 1);
  });

  it('is of a token or of a number with its code, and of nothing else', async () => {
    for (const marks of [{}, { certificateNo: ofNothing }, { token: 'A', checkCode: 'B' }, { token: 7 }]) {
      const { statusCode, body } = await check(marks);
      expect([statusCode, body.includes('"errors":[{')]).toEqual([422, true]);
    }
    expect((await check({ token: '\u0000' })).statusCode).toBe(404);
    expect((await check({ certificateNo: '\u0000', checkCode: '\ud800' })).statusCode).toBe(404);
  });

  it('goes on after retention, which takes the name away', async () => {
    const caseNo = await issued();
    const { token } = await marksOf(door, caseNo);
    await act('window', caseNo, 'notify', { method: 'telephone' });
    await act('window', caseNo, 'collect', { collectedBy: 'applicant' });
    await anonymiseCase(house.owner, caseNo as CaseNo, systemClock.now());
    expect((await check({ token })).json()).toMatchObject({ outcome: 'valid', maskedName: null });
  });
});

describe('the foot of a certificate', () => {
  it('leads to its own check', async () => {
    const caseNo = await issued();
    const { body } = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
    expect(body).toContain(`"address":"${publicUrl}/verify"`);
    expect(body).toMatch(/"qrAddress":"https:\/\/tongban\.example\/verify\/[\w-]{22}"/);
  });

  it('holds nothing where the province leaves it out, and such a certificate is confirmed to nobody', async () => {
    await door.call('administrator', 'POST', '/v1/policies', {
      body: { papers: { certificateFoot: 'none' } },
    });
    const caseNo = await issued();
    const { body } = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
    expect(body).not.toContain('"check"');
    const [row] = await house.owner
      .select()
      .from(certificates)
      .where(eq(certificates.caseNo, caseNo as CaseNo));
    expect([row?.checkCodeHash, row?.tokenHash]).toEqual([null, null]);
    const { certificateNo = '' } = row ?? {};
    expect((await check({ certificateNo, checkCode: 'null' })).statusCode).toBe(404);
  });
});
