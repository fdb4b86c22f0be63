import { describe, expect, it } from 'vitest';
import { applications, intakeRecords } from '../../db/schema/index.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { anotherApplication } from '../api/door.ts';
import { consistent, playPeople } from '../api/people.ts';
import { idNumberOf, playAtCounter } from './counter.ts';

const { applicant, identityDocument } = anotherApplication();

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
      const record = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/collection_record`);
      expect(record.body).toContain('"by":"guardian"');
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
    playAtCounter(async ({ accept, door, faultsOf, sleepUntil, tell }) => {
      const { applicant: person } = anotherApplication();
      const first = await accept({ applicant: person, matters: [{ code: 'NAME_CHANGE' }] });
      expect(first.advice).toEqual([]);
      const { act, transmitted } = playPeople(door);
      await transmitted(first.caseNo);
      await sleepUntil('2026-11-04T09:30:00+08:00');
      const second = await accept({ applicant: person, matters: [{ code: 'MIGRATION' }] });
      expect(second.caseNo).not.toBe(first.caseNo);
      expect(second.advice).toMatchObject([{ code: 'related_open_cases', related: [first.caseNo] }]);
      await act('window', second.caseNo, 'transmit');
      const { items } = (await door.call('liaison', 'GET', '/v1/cases')).json<{
        items: { caseNo: string; dueAt: Instant }[];
      }>();
      expect(items.map(({ caseNo, dueAt }) => [caseNo, tell(dueAt)])).toEqual([
        [second.caseNo, '2026-11-11T17:30'],
        [first.caseNo, '2026-11-09T17:30'],
      ]);

      const third = { applicant: person, matters: [{ code: 'MIGRATION' }] };
      expect(await faultsOf(third)).toEqual(['open_case_of_same_matter /matters']);
      const openCaseVerdict = { reason: '前件材料遗失，申请人要求重新办理' };
      const { application, advice } = await accept({ ...third, openCaseVerdict });
      expect(application.openCaseVerdict).toEqual(openCaseVerdict);
      expect(advice[0]?.related?.toSorted()).toEqual([first.caseNo, second.caseNo].toSorted());
    }));

  it('beside an open case of the same person and matter at any other station with a reason only', () =>
    playAtCounter(async ({ accept, door, submit }) => {
      const { applicant: person } = anotherApplication();
      const first = await accept({ applicant: person });
      for (const elsewhere of ['successorWindow', 'stranger'] as const) {
        expect((await door.call(elsewhere, 'GET', `/v1/cases/${first.caseNo}`)).statusCode).toBe(404);
        const { body } = await submit({ applicant: person }, elsewhere);
        expect(body).toContain('open_case_of_same_matter');
        expect(body).toContain('其他公安机关');
        expect(body).not.toContain(first.caseNo);
      }
      const openCaseVerdict = { reason: '申请人已到本地就业，原受理地不便领取' };
      const second = await accept({ applicant: person, openCaseVerdict }, 'stranger');
      expect(second.advice).toMatchObject([{ code: 'related_open_cases', related: [] }]);
      expect(JSON.stringify(second)).not.toContain(first.caseNo);
    }));

  it('S48 under a number whose division has ended: its name is history', () =>
    playAtCounter(async ({ accept }) => {
      const person = { ...applicant, idNumber: idNumberOf('33010319900307421') };
      const { advice, status, application } = await accept({ applicant: person });
      expect(status).toBe('accepted');
      expect(application.homeStation).toBe('520302990000');
      expect(advice).toMatchObject([{ code: 'id_number_ended_division' }]);
      expect(advice[0]?.message).toContain('下城区');
    }));

  it('S53 for a marriage, with the hint that it needs no booklet', () =>
    playAtCounter(async ({ accept }) => {
      const { advice } = await accept({ purpose: '办理结婚登记' });
      expect(advice).toMatchObject([{ code: 'marriage_needs_no_booklet' }]);
      expect(advice[0]?.message).toMatch(/自2025年5月10日起.*《婚姻登记条例》/);
      expect(await accept({ purpose: undefined })).toMatchObject({ status: 'accepted', advice: [] });
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
