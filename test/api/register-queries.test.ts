import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { PopulationRegister } from '../../activities/population-register/port.ts';
import { RegisterError } from '../../activities/population-register/port.ts';
import { createSampleRegister } from '../../activities/population-register/sample-register.ts';
import type { RegisterQueryView } from '../../api/schemas/register-query.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import type { Door, Person } from './door.ts';
import { openDoor } from './door.ts';
import { unzip } from './unzip.ts';

const sampleRegister = createSampleRegister();
let register: PopulationRegister = sampleRegister;
beforeEach(() => {
  register = sampleRegister;
});

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const house = await openHouse(url, {
  temporal,
  clock: systemClock,
  register: { find: (question, signal) => register.find(question, signal) },
});
afterAll(() => house.close());
const door = await openDoor(url, temporal.client);
const impatient = await openDoor(url, temporal.client, { commandTimeoutMs: 300 });

const li = { name: '李样例', idNumber: '520302199003074219' };
const zhao = { name: '赵样例', idNumber: '520302199206141223' };
const nobody = { name: '查无此例', idNumber: '11010519491231002X' };

/** A case of a person of the sample; his open cases of before are no obstacle. */
function submit(person: typeof li, code = 'REGISTRATION'): Promise<string> {
  const applicant = { ...sampleApplication.applicant, ...person };
  const openCaseVerdict = { reason: '测试' };
  return door.submit({ applicant, matters: [{ code }], ...{ openCaseVerdict } });
}

const act = (person: Person, caseNo: string, name: string, body: object = {}) =>
  door.call(person, 'POST', `/v1/cases/${caseNo}/${name}`, { body });

async function atHomeStation(person: typeof li): Promise<string> {
  const caseNo = await submit(person);
  expect((await act('window', caseNo, 'transmit')).statusCode).toBe(200);
  expect((await act('liaison', caseNo, 'receive')).statusCode).toBe(200);
  return caseNo;
}

async function contentsOf(caseNo: string): Promise<Record<string, unknown>[]> {
  const { rawPayload } = await door.call('window', 'GET', `/v1/cases/${caseNo}/export`);
  const file = (await unzip(rawPayload)).get('acts.json')?.toString() ?? '[]';
  return (JSON.parse(file) as { content: Record<string, unknown> }[]).map(({ content }) => content);
}

interface Asking {
  readonly purpose?: string;
  readonly reason?: string;
  readonly key?: string;
  readonly at?: Door;
}

function ask(person: Person, caseNo: string, { key, at = door, ...body }: Asking = {}) {
  const purpose = person === 'liaison' ? 'verification' : 'annex_2';
  return at.call(person, 'POST', `/v1/cases/${caseNo}/register-queries`, {
    body: { purpose, reason: '核对户籍登记信息', ...body },
    ...(key === undefined ? {} : { key }),
  });
}

