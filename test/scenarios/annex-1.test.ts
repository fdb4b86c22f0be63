import { describe, expect, it } from 'vitest';
import { transmissions } from '../../db/schema/index.ts';
import type { Door } from '../api/door.ts';
import { openDocuments, readPdf } from '../documents/documents-fixture.ts';
import { CaseDriver, homeStation, liaisonOfficer, stationLeader } from '../house/case-driver.ts';
import { mainRoad } from '../house/main-road.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';
const renderer = await openDocuments();

/** What the referral notice of a case is printed from. */
async function referralOf(door: Door, { caseNo }: CaseDriver) {
  const paper = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/referral_notice`);
  return JSON.parse(paper.body.slice(paper.body.indexOf('{'))) as {
    reason: string;
    matters: string[];
    homeStation: object;
    differingItems: string[];
    remedies: string[];
  };
}

const homeOffice = { address: '遵义市红花岗区桃溪路8号', telephone: '0851-00000008' };

describe('the path of a case with Annex 1', () => {
  it('S01 goes from the counter to the applicant’s hand', () =>
    playScenario({ from, renderer }, async ({ house, sleepUntil, tell, rungsOf, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      const door = await openDoor();
      const read = (person: 'window' | 'liaison', what = '') =>
        door.call(person, 'GET', `/v1/cases/${driver.caseNo}${what}`);
      await sleepUntil('2026-11-02T10:12:00+08:00');
      await driver.transmit();
      for (const person of ['window', 'liaison'] as const) {
        const { deadline } = (await read(person)).json<{ deadline: { dueAt: Instant } }>();
        expect(tell(deadline.dueAt)).toBe('2026-11-09T17:30');
      }
      // Whom the directory names for the station is told, and what went to it is recorded [§2].
      const [handedOver] = await driver.eventsOf('dossier_handed_over');
      expect(handedOver?.told).toMatchObject([{ unitCode: homeStation, post: 'liaison_officer' }]);
      expect(handedOver?.told[0]?.personId).not.toBeNull();
      expect(await driver.noticesTo('liaison_officer')).toEqual([
        expect.stringMatching(/^收到一件“跨省通办”查证申请，请签收，并于\d{4}-11-09前反馈。$/),
      ]);
      const [sent, ...others] = await house.owner.select().from(transmissions);
      expect(sent).toMatchObject({ n: 1, channel: 'platform', toStation: homeStation });
      expect([sent?.deliveredAt, others]).toEqual([handedOver?.deliveredAt, []]);
      await sleepUntil('2026-11-02T11:00:00+08:00');
      await driver.receive();
      await sleepUntil('2026-11-05T15:00:00+08:00');
      await driver.answer();
      await driver.issue();
      await driver.act('notify');
      const { text } = await readPdf((await read('window', '/certificate')).rawPayload);
      expect(text).toContain(
        '经申请人户籍所在地公安机关（遵义市公安局红花岗分局桃溪派出所）调查核实：申请人曾用名李例',
      );
      expect(text).toContain('注：此证明仅证明户籍登记情况，如有疑问，由申请人户籍所在地公安机关');
      await sleepUntil('2026-11-06T09:00:00+08:00');
      await driver.act('collect', {}, { content: { collectedBy: 'applicant' } });

      const state = await driver.state();
      expect(state).toMatchObject({
        status: 'closed',
        outcome: 'collected',
        answer: { timeliness: 'in_time' },
      });
      expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');
      expect(await driver.course()).toEqual(mainRoad);
      expect(await rungsOf(driver)).toEqual([]);
      expect(await driver.noticesTo('applicant')).toEqual([
        '您的申请已受理，申请材料将转至户籍地派出所查证。',
        expect.stringMatching(/^申请材料已送达户籍地派出所，预计\d{4}-11-09前查证完毕。$/),
        '您申请的户籍事项证明已开具，请携带有效身份证件到受理地派出所领取。',
      ]);
      expect(await driver.handle.result()).toBe('collected');
      for (const person of ['window', 'liaison'] as const) {
        const file = await read(person, '/export');
        expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/zip']);
      }
    }));

  it('S30 records who collected, when and with what', () =>
    playScenario({ from }, async ({ house, tell, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      await driver.issue();
      await driver.act('notify');
      const document = { identityDocument: 'resident_identity_card', signature: 'fingerprint' } as const;
      const content = { collectedBy: 'applicant', ...document } as const;
      await driver.act('collect', {}, { content });
      const [collected] = await driver.eventsOf('certificate_collected');
      expect(collected).toMatchObject({ by: { officerId: 'officer-1', role: 'window_officer' } });
      expect(tell(collected?.occurredAt)).toBe('2026-11-02T09:30');
      expect(await driver.wordsOf('collect')).toEqual([{ act: 'collect', ...content }]);
      expect((await driver.state()).outcome).toBe('collected');
      const [certificate] = (await driver.state()).certificates;
      const record = await (
        await openDoor()
      ).call('window', 'GET', `/v1/cases/${driver.caseNo}/papers/collection_record`);
      expect(record.body).toContain(`"certificateNo":"${certificate?.certificateNo ?? ''}"`);
      expect(record.body).toContain('"by":"applicant"');
      expect(record.body).toContain('"identityDocument":"resident_identity_card"');
    }));

  it.each([
    ['S04 refers home when the identity cannot be verified', 'identity_not_verifiable', '查无此人'],
    [
      'S05 refers home when the information is inconsistent',
      'inconsistent',
      '姓名一致，出生日期：底册为1990年3月8日',
    ],
  ] as const)('%s', (_, result, finding) =>
    playScenario({ from }, async ({ house, openDoor }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      const differs = result === 'inconsistent';
      await driver.answer(result, { finding, ...(differs ? { differingItems: ['birth_date'] } : {}) });
      const [answered] = await driver.eventsOf('answer_recorded');
      expect(answered).toMatchObject({ result, by: liaisonOfficer });
      const door = await openDoor();
      for (const person of ['window', 'liaison'] as const) {
        const view = await door.call(person, 'GET', `/v1/cases/${driver.caseNo}`);
        expect(view.json()).toMatchObject({ answer: { result, finding } });
      }
      await expect(driver.issue()).rejects.toMatchObject({ cause: { type: 'answer_is_negative' } });
      await driver.act('notify', {}, { content: { method: 'telephone' } });
      expect(await driver.state()).toMatchObject({
        status: 'closed',
        outcome: 'referred',
        certificates: [],
      });
      const [referred] = await driver.eventsOf('applicant_referred');
      expect(referred).toMatchObject({ cause: 'answer', by: { role: 'window_officer' } });
      expect(await driver.wordsOf('notify')).toEqual([{ act: 'notify', method: 'telephone' }]);
      // Of what differs only the item that the home station named, never what the register says instead.
      const notice = await referralOf(door, driver);
      expect(notice).toMatchObject({
        reason: result,
        homeStation: homeOffice,
        differingItems: differs ? ['birth_date'] : [],
        remedies: [
          expect.stringMatching(/60日内依法申请行政复议.*6个月内依法向人民法院提起行政诉讼/),
          '对办理过程有意见的，可以向广州市公安局天河区分局反映。',
          expect.stringContaining('可以重新提出申请'),
        ],
      });
      expect(JSON.stringify(notice)).not.toContain('1990年3月8日');
      expect((await driver.noticesTo('applicant')).join()).not.toContain('1990年3月8日');
      expect(await driver.noticesTo('applicant')).toContainEqual(
        expect.stringMatching(/^您申请的事项无法异地开具证明，请前往户籍地派出所申请办理/),
      );
    }),
  );

  it('S49 keeps where the home station looked beside the answer, not in its text', () =>
    playScenario({ from }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      await driver.receive();
      await driver.answer('consistent', { source: 'paper_register' });
      await driver.issue();
      expect(await driver.wordsOf('answer')).toMatchObject([{ source: 'paper_register' }]);
      expect(await driver.printed()).not.toContain('底册');

      const quoted = await CaseDriver.accept(house);
      await quoted.transmit();
      await quoted.receive();
      const certificateText = '据户籍底册，申请人1987年迁入。';
      await quoted.answer('consistent', { source: 'paper_register', certificateText });
      await quoted.issue();
      expect(await quoted.printed()).toContain(certificateText);
    }));
});

describe('S06 several matters, of which one cannot be confirmed', () => {
  const change = {
    matters: [{ code: 'NAME_CHANGE', details: '曾用名李例' }, { code: 'BIRTHPLACE' }],
  } as const;
  const findings = {
    certificateText: '申请人曾用名李例。',
    matters: [
      { matter: 'NAME_CHANGE', result: 'consistent' },
      { matter: 'BIRTHPLACE', result: 'no_record' },
    ],
  } as const;

  it('S06 with the applicant’s consent the certificate says nothing of the other matter', () =>
    playScenario({ from }, async ({ house, openDoor }) => {
      const driver = await CaseDriver.accept(house, change);
      await driver.transmit();
      await driver.receive();
      await driver.answer('partly_consistent', findings);
      const door = await openDoor();
      const view = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}`);
      expect(view.json()).toMatchObject({ answer: { matters: findings.matters } });
      await expect(driver.issue()).rejects.toMatchObject({ cause: { type: 'consent_needed' } });
      await driver.act(
        'issue',
        { consent: 'given', certificateText: null },
        { content: { consent: 'given' } },
      );
      await driver.waitUntil('issued', ({ status }) => status === 'issued');
      expect((await driver.state()).certificates).toMatchObject([{ matters: ['NAME_CHANGE'] }]);
      const printed = await driver.printed();
      expect(printed).toContain('姓名变更');
      expect(printed).not.toContain('出生地');
      expect(await referralOf(door, driver)).toMatchObject({
        matters: ['出生地／籍贯'],
        reason: 'partly_no_record',
        differingItems: [],
      });
    }));

  it('S06 without it the whole case is referred home', () =>
    playScenario({ from }, async ({ house, openDoor }) => {
      const driver = await CaseDriver.accept(house, change);
      await driver.transmit();
      await driver.receive();
      await driver.answer('partly_consistent', findings);
      await driver.act('notify');
      expect(await driver.state()).toMatchObject({ outcome: 'referred', certificates: [] });
      expect(await referralOf(await openDoor(), driver)).toMatchObject({
        matters: ['姓名变更／曾用名（曾用名李例）', '出生地／籍贯'],
        reason: 'partly_no_record',
      });
    }));
});

