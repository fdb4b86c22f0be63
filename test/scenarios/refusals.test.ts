import { describe, expect, it } from 'vitest';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { auditEntries } from '../../db/schema/index.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { anotherApplication } from '../api/door.ts';
import { unit } from '../domain/units/units.ts';
import { idNumberOf, playAtCounter } from './counter.ts';

const { applicant, identityDocument } = anotherApplication();

const corpsStation = parseUnitCode('660801990000');
const corps = [
  unit('province', '66', null, '660000'),
  unit('county', '660801', '66', '659001'),
  unit('station', '660801990000', '660801', '659001'),
];

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
      expect(paper).toMatch(/换领.*临时居民身份证/);
      expect((await door.call('acceptingCounty', 'GET', `/v1/rejections/${no}`)).json()).toMatchObject({
        officerId: 'officer-1',
        codes: ['identity_document_expired'],
      });
    }));

  it('S25 a person who is not the one on the card, unless a second officer says why he is', () =>
    playAtCounter(async ({ accept, faultsOf, house }) => {
      const mismatch = { ...identityDocument, comparison: 'does_not_match' };
      const somebody = anotherApplication().applicant;
      expect(await faultsOf({ applicant: somebody, identityDocument: mismatch })).toEqual([
        'person_does_not_match /identityDocument/comparison',
      ]);
      const rows = await house.owner.select().from(auditEntries);
      expect(rows).toMatchObject([
        {
          ...{ kind: 'identity_mismatch', operation: 'submitApplication', outcome: 'denied' },
          ...{ officerId: 'officer-1', unitCode: '440106990000', caseNo: null, objectId: null },
        },
      ]);
      for (const personal of [somebody.name, somebody.idNumber]) {
        expect(JSON.stringify(rows)).not.toContain(personal);
      }

      const unreasoned = { ...mismatch, secondCheck: { officerId: 'officer-3' } };
      expect(await faultsOf({ identityDocument: unreasoned })).toEqual([
        'override_reason_missing /identityDocument/secondCheck/reason',
      ]);
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
      const ofCorps = (serial: string) => ({
        homeStation: corpsStation,
        applicant: { ...applicant, idNumber: idNumberOf(`65010219900307${serial}`) },
      });
      expect((await accept(ofCorps('421'), 'stranger')).status).toBe('accepted');
      const eligibility = { ...defaultPolicy.eligibility, xinjiangCorpsIsSeparate: false };
      const document = { ...defaultPolicy, version: '650000000000/one' as PolicyVersion, eligibility };
      const province = parseUnitCode('650000000000');
      const now = at('2026-11-02T10:00:00+08:00');
      await enactPolicy(house.owner, { province, document, by: 'test', at: now });
      const change = ofCorps('423');
      expect(await faultsOf(change, 'stranger')).toEqual(['same_province /homeStation']);
      // Another province's policy is none of 新疆's.
      expect((await accept(change)).status).toBe('accepted');
    }));
});