async function listFor(person: Person, caseNo: string): Promise<RegisterQueryView[]> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}/register-queries`);
  return response.json<{ items: RegisterQueryView[] }>().items;
}

describe('a query of the register', () => {
  it('gives the accepting station what an Annex 2 rests on', async () => {
    const caseNo = await submit(li);
    const response = await ask('window', caseNo);
    expect(response.statusCode).toBe(201);
    const view = response.json<RegisterQueryView>();
    expect(view).toMatchObject({
      caseNo,
      purpose: 'annex_2',
      reason: '核对户籍登记信息',
      outcome: 'found',
      askedBy: { officerId: 'officer-1', role: 'window_officer', unitCode: '440106990000' },
      personalData: 'full',
      entry: { ...li, sexTitle: '男', statusTitle: '户籍在册', formerNames: ['李例'] },
      differences: [],
    });
    expect(response.headers.location).toBe(`/v1/cases/${caseNo}/register-queries/${view.reference}`);
    const read = await door.call('window', 'GET', String(response.headers.location));
    expect([read.statusCode, read.json()]).toEqual([200, view]);
    const issued = await act('window', caseNo, 'issue_annex_2', {
      registeredAddress: view.entry?.registeredAddress,
      registerReference: view.reference,
    });
    expect([issued.statusCode, issued.json()]).toMatchObject([200, { status: 'issued' }]);
    const [letter] = (await contentsOf(caseNo)).filter((content) => content['act'] === 'issue_annex_2');
    expect(letter).toMatchObject({ registerReference: view.reference, queriedAt: view.askedAt });
  });

  it('carries a certificate only where it was about this case and found somebody', async () => {
    const caseNo = await submit(li);
    const other = (await ask('window', await submit(zhao))).json<RegisterQueryView>();
    const unknown = await submit(nobody);
    const nothing = (await ask('window', unknown)).json<RegisterQueryView>();
    const issue = async (of: string, registerReference: string, queriedAt?: string) => {
      const body = { registeredAddress: '贵州省遵义市红花岗区桃溪路8号', registerReference, queriedAt };
      return (await act('window', of, 'issue_annex_2', body)).json<object>();
    };
    const { reference } = other;
    const isUnknown = {
      status: 422,
      errors: [{ pointer: '/registerReference', code: 'register_query_unknown' }],
    };
    expect(await issue(caseNo, reference)).toMatchObject(isUnknown);
    expect(await issue(caseNo, `${reference.slice(0, -1)}*`)).toMatchObject(isUnknown);
    expect(await issue(unknown, nothing.reference)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/registerReference', code: 'register_query_without_entry' }],
    });
    const byHand = '省人口信息系统，2026年11月2日9时，窗口民警甲';
    expect(await issue(caseNo, byHand)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/queriedAt', code: 'required' }],
    });
    expect(await issue(caseNo, byHand, systemClock.now())).toMatchObject({ status: 'issued' });
  });

  it('carries one certificate in the place of a lost one, and no earlier one does', async () => {
    const caseNo = await submit(li);
    const first = (await ask('window', caseNo)).json<RegisterQueryView>();
    await act('window', caseNo, 'issue_annex_2', {
      registeredAddress: first.entry?.registeredAddress,
      registerReference: first.reference,
    });
    const made = (n: number) =>
      door.until(caseNo, ({ certificates }) => (certificates as unknown[]).length === n);
    await made(1);
    const reissue = async (registerReference: string) =>
      (await act('window', caseNo, 'reissue', { reason: 'lost', registerReference })).json<object>();
    const refused = (code: string) => ({ status: 422, errors: [{ pointer: '/registerReference', code }] });
    expect(await reissue(first.reference)).toMatchObject(refused('register_query_for_another_act'));

    const again = (await ask('window', caseNo, { purpose: 'reissue' })).json<RegisterQueryView>();
    expect(await reissue(again.reference)).toMatchObject({ caseNo });
    await made(2);
    expect(await reissue(again.reference)).toMatchObject(refused('register_query_outdated'));
  });

  it('stands in the file of the case', async () => {
    const caseNo = await submit(li);
    const { reference } = (await ask('window', caseNo)).json<RegisterQueryView>();
    const { rawPayload } = await door.call('window', 'GET', `/v1/cases/${caseNo}/export`);
    const file = (await unzip(rawPayload)).get('register-queries.json')?.toString() ?? '';
    expect(JSON.parse(file)).toMatchObject([{ reference, reason: '核对户籍登记信息', outcome: 'found' }]);
  });

  it('lays the entry beside the application at the home station, each difference marked', async () => {
    const caseNo = await atHomeStation({ name: '冯样例', idNumber: '650102198308151661' });
    const { differences } = (await ask('liaison', caseNo)).json<RegisterQueryView>();
    expect(differences).toEqual([
      {
        item: 'home_station',
        title: '户籍地派出所',
        applicationValue: '遵义市公安局红花岗分局桃溪派出所',
        registerValue: '遵义市公安局红花岗分局湘江派出所',
        gravity: 'attention',
        gravityTitle: '请留意',
      },
    ]);
    const other = await atHomeStation(zhao);
    expect((await ask('liaison', other)).json<RegisterQueryView>().differences).toMatchObject([
      { item: 'name', applicationValue: '赵样例', registerValue: '赵样列', gravityTitle: '不一致' },
    ]);
  });

  it('says that there is nobody', async () => {
    const view = (await ask('window', await submit(nobody))).json<RegisterQueryView>();
    expect(view).toMatchObject({ outcome: 'not_found', personalData: 'full' });
    expect(view.entry).toBeUndefined();
  });

  it('is asked once under one key, however often and whatever came between', async () => {
    const caseNo = await submit(li);
    const first = await ask('window', caseNo, { key: 'once' });
    expect((await act('window', caseNo, 'transmit')).statusCode).toBe(200);
    const second = await ask('window', caseNo, { key: 'once' });
    expect([second.statusCode, second.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(second.json()).toEqual(first.json());
    const other = await ask('window', caseNo, { key: 'once', reason: '另一理由' });
    expect([other.statusCode, other.json()]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
    expect(await listFor('window', caseNo)).toHaveLength(1);
  });

  it('leaves nothing of the person in the log', async () => {
    await ask('window', await submit(zhao));
    const log = door.logLines.join('');
    expect(Object.values(zhao).filter((value) => log.includes(value))).toEqual([]);
  });
});

describe('who may ask', () => {
  it.each([
    ['an auxiliary', 'auxiliary', 'annex_2', 403, 'role_not_allowed'],
    ['a supervisor', 'acceptingCounty', 'annex_2', 403, 'role_not_allowed'],
    ['the home station for an Annex 2', 'homeLeader', 'annex_2', 403, 'unit_not_allowed'],
    [
      'the accepting station for the verification',
      'acceptingLeader',
      'verification',
      403,
      'unit_not_allowed',
    ],
    ['a stranger', 'stranger', 'annex_2', 404, 'case_not_found'],
    ['the home station before it has the dossier', 'liaison', 'verification', 409, 'act_not_allowed'],
    [
      'the accepting station without a certificate to issue anew',
      'window',
      'reissue',
      409,
      'act_not_allowed',
    ],
  ] as const)('not %s', async (_, person, purpose, status, code) => {
    const caseNo = await submit(li);
    const response = await ask(person, caseNo, { purpose });
    expect([response.statusCode, response.json()]).toMatchObject([status, { code }]);
    expect(await listFor('window', caseNo)).toEqual([]);
  });

  it('nobody for an Annex 2 of a matter that has none', async () => {
    const response = await ask('window', await submit(li, 'BIRTHPLACE'));
    expect([response.statusCode, response.json()]).toMatchObject([409, { code: 'annex_2_not_possible' }]);
  });

  it('nobody without a purpose and a reason', async () => {
    const response = await ask('window', await submit(li), { purpose: 'curiosity', reason: ' \u0000' });
    expect(response.statusCode).toBe(422);
    const { errors } = response.json<{ errors: { pointer: string }[] }>();
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/purpose', '/reason']);
  });
});

describe('who may read', () => {
  it('both stations all of it, their superiors who asked, when, for what and how it ended', async () => {
    const caseNo = await submit(li);
    await ask('window', caseNo);
    for (const person of ['window', 'liaison', 'homeLeader'] as const) {
      expect(await listFor(person, caseNo)).toMatchObject([{ personalData: 'full', entry: li }]);
    }
    for (const person of ['acceptingCounty', 'homeProvince'] as const) {
      const [view] = await listFor(person, caseNo);
      expect(view).toMatchObject({
        askedBy: { officerId: 'officer-1' },
        purposeTitle: '当场出具附件2',
        outcome: 'found',
        personalData: 'withheld',
      });
      for (const withheld of ['reason', 'entry', 'differences']) {
        expect(Object.keys(view ?? {})).not.toContain(withheld);
      }
      expect(JSON.stringify(view)).not.toMatch(/李样例|桃溪|5203021990/);
    }
  });

  it('nobody else, and nothing under another case', async () => {
    const [caseNo, other] = [await submit(li), await submit(li)];
    const address = String((await ask('window', caseNo)).headers.location);
    expect((await door.call('stranger', 'GET', address)).json()).toMatchObject({ code: 'case_not_found' });
    expect((await door.call('window', 'GET', address.replace(caseNo, other))).json()).toMatchObject({
      code: 'not_found',
    });
    expect((await door.call('window', 'GET', `${address}0`)).statusCode).toBe(404);
  });
});

describe('a register that is down, wrong or slow does not hold up a case', () => {
  it.each([
    ['down', 'unavailable', 'unavailable'],
    ['wrong', 'malformed', 'malformed'],
    ['not there', 'not_configured', 'unavailable'],
  ] as const)('%s: the query says so and the officer goes on by hand', async (_, fault, outcome) => {
    register = { find: () => Promise.reject(new RegisterError(fault, 'test')) };
    const caseNo = await atHomeStation(li);
    const response = await ask('liaison', caseNo);
    expect(response.statusCode).toBe(201);
    const view = response.json<RegisterQueryView>();
    expect([view.outcome, view.entry]).toEqual([outcome, undefined]);
    expect(view.answeredAt).not.toBeNull();
    expect(view.detail).toContain('人工');
    expect(await listFor('liaison', caseNo)).toEqual([view]);
    const answered = await act('liaison', caseNo, 'answer', {
      result: 'consistent',
      source: 'paper_register',
      certificateText: '申请人户籍在册。',
    });
    expect([answered.statusCode, answered.json()]).toMatchObject([200, { status: 'answered' }]);
  });

  it('slow: 202 with the place to ask again, and meanwhile the case goes on', async () => {
    const { promise: waiting, resolve: answer } = Promise.withResolvers<undefined>();
    register = { find: (...asked) => waiting.then(() => sampleRegister.find(...asked)) };
    const caseNo = await submit(li);
    const response = await ask('window', caseNo, { at: impatient });
    expect([response.statusCode, response.headers['retry-after']]).toEqual([202, '2']);
    expect(response.json()).toMatchObject({ outcome: 'pending', answeredAt: null, durationMs: null });
    const address = String(response.headers.location);
    expect((await impatient.call('window', 'GET', address)).statusCode).toBe(202);
    expect((await act('window', caseNo, 'transmit')).statusCode).toBe(200);
    answer(undefined);
    await waitFor(async () => (await impatient.call('window', 'GET', address)).statusCode === 200, {
      timeoutMs: 30_000,
      what: 'the register to have been asked',
    });
    // On a busy machine three tries may have ended before the answer.
    expect(['found', 'unavailable']).toContain((await listFor('window', caseNo))[0]?.outcome);
  });
});
