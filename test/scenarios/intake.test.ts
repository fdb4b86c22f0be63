import { describe, expect, it } from 'vitest';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { applications, intakeRecords } from '../../db/schema/index.ts';
import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { anotherApplication } from '../api/door.ts';
import { consistent, playPeople } from '../api/people.ts';
import { unit } from '../domain/units/units.ts';
import { playAtCounter } from './counter.ts';

const { applicant, identityDocument } = anotherApplication();

const corpsStation = parseUnitCode('660801990000');
const corps = [
  unit('province', '66', null, '660000'),
  unit('county', '660801', '66', '659001'),
  unit('station', '660801990000', '660801', '659001'),
];

function idNumberOf(digits: string): string {
  return digits + idNumberCheckCharacterOf(digits);
}

describe('what is refused at the counter', () => {
  it('S19 the same province by the tree, in writing, with the way inside the province', () =>
    playAtCounter(async ({ faultsOf, reject }) => {
      const change = { homeStation: '440104990000' };
      expect(await faultsOf(change)).toEqual(['same_province /homeStation']);
      const { no, codes, paper } = await reject(change);
      expect(codes).toEqual(['same_province']);
      expect(no).toMatch(/^440106990000\d{13}[0-9A-Z]$/);
      expect(paper).toContain(`rejection_notice`);
      expect(paper).toContain(no);
      expect(paper).toContain('请按省内业务办理');
      expect(paper).toContain('行政复议');
    }));

  it('S20 a matter of another office: reason, competent place, and the county is told once', () =>
    playAtCounter(async ({ faultsOf, reject, inboxOf }) => {
      const change = { matters: [{ code: 'NO_CRIMINAL_RECORD' }] };
      expect(await faultsOf(change)).toEqual(['matter_never_certified /matters/0/code']);
      const { no, paper } = await reject(change);
      expect(paper).toContain('犯罪记录查询窗口');
      const told = (await inboxOf('acceptingCounty')).filter((text) => text.includes(no));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/五个一律.*云山派出所.*无犯罪记录/);
      expect(told[0]).not.toContain(applicant.name);
    }));

  it('S21 a booklet that is at hand proves the matter by itself', () =>
    playAtCounter(async ({ faultsOf, reject, inboxOf }) => {
      const change = { bookletReason: { kind: 'at_hand' } };
      expect(await faultsOf(change)).toEqual(['booklet_at_hand /bookletReason/kind']);
      const { paper, no } = await reject(change);
      expect(paper).toContain('凭户口簿即可，无需开具证明');
      expect(paper).toContain('公通字〔2016〕21号');
      expect((await inboxOf('acceptingCounty')).some((text) => text.includes(no))).toBe(false);
    }));

  it('S22 whoever only passes through; the applicant’s word for a reason is enough', () =>
    playAtCounter(async ({ accept, faultsOf, reject }) => {
      expect(await faultsOf({ residenceReasons: [] })).toEqual([
        'residence_reason_missing /residenceReasons',
      ]);
      expect((await reject({ residenceReasons: [] })).paper).toContain('就业、就学、居住');
      expect((await accept({ residenceReasons: ['residence'] })).status).toBe('accepted');
    }));

  it('S23 what is missing is listed in one paper, and nothing reaches the home station', () =>
    playAtCounter(async ({ faultsOf, reject }) => {
      const change = { undertakingSigned: false, applicant: { ...applicant, telephone: '' } };
      const missing = ['telephone_missing /applicant/telephone', 'undertaking_not_signed /undertakingSigned'];
      expect(await faultsOf(change)).toEqual(missing);
      const { paper, no } = await reject(change, 'completion_requested');
      expect(paper).toContain('completion_notice');
      expect(paper).toContain(no);
      expect(paper).toContain('["未填写联系电话，无法通知领取证明。","申请表中的承诺书尚未由申请人签名。"]');
    }));

  it('S24 an expired card: renew it or bring a temporary one; the attempt is recorded', () =>
    playAtCounter(async ({ faultsOf, reject, door, on }) => {
      const change = { identityDocument: { ...identityDocument, validUntil: on('2026-10-31') } };
      expect(await faultsOf(change)).toEqual(['identity_document_expired /identityDocument/validUntil']);
      const { no, paper } = await reject(change);
      expect(paper).toContain('临时居民身份证');
      expect((await door.call('acceptingCounty', 'GET', `/v1/rejections/${no}`)).json()).toMatchObject({
        officerId: 'officer-1',
        codes: ['identity_document_expired'],
      });
    }));

  it('S25 a person who is not the one on the card, unless a second officer says why he is', () =>
    playAtCounter(async ({ accept, faultsOf, door }) => {
      const mismatch = { ...identityDocument, comparison: 'does_not_match' };
      const before = door.logLines.length;
      expect(await faultsOf({ identityDocument: mismatch })).toEqual([
        'person_does_not_match /identityDocument/comparison',
      ]);
      const logged = door.logLines.slice(before).join('');
      expect(logged).toContain('person_does_not_match');
      expect(logged).not.toContain(applicant.name);

      const reason = '近期面部手术，经询问家庭情况核实为本人';
      const bySame = { ...mismatch, secondCheck: { officerId: 'officer-1', reason } };
      expect(await faultsOf({ identityDocument: bySame })).toEqual([
        'second_officer_not_another /identityDocument/secondCheck/officerId',
      ]);
      const bySecond = { ...mismatch, secondCheck: { officerId: 'officer-3', reason } };
      const { application } = await accept({ identityDocument: bySecond });
      expect(application.identityDocument).toEqual(bySecond);
    }));

  it('S44 a paper case of before the procedure', () =>
    playAtCounter(async ({ accept, faultsOf, reject }) => {
      expect(await faultsOf({ acceptedOnPaper: '2021-11-20' })).toEqual([
        'paper_date_before_procedure /acceptedOnPaper',
      ]);
      expect((await reject({ acceptedOnPaper: '2021-11-20' })).paper).toContain('自2021年12月1日起实施');
      expect((await accept({ acceptedOnPaper: '2021-12-01' })).application.acceptedOnPaper).toBe(
        '2021-12-01',
      );
    }));

  it('S47 the corps in 新疆, where the province takes the two for one', () =>
    playAtCounter(async ({ accept, faultsOf, house, at }) => {
      await saveUnits(house.owner, corps);
      const change = { homeStation: corpsStation };
      expect((await accept(change, 'stranger')).status).toBe('accepted');
      const eligibility = { ...defaultPolicy.eligibility, xinjiangCorpsIsSeparate: false };
      const document = { ...defaultPolicy, version: '650000000000/one' as PolicyVersion, eligibility };
      const province = parseUnitCode('650000000000');
      const now = at('2026-11-02T10:00:00+08:00');
      await enactPolicy(house.owner, { province, document, by: 'test', at: now });
      expect(await faultsOf(change, 'stranger')).toEqual(['same_province /homeStation']);
      // Another province's policy is none of 新疆's.
      expect((await accept(change)).status).toBe('accepted');
    }));
});