describe('an answer', () => {
  it('takes two persons where the matter needs them', () =>
    playScenario({ from }, async ({ house }) => {
      const driver = await CaseDriver.accept(house, {
        matters: [{ code: 'KINSHIP', details: '与李样本的亲属关系' }],
      });
      await driver.transmit();
      await driver.receive();
      await driver.answer();
      expect((await driver.state()).status).toBe('verifying');
      await expect(driver.act('confirm_answer', {}, { by: liaisonOfficer })).rejects.toMatchObject({
        cause: { type: 'second_person_needed' },
      });
      await driver.act('confirm_answer', {}, { by: stationLeader });
      const [recorded] = await driver.eventsOf('answer_recorded');
      expect(recorded).toMatchObject({
        by: { officerId: liaisonOfficer.officerId },
        confirmedBy: { officerId: stationLeader.officerId },
      });
      expect((await driver.state()).status).toBe('answered');
    }));

  it('is corrected before issue, and the certificate says the corrected words', () =>
    playScenario({ from }, async ({ house, sleepUntil }) => {
      const driver = await CaseDriver.accept(house);
      await driver.toAnswered();
      await sleepUntil('2026-11-03T10:00:00+08:00');
      await driver.answer('consistent', { certificateText: '申请人曾用名李例子。' });
      await driver.issue();
      const [, corrected] = await driver.eventsOf('answer_recorded');
      expect(corrected?.replaces).not.toBeNull();
      expect(await driver.printed()).toContain('申请人曾用名李例子。');
      await expect(driver.answer()).rejects.toMatchObject({ cause: { type: 'act_not_allowed' } });
    }));
});
