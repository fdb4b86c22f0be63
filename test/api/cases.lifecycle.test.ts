import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mainRoad } from '../house/main-road.ts';
import type { Person } from './door.ts';
import { openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

async function act(person: Person, caseNo: string, name: string, body?: object) {
  return door.call(person, 'POST', `/v1/cases/${caseNo}/${name}`, body === undefined ? {} : { body });
}

const consistent = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
};

async function deliver(): Promise<string> {
  const caseNo = await door.submit();
  expect((await act('window', caseNo, 'transmit')).statusCode).toBe(200);
  await door.until(caseNo, ({ deadline }) => deadline !== null);
  return caseNo;
}

describe('a case over HTTP', () => {
  it('goes from the counter to the applicant’s hand', async () => {
    const caseNo = await deliver();
    expect((await act('liaison', caseNo, 'receive')).json()).toMatchObject({ status: 'verifying' });
    const answered = await act('liaison', caseNo, 'answer', consistent);
    expect(answered.json()).toMatchObject({
      status: 'answered',
      // The home station may still correct what it said.
      allowedActs: ['answer', 'log_call', 'complain'],
      answer: { result: 'consistent', certificateText: consistent.certificateText },
    });
    expect((await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`)).json()).toMatchObject({
      status: 404,
      code: 'certificate_not_issued',
    });
    expect((await act('window', caseNo, 'issue')).statusCode).toBe(200);
    await door.until(caseNo, ({ certificate }) => certificate !== null);

    const pdf = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'repr-digest': `sha-256=:${createHash('sha256').update(pdf.rawPayload).digest('base64')}:`,
    });
    expect(pdf.headers['content-disposition']).toMatch(/^inline/);

    expect((await act('window', caseNo, 'notify', { method: 'telephone' })).statusCode).toBe(200);
    const collected = await act('window', caseNo, 'collect', { collectedBy: 'applicant' });
    expect(collected.json()).toMatchObject({
      status: 'closed',
      outcome: 'collected',
      outcomeTitle: '已领取',
    });

    const { items } = (await door.call('homeLeader', 'GET', `/v1/cases/${caseNo}/timeline`)).json<{
      items: { type: string; sentence: string }[];
    }>();
    const course = items.map(({ type }) => type).filter((type) => !type.startsWith('clock_'));
    expect(course).toEqual(mainRoad);
    expect(items.at(-1)?.sentence).toBe('申请人领取证明');

    const notices = (await door.call('window', 'GET', `/v1/cases/${caseNo}/notices`)).json<{
      items: { audience: string; unitCode: string | null; text: string }[];
    }>();
    const toApplicant = notices.items.filter(({ audience }) => audience === 'applicant');
    expect(toApplicant).toHaveLength(3);
    expect(toApplicant.at(-1)?.text).toContain('领取');
    expect(notices.items.some(({ unitCode }) => unitCode === '520302990000')).toBe(true);
  });

  it('explains its deadline day by day and shows what will happen', async () => {
    const undelivered = await door.submit();
    expect((await door.call('window', 'GET', `/v1/cases/${undelivered}/deadline`)).json()).toMatchObject({
      status: 404,
      code: 'deadline_not_started',
    });
    const caseNo = await deliver();
    const deadline = (await door.call('liaison', 'GET', `/v1/cases/${caseNo}/deadline`)).json<{
      days: { ordinal: number | null }[];
      explanation: string[];
    }>();
    expect(deadline).toMatchObject({ termWorkingDays: 5, overdue: false });
    expect(deadline.days.flatMap(({ ordinal }) => ordinal ?? [])).toEqual([1, 2, 3, 4, 5]);
    expect(deadline.explanation.length).toBeGreaterThanOrEqual(deadline.days.length);
    const agenda = (await door.call('liaison', 'GET', `/v1/cases/${caseNo}/agenda`)).json<{
      items: { rung: string }[];
    }>();
    expect(agenda.items.map(({ rung }) => rung)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']);
  });

  it('tells the home station in its inbox, and nobody else', async () => {
    const caseNo = await deliver();
    const inboxOf = async (person: Person) =>
      (await door.call(person, 'GET', '/v1/notices')).json<{ items: { caseNo: string }[] }>().items;
    expect((await inboxOf('liaison'))[0]).toMatchObject({ caseNo, role: 'liaison_officer' });
    expect(await inboxOf('stranger')).toEqual([]);
    expect(await inboxOf('homeLeader')).toEqual([]);
  });
});

describe('an act that may not be', () => {
  it('is 409 with the status and what the caller may do instead', async () => {
    const caseNo = await door.submit();
    const issued = await act('window', caseNo, 'issue');
    expect(issued.statusCode).toBe(409);
    expect(issued.headers['content-type']).toContain('application/problem+json');
    expect(issued.json()).toMatchObject({
      type: '/errors/act_not_allowed',
      code: 'act_not_allowed',
      currentStatus: 'accepted',
      allowed: [
        'refuse',
        'withdraw',
        'refer',
        'request_completion',
        'transmit',
        'reroute',
        'log_call',
        'complain',
      ],
    });
    expect(issued.json<{ detail: string }>().detail).toContain('您可以：不予出具、撤回');
  });

  it('is 409 on a closed case too', async () => {
    const caseNo = await door.submit();
    expect((await act('window', caseNo, 'withdraw', {})).json()).toMatchObject({ outcome: 'withdrawn' });
    expect((await act('window', caseNo, 'transmit')).json()).toMatchObject({
      status: 409,
      currentStatus: 'closed',
      allowed: ['complain'],
    });
  });

  it('is 409 once another officer’s act has closed the case at the same moment', async () => {
    const caseNo = await door.submit();
    const answers = await Promise.all([
      act('window', caseNo, 'withdraw', {}),
      act('acceptingLeader', caseNo, 'refuse', { reason: '申请人未到场' }),
      act('window', caseNo, 'transmit'),
    ]);
    expect(answers.filter(({ statusCode }) => ![200, 409].includes(statusCode))).toEqual([]);
    await door.until(caseNo, ({ status }) => status === 'closed');
  });

  it.each([
    ['auxiliary', 'transmit', 'role_not_allowed'],
    ['liaison', 'transmit', 'role_not_allowed'],
    ['acceptingCounty', 'transmit', 'role_not_allowed'],
    ['homeLeader', 'refuse', 'unit_not_allowed'],
    ['acceptingLeader', 'receive', 'unit_not_allowed'],
  ] as const)('is 403 for %s to %s: %s', async (person, name, code) => {
    const caseNo = await door.submit();
    const response = await act(person, caseNo, name, name === 'refuse' ? { reason: '测试' } : {});
    expect(response.json()).toMatchObject({ status: 403, code });
  });

  it('does not let the auxiliary or a supervisor accept', async () => {
    for (const person of ['auxiliary', 'liaison', 'acceptingCounty'] as const) {
      const response = await door.call(person, 'POST', '/v1/cases', { body: {} });
      expect(response.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });
    }
  });

  it('asks for the text of a consistent answer and the finding of any other', async () => {
    const caseNo = await deliver();
    await act('liaison', caseNo, 'receive');
    const source = 'paper_register';
    expect(
      (await act('liaison', caseNo, 'answer', { result: 'consistent', source, finding: '无' })).json(),
    ).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/certificateText', code: 'missing' },
        { pointer: '/finding', code: 'unknown_field' },
      ],
    });
    const differing = { result: 'inconsistent', source, finding: '姓名一致，出生日期不同' };
    expect((await act('liaison', caseNo, 'answer', differing)).json()).toMatchObject({
      errors: [{ pointer: '/differingItems', code: 'missing' }],
    });
    const unknown = {
      ...{ result: 'identity_not_verifiable', source, finding: '查无此人' },
      differingItems: ['name'],
    };
    expect((await act('liaison', caseNo, 'answer', unknown)).json()).toMatchObject({
      errors: [{ pointer: '/differingItems', code: 'unknown_field' }],
    });
    const long = { ...consistent, certificateText: '𠮷'.repeat(8001) };
    expect((await act('liaison', caseNo, 'answer', long)).json()).toMatchObject({
      errors: [{ pointer: '/certificateText', code: 'too_long' }],
    });
    const broken = { ...consistent, certificateText: '第一行\u0000' };
    expect((await act('liaison', caseNo, 'answer', broken)).json()).toMatchObject({
      errors: [{ pointer: '/certificateText', code: 'wrong_characters' }],
    });
    const referred = await act('liaison', caseNo, 'answer', {
      result: 'inconsistent',
      source,
      differingItems: ['birth_date'],
      finding: '出生日期',
    });
    expect(referred.json()).toMatchObject({ answer: { result: 'inconsistent', finding: '出生日期' } });
    expect((await act('acceptingLeader', caseNo, 'issue')).json()).toMatchObject({
      status: 409,
      code: 'answer_is_negative',
      allowed: ['withdraw', 'notify', 'log_call', 'complain'],
    });
  });
});
