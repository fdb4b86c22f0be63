import { describe, expect, it } from 'vitest';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { consistent, playPeople } from '../api/people.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import { playAtCounter } from './counter.ts';

type Scene = Parameters<Parameters<typeof playAtCounter>[0]>[0];

const refusal = { kind: 'refused', reason: '身份证件影像无法打开' };

/** A case that the home station has sent back on 3 November, and what its people then do. */
async function playRefused(scene: Scene) {
  const { accept, door, house, sleepUntil } = scene;
  const people = playPeople(door);
  const { caseNo } = await accept();
  await people.transmitted(caseNo);
  await sleepUntil('2026-11-03T10:00:00+08:00');
  await people.act('liaison', caseNo, 'return_dossier', refusal);
  const driver = CaseDriver.of(house, caseNo as CaseNo);
  const viewOf = async (person: 'window' | 'liaison') =>
    (await door.call(person, 'GET', `/v1/cases/${caseNo}`)).json<object>();
  return { act: people.act, caseNo, driver, viewOf };
}

/** Each clock of the 5 days with its due instant, and whether it was stopped before that. */
async function termsOf(driver: CaseDriver, tell: Scene['tell']): Promise<string[]> {
  const { clocks } = await driver.state();
  return Object.values(clocks)
    .filter(({ clock }) => clock === 'verification')
    .map(({ key, deadline, stoppedAt }) => {
      const end = stoppedAt === null ? 'runs' : stoppedAt < deadline.dueAt ? 'stopped' : 'missed';
      return `${key} ${tell(deadline.dueAt) ?? ''} ${end}`;
    })
    .sort();
}

describe('a dossier that the home station refuses', () => {
  it('is sent again, then to the deputy: each time a new term, and no rung of one that was sent back', () =>
    playAtCounter(async (scene) => {
      const { sleepUntil, rungsOf, tell } = scene;
      const { act, caseNo, driver, viewOf } = await playRefused(scene);
      expect(await viewOf('window')).toMatchObject({
        status: 'accepted',
        holder: 'accepting_station',
        returned: { reason: 'refused', explanation: refusal.reason, suggestedStation: null },
        deadline: null,
      });
      expect(await termsOf(driver, tell)).toEqual(['verification/1 2026-11-09T17:30 stopped']);

      // Nobody sends it on: what is late now is the accepting station's.
      await sleepUntil('2026-11-05T09:00:00+08:00');
      await act('window', caseNo, 'transmit');
      await act('liaison', caseNo, 'return_dossier', refusal);
      await act('window', caseNo, 'transmit', { addressee: 'deputy_liaison_officer' });
      expect(await termsOf(driver, tell)).toEqual([
        'verification/1 2026-11-09T17:30 stopped',
        'verification/2 2026-11-12T17:30 stopped',
        'verification/3 2026-11-12T17:30 runs',
      ]);
      expect((await driver.eventsOf('dossier_handed_over')).map(({ told }) => told)).toMatchObject([
        [{ unitCode: homeStation, post: 'liaison_officer' }],
        [{ unitCode: homeStation, post: 'liaison_officer' }],
        [{ unitCode: homeStation, post: 'deputy_liaison_officer' }],
      ]);

      await act('liaison', caseNo, 'receive');
      await sleepUntil('2026-11-11T09:00:00+08:00');
      await act('liaison', caseNo, 'answer', consistent);
      await act('window', caseNo, 'issue');
      await act('window', caseNo, 'notify', { method: 'telephone' });
      await act('window', caseNo, 'collect', { collectedBy: 'applicant' });

      expect(await viewOf('liaison')).toMatchObject({
        status: 'closed',
        outcome: 'collected',
        returned: null,
      });
      expect(await driver.course()).toEqual([
        'case_accepted',
        ...['transmission_requested', 'dossier_handed_over', 'dossier_returned'],
        'rung_fired',
        ...['transmission_requested', 'dossier_handed_over', 'dossier_returned'],
        ...['transmission_requested', 'dossier_handed_over', 'dossier_received'],
        'rung_fired',
        ...['answer_recorded', 'issue_requested', 'certificate_issued'],
        ...['applicant_notified', 'certificate_collected'],
      ]);
      expect(await rungsOf(driver)).toEqual(['transmission_overdue 2026-11-04T17:30', 'R2 2026-11-11T08:30']);
      const returned = '户籍地派出所退回申请，请核实后重新流转或改用其他方式。';
      expect((await driver.noticesTo('window_officer')).filter((text) => text === returned)).toHaveLength(2);
      const arrived = (await driver.noticesTo('liaison_officer')).filter((text) =>
        text.startsWith('收到一件'),
      );
      expect(arrived.map((text) => /\d\d-\d\d(?=前反馈)/.exec(text)?.[0])).toEqual([
        '11-09',
        '11-12',
        '11-12',
      ]);
      const expected = (await driver.noticesTo('applicant')).filter((text) => text.includes('查证完毕'));
      expect(expected).toEqual([
        expect.stringMatching(/^申请材料已送达户籍地派出所，预计\d{4}-11-09前查证完毕。$/),
        expect.stringMatching(/^申请材料已重新送达户籍地派出所，预计\d{4}-11-12前查证完毕。$/),
      ]);
    }));

  it('goes by fax instead: the term runs from the receipt of that, which is urged', () =>
    playAtCounter(async (scene) => {
      const { at, sleepUntil, rungsOf, tell } = scene;
      const { act, caseNo, driver, viewOf } = await playRefused(scene);
      await sleepUntil('2026-11-03T10:30:00+08:00');
      const manual = {
        way: 'fax',
        handedOverAt: at('2026-11-03T10:20:00+08:00'),
        faxNumber: '0851-00000018',
        pages: 3,
      };
      await act('window', caseNo, 'transmit', { channel: 'manual', manual });
      expect(await viewOf('window')).toMatchObject({ status: 'in_transit', returned: null, deadline: null });
      await sleepUntil('2026-11-05T09:00:00+08:00');
      const receivedAt = at('2026-11-04T18:00:00+08:00');
      await act('liaison', caseNo, 'receive', { receivedAt, pagesReceived: 3 });
      expect(await termsOf(driver, tell)).toEqual([
        'verification/1 2026-11-09T17:30 stopped',
        'verification/2 2026-11-11T17:30 runs',
      ]);
      expect((await driver.state()).transmissions).toMatchObject([
        { n: 1, channel: 'platform', receipt: null },
        { n: 2, channel: 'manual', receipt: { receivedAt, pagesReceived: 3 } },
      ]);
      await act('liaison', caseNo, 'answer', consistent);
      expect(await rungsOf(driver)).toEqual(['receipt_missing 2026-11-04T17:30']);
      expect(await driver.course()).toEqual([
        'case_accepted',
        ...['transmission_requested', 'dossier_handed_over', 'dossier_returned'],
        ...['transmission_requested', 'dossier_handed_over', 'rung_fired'],
        ...['dossier_received', 'answer_recorded'],
      ]);
      expect(await driver.noticesTo('liaison_officer')).toEqual([
        expect.stringMatching(/^收到一件.*11-09前反馈。$/),
        '一件“跨省通办”查证申请的材料已发出，请核对是否收到并签收。',
      ]);
    }));
});

