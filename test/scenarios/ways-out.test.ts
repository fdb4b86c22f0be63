import { describe, expect, it } from 'vitest';
import { CaseDriver, sampleApplication, windowOfficer } from '../house/case-driver.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';

describe('ways out', () => {
  it('S16 the applicant waits no longer: referred at his wish, and the delay stays the home station’s', () =>
    playScenario({ from }, async ({ house, sleepUntil, rungsOf, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-11T18:00:00+08:00');
      await driver.waitUntil('R5', ({ escalations }) => 'verification/1/R5' in escalations);
      await driver.act('refer', {}, { content: { statement: '不再等待' } });
      const state = await driver.state();
      expect(state).toMatchObject({ status: 'closed', outcome: 'referred', answer: null });
      expect(await driver.noticesTo('liaison_officer')).toContain(
        '申请人要求自行前往户籍地办理，无需继续查证。',
      );
      expect(await driver.wordsOf('refer')).toEqual([{ act: 'refer', statement: '不再等待' }]);
      const door = await openDoor();
      const notice = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/papers/referral_notice`);
      expect(notice.body).toContain('"reason":"at_own_request"');
      // The term that ran out stays the home station's.
      const statistics = await door.call('homeLeader', 'GET', '/v1/statistics?side=home');
      expect(statistics.json()).toMatchObject({
        total: { cases: 1, answeredInTime: 0, answeredLate: 1, referredAtWish: 1 },
      });
      await sleepUntil('2026-12-01T10:00:00+08:00');
      expect((await rungsOf(driver)).filter((rung) => rung.startsWith('R6'))).toEqual([]);
    }));

  it('S17 sends nothing when the applicant withdraws before transmission', () =>
    playScenario({ from }, async ({ house, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.act('withdraw', {}, { content: { statement: '申请人书面撤回' } });
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
      expect(await driver.course()).toEqual(['case_accepted', 'case_withdrawn']);
      expect(await driver.noticesTo('liaison_officer')).toEqual([]);
      expect(await driver.wordsOf('withdraw')).toHaveLength(1);
      expect((await driver.state()).transmissions).toEqual([]);
      // The form is kept (留存备查).
      const door = await openDoor();
      const form = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/papers/application_form`);
      expect(form.body).toContain(sampleApplication.applicant.name);
    }));

  it('S18 a withdrawal during verification stops every clock, is told, and a later answer is only kept', () =>
    playScenario({ from }, async ({ house, sleepUntil, rungsOf, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await sleepUntil('2026-11-05T08:00:00+08:00');
      await driver.act('withdraw');
      // At once: no time passes until the home station reads it.
      const door = await openDoor();
      const seen = await door.call('liaison', 'GET', `/v1/cases/${driver.caseNo}`);
      expect(seen.json()).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
      const inbox = await door.call('liaison', 'GET', '/v1/notices');
      expect(inbox.body).toContain('申请人已撤回申请，无需继续查证。');
      const agenda = await door.call('liaison', 'GET', `/v1/cases/${driver.caseNo}/agenda`);
      expect(agenda.json()).toEqual({ items: [] });
      expect(await driver.noticesTo('liaison_officer')).toContain('申请人已撤回申请，无需继续查证。');
      await sleepUntil('2026-11-20T10:00:00+08:00');
      expect(await rungsOf(driver)).toEqual([]);
      await driver.answer();
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'withdrawn', answer: null });
      expect((await driver.course()).at(-1)).toBe('answer_filed');
      expect(await driver.wordsOf('answer')).toHaveLength(1);
      expect(await driver.certificateCount()).toBe(0);
    }));

  it('S23 everything that is missing is told at once, and a second list is a leader’s decision', () =>
    playScenario({ from }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      const items = ['申请表未签名', '未填写联系电话'];
      const first = { reason: null } as const;
      await driver.act('request_completion', first, { content: { items } });
      expect((await driver.state()).custody.at(-1)?.holder).toBe('applicant');
      expect((await driver.state()).clocks['verification/1' as never]).toBeUndefined();
      await expect(driver.act('request_completion', first, { content: { items } })).rejects.toMatchObject({
        cause: { type: 'completion_already_requested' },
      });
      const leader = { ...windowOfficer, officerId: 'leader-1', role: 'station_leader' } as const;
      await expect(
        driver.act('request_completion', first, { by: leader, content: { items } }),
      ).rejects.toMatchObject({ cause: { type: 'completion_reason_needed' } });
      await driver.act(
        'request_completion',
        { reason: 'given' },
        { by: leader, content: { items: ['另需补正'], reason: '首次遗漏' } },
      );
      await driver.act('complete_materials');
      await driver.transmit();
      expect((await driver.state()).completion).toEqual({ round: 2, open: 'sent' });
      expect((await driver.wordsOf('request_completion')).map(({ items: listed }) => listed)).toEqual([
        items,
        ['另需补正'],
      ]);
    }));

  it('refuses at the accepting station until an answer is there, and the county is told', () =>
    playScenario({ from }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.act('refuse', {}, { content: { reason: '经核不符合条件' } });
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'refused' });
      expect(await driver.unitsToldAs('county_supervisor')).toContain('440106000000');
    }));
});