describe('what is accepted', () => {
  it('S08 of an applicant who knows the county alone', () =>
    playAtCounter(async ({ accept, faultsOf, door }) => {
      const { caseNo } = await accept({ homeStation: '520302000000' });
      expect((await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json()).toMatchObject({
        status: 'accepted',
        homeStation: { code: '520302000000' },
      });
      for (const above of ['520300000000', '520000000000']) {
        expect(await faultsOf({ homeStation: above })).toEqual(['home_station_not_a_station /homeStation']);
      }
    }));

  it('S26 on a temporary card, checked by eye, by two where the province asks for it', () =>
    playAtCounter(async ({ accept, faultsOf, setPolicy, on }) => {
      const card = {
        kind: 'temporary_identity_card',
        validUntil: on('2026-12-31'),
        checkedInPerson: 'visual',
        comparison: 'matches',
      };
      expect((await accept({ identityDocument: card })).application.identityDocument).toEqual(card);
      await setPolicy({ manualCheckNeedsSecondOfficer: true });
      expect(await faultsOf({ identityDocument: card })).toEqual([
        'second_officer_missing /identityDocument/secondCheck',
      ]);
      const two = { ...card, secondCheck: { officerId: 'officer-3' } };
      expect((await accept({ identityDocument: two })).application.identityDocument).toEqual(two);
    }));

  it('S27 of a child with a guardian, who collects what names the child', () =>
    playAtCounter(async ({ accept, faultsOf, door, on }) => {
      const { act, transmitted } = playPeople(door);
      const birthDate = on('2014-03-07').replaceAll('-', '');
      const child = { ...applicant, name: '李小样', idNumber: idNumberOf(`520302${birthDate}421`) };
      const guardian = {
        name: '王样例',
        idNumber: applicant.idNumber,
        relation: '母亲',
        proof: '出生医学证明 T520000001',
      };
      expect(await faultsOf({ applicant: child })).toEqual(['guardian_missing /guardian']);
      const { caseNo, application } = await accept({ applicant: child, guardian });
      expect(application.guardian).toEqual(guardian);
      const form = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/application_form`);
      expect(form.body).toContain(guardian.proof);

      await transmitted(caseNo);
      await act('liaison', caseNo, 'receive');
      await act('liaison', caseNo, 'answer', consistent);
      await act('window', caseNo, 'issue');
      await door.until(caseNo, ({ certificate }) => certificate !== null);
      const certificate = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
      expect(certificate.body).toContain('"applicantName":"李小样"');
      await act('window', caseNo, 'notify', { method: 'telephone' });
      const collected = await act('window', caseNo, 'collect', { collectedBy: 'guardian' });
      expect(collected.json()).toMatchObject({ status: 'closed', outcome: 'collected' });
    }));

  it('S28 through an agent, where the province allows one: both documents and the letter are kept', () =>
    playAtCounter(async ({ accept, faultsOf, reject, setPolicy }) => {
      const brought = { ...identityDocument, comparison: null };
      const agent = {
        name: '王样例',
        idNumber: applicant.idNumber,
        identityDocument,
        letterOfAuthority: '2026年11月20日授权委托书',
      };
      const change = { identityDocument: brought, agent };
      expect(await faultsOf(change)).toEqual(['agent_not_allowed /agent']);
      expect((await reject(change)).paper).toContain('请申请人本人持有效身份证件办理');
      await setPolicy({ agentsAllowed: true });
      const { application } = await accept(change);
      expect(application).toMatchObject(change);
    }));

  it('S29 twice for two matters, the second shown beside the first; the same again with a reason only', () =>
    playAtCounter(async ({ accept, faultsOf, sleepUntil }) => {
      const { applicant: person } = anotherApplication();
      const first = await accept({ applicant: person, matters: [{ code: 'NAME_CHANGE' }] });
      expect(first.advice).toEqual([]);
      await sleepUntil('2026-11-04T09:30:00+08:00');
      const second = await accept({ applicant: person, matters: [{ code: 'MIGRATION' }] });
      expect(second.caseNo).not.toBe(first.caseNo);
      expect(second.advice).toMatchObject([{ code: 'related_open_cases', related: [first.caseNo] }]);

      const third = { applicant: person, matters: [{ code: 'MIGRATION' }] };
      expect(await faultsOf(third)).toEqual(['open_case_of_same_matter /matters']);
      const openCaseVerdict = { reason: '前件材料遗失，申请人要求重新办理' };
      const { application, advice } = await accept({ ...third, openCaseVerdict });
      expect(application.openCaseVerdict).toEqual(openCaseVerdict);
      expect(advice[0]?.related?.toSorted()).toEqual([first.caseNo, second.caseNo].toSorted());
    }));

  it('S48 under a number whose division has ended: its name is history', () =>
    playAtCounter(async ({ accept }) => {
      const person = { ...applicant, idNumber: idNumberOf('33010319900307421') };
      const { advice, status } = await accept({ applicant: person });
      expect(status).toBe('accepted');
      expect(advice).toMatchObject([{ code: 'id_number_ended_division' }]);
      expect(advice[0]?.message).toContain('下城区');
    }));

  it('S53 for a marriage, with the hint that it needs no booklet', () =>
    playAtCounter(async ({ accept }) => {
      const { advice } = await accept({ purpose: '办理结婚登记' });
      expect(advice).toMatchObject([{ code: 'marriage_needs_no_booklet' }]);
    }));
});

describe('what becomes no case', () => {
  it('S43 an application of the other lane leaves a pointer', () =>
    playAtCounter(async ({ door, house }) => {
      const body = { kind: 'other_lane', lane: 'yangtze_delta_online', reference: 'CSJ-20261102-7' };
      const response = await door.call('window', 'POST', '/v1/intake-records', { body, key: 'pointer' });
      expect(response.json()).toMatchObject({ ...body, laneTitle: '长三角“一网通办”线上申请，按原流程办理' });
      const again = await door.call('window', 'POST', '/v1/intake-records', { body, key: 'pointer' });
      expect(again.json()).toEqual(response.json());
      expect(await house.owner.$count(applications)).toBe(0);
      const list = await door.call('acceptingCounty', 'GET', '/v1/intake-records?kind=other_lane');
      expect(list.json()).toMatchObject({
        items: [{ kind: 'other_lane', reference: null }],
        nextCursor: null,
      });
    }));

  it('S45 whoever is told and declines leaves a date and an officer', () =>
    playAtCounter(async ({ door, house }) => {
      const url = '/v1/intake-records';
      const named = await door.call('window', 'POST', url, {
        body: { kind: 'declined', name: applicant.name },
      });
      expect(named.statusCode).toBe(422);
      const response = await door.call('window', 'POST', url, { body: { kind: 'declined' } });
      expect(response.statusCode).toBe(201);
      const { id } = response.json<{ id: string }>();
      const rows = await house.owner.select().from(intakeRecords);
      const { recordedAt, ...row } = rows.find((each) => each.id === id) ?? {};
      expect(recordedAt).toMatch(/^\d{4}-/);
      expect(row).toEqual({
        ...{ id, unitCode: '440106990000', kind: 'declined', officerId: 'officer-1' },
        ...{ lane: null, reference: null },
      });
      expect(await house.owner.$count(applications)).toBe(0);
    }));

  it('S46 an auxiliary drafts; to accept, refuse or issue is denied and logged, and a sworn officer takes over', () =>
    playAtCounter(async ({ accept, faultsOf, door }) => {
      const application = anotherApplication();
      const kept = await door.call('auxiliary', 'POST', '/v1/drafts', { body: application });
      const { id: draftId } = kept.json<{ id: string }>();
      const { caseNo } = await accept();
      const attempts = [
        ['/v1/cases', application],
        ['/v1/rejections', { decision: 'rejected', application }],
        ['/v1/intake-records', { kind: 'declined' }],
        [`/v1/cases/${caseNo}/issue`, {}],
      ] as const;
      for (const [url, body] of attempts) {
        const before = door.logLines.length;
        const response = await door.call('auxiliary', 'POST', url, { body });
        expect(response.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
        const denied = door.logLines.slice(before).filter((line) => line.includes('denied to the role'));
        expect(denied.map((line) => JSON.parse(line) as object)).toMatchObject([
          { level: 40, method: 'POST', route: url.replace(caseNo, ':caseNo'), roles: ['auxiliary'] },
        ]);
        expect(denied.join('')).not.toContain(application.applicant.name);
      }
      expect(await faultsOf({ ...application, draftId: '0'.repeat(32) })).toEqual([
        'draft_not_found /draftId',
      ]);
      await accept({ ...application, draftId });
      expect((await door.call('window', 'GET', `/v1/drafts/${draftId}`)).statusCode).toBe(404);
    }));
});