it('a channel that refuses a dossier says what to do, and lets go of it when another one takes it', () =>
  playAtCounter(async ({ accept, door, house, rungsOf }) => {
    const { act } = playPeople(door);
    const { caseNo } = await accept();
    const driver = CaseDriver.of(house, caseNo as CaseNo);
    // There is no fax server here.
    const refused = await act('window', caseNo, 'transmit', { channel: 'fax' });
    expect(refused.json()).toMatchObject({
      status: 'in_transit',
      deadline: null,
      pending: [{ effect: 'transmit_dossier', incident: { failureClass: 'fax_not_configured' } }],
      transmissions: [{ n: 1, channel: 'fax', handedOverAt: null }],
    });
    expect(await driver.noticesTo('window_officer')).toEqual([
      expect.stringMatching(/^流转申请材料受阻：本系统未配置传真.*改用平台流转或人工送达/),
    ]);
    const { items } = (await door.call('window', 'GET', `/v1/cases/${caseNo}/agenda`)).json<{
      items: { kind: string }[];
    }>();
    expect(items.map(({ kind }) => kind)).toContain('retry');

    const sent = await act('window', caseNo, 'transmit');
    expect(sent.json()).toMatchObject({
      caseNo,
      pending: [],
      transmissions: [
        { n: 1, channel: 'fax', handedOverAt: null },
        { n: 2, channel: 'platform' },
      ],
    });
    expect(await driver.course()).toEqual([
      'case_accepted',
      ...['transmission_requested', 'effect_failed'],
      ...['transmission_requested', 'dossier_handed_over'],
    ]);
    expect(await rungsOf(driver)).toEqual([]);
  }));
