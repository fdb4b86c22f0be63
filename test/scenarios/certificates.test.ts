import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { describe, expect, it } from 'vitest';
import { CaseDriver, sampleApplication } from '../house/case-driver.ts';
import { textsOf } from '../replay/history-texts.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';

describe('a certificate after its issue', () => {
  it('S31 reminds twice, keeps the paper, and closes as uncollected after 180 days', () =>
    playScenario({ from: '2026-11-05T09:30:00+08:00' }, async ({ house, sleepUntil, rungsOf, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      await driver.issue();
      await driver.act('notify');
      const door = await openDoor();
      const standing = async () =>
        (await door.call('window', 'GET', '/v1/cases')).json<{ items: object[] }>().items;
      await sleepUntil('2026-11-21T09:00:00+08:00');
      expect(await standing()).toMatchObject([{ status: 'issued', uncollected: false }]);
      await sleepUntil('2026-12-06T09:00:00+08:00');
      expect(await standing()).toMatchObject([{ status: 'issued', uncollected: true }]);
      expect(await rungsOf(driver)).toEqual([
        'collection_reminder 2026-11-20T08:30',
        'collection_second_reminder 2026-12-05T08:30',
      ]);
      const reminder = '您申请的户籍事项证明尚未领取，请携带有效身份证件到受理地派出所领取。';
      expect((await driver.noticesTo('applicant')).filter((text) => text === reminder)).toHaveLength(2);
      expect(await driver.state()).toMatchObject({ status: 'issued', collectedAt: null });
      await sleepUntil('2027-05-05T09:00:00+08:00');
      await driver.waitUntil('the end', ({ status }) => status === 'closed');
      expect(await driver.state()).toMatchObject({ outcome: 'uncollected' });
      expect(await standing()).toMatchObject([{ status: 'closed', uncollected: true }]);
      expect((await rungsOf(driver)).at(-1)).toBe('collection_lapsed 2027-05-04T17:30');
      expect(await driver.state()).toMatchObject({ certificates: [{ life: 'valid' }] });
      expect(await driver.printed()).toContain('annex_1');
    }));

  it('S32 printed again after a jam keeps its number and counts its prints', () =>
    playScenario({ from }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      await driver.issue();
      const [issued] = (await driver.state()).certificates;
      expect(issued).toMatchObject({ printCount: 1 });
      await driver.act('reprint', {}, { content: { reason: '打印机卡纸' } });
      expect((await driver.state()).certificates).toEqual([{ ...issued, printCount: 2 }]);
      expect(await driver.certificateCount()).toBe(1);
      expect(await driver.wordsOf('reprint')).toMatchObject([{ reason: '打印机卡纸' }]);
    }));

  it('S33 voided after collection, corrected and issued anew, each pointing to the other', () =>
    playScenario({ from }, async ({ house, sleepUntil, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      const door = await openDoor();
      const corrected = { certificateText: '申请人曾用名李例，于2008年5月21日变更。' };
      const issue = () =>
        door.call('window', 'POST', `/v1/cases/${driver.caseNo}/issue`, { body: corrected });
      expect((await issue()).json()).toMatchObject({ status: 409, code: 'no_certificate_to_correct' });
      await driver.finish();
      await driver.handle.result();
      await sleepUntil('2026-11-04T10:00:00+08:00');
      await driver.act('void_certificate', {}, { content: { reason: '证明内容有误' } });
      expect(await driver.state()).toMatchObject({ status: 'answered', outcome: null, closedAt: null });
      expect((await issue()).statusCode).toBe(200);
      await driver.waitUntil('issued anew', ({ certificates }) => certificates.length === 2);
      const { certificates } = await driver.state();
      expect(certificates).toMatchObject([
        { life: 'voided', supersededBy: certificates[1]?.certificateNo },
        { life: 'valid', supersededBy: null },
      ]);
      expect(certificates[0]?.certificateNo).not.toBe(certificates[1]?.certificateNo);
      expect((await driver.eventsOf('certificate_issued')).map(({ supersedes }) => supersedes)).toEqual([
        null,
        certificates[0]?.certificateNo,
      ]);
      const view = await door.call('liaison', 'GET', `/v1/cases/${driver.caseNo}`);
      expect(view.json()).toMatchObject({
        certificates: [{ lifeTitle: '已作废' }, { lifeTitle: '有效' }],
      });
      expect(await driver.printed()).toContain('2008年5月21日');
      expect((await driver.noticesTo('liaison_officer')).slice(-2)).toEqual([
        '受理地派出所已作废本案所出具的证明。',
        expect.stringContaining('证明内容与你所反馈的不一致'),
      ]);
      const history = historyToJSON(await driver.handle.fetchHistory());
      const told = textsOf(JSON.parse(history)).join('\n');
      expect(told).toContain('"certificateText":"given"');
      expect(told).not.toContain(corrected.certificateText);
      await driver.act('collect');
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    }));

  it.each([
    { told: 'S34 a lost one is issued again', after: '2026-11-23T09:30:00+08:00', allowed: true },
    { told: 'S34 not from an answer of 31 days ago', after: '2026-12-03T09:30:00+08:00', allowed: false },
  ])('$told', ({ after, allowed }) =>
    playScenario({ from }, async ({ house, sleepUntil, openDoor, at }) => {
      const registerReference = '全国人口信息系统 20261123-0002';
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      await driver.finish();
      await driver.handle.result();
      await sleepUntil(after);
      const reissue = () =>
        driver.act('reissue', {}, { content: { reason: 'lost', registerReference, queriedAt: at(after) } });
      if (!allowed) {
        await expect(reissue()).rejects.toMatchObject({ cause: { type: 'answer_not_fresh' } });
        // A new case is what is left, and nothing stands in its way.
        const again = await (
          await openDoor()
        ).call('window', 'POST', '/v1/cases', { body: sampleApplication });
        expect(again.json()).toMatchObject({ status: 'accepted', advice: [] });
        return;
      }
      const door = await openDoor();
      const refused = async (body: object) =>
        (await door.call('window', 'POST', `/v1/cases/${driver.caseNo}/reissue`, { body })).json<object>();
      expect(await refused({ reason: 'lost' })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/registerReference' }],
      });
      // What the register said when the lost one was issued is no new query.
      expect(await refused({ reason: 'lost', registerReference, queriedAt: from })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/queriedAt', code: 'register_query_outdated' }],
      });
      await reissue();
      await driver.waitUntil('issued again', ({ certificates }) => certificates.length === 2);
      expect((await driver.state()).certificates).toMatchObject([{ life: 'superseded' }, { life: 'valid' }]);
    }),
  );
});
