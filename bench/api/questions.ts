import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { encodeCursor } from '../../api/cursor.ts';
import type { Application } from '../../domain/application/application.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { LocalIssuer } from '../../platform/identity/local-issuer.ts';
import type { LoadRequest } from './load.ts';
import { personOf } from './persons.ts';
import type { PlaceInList, Subjects } from './subjects.ts';

/** A kind of request, asked of many cases, persons or units by turns. */
export interface Question {
  /** Also the name of the file with its plans. */
  readonly name: string;
  readonly title: string;
  readonly kind: 'bound' | 'read' | 'list' | 'count' | 'write';
  readonly requests: readonly LoadRequest[];
}

const fixture = path.join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'application.json');
const application = JSON.parse(readFileSync(fixture, 'utf8')) as Application;

const sorts = {
  '-acceptedAt': (place: PlaceInList) => place.acceptedAt,
  acceptedAt: (place: PlaceInList) => place.acceptedAt,
  dueAt: (place: PlaceInList) => place.dueAt,
  '-dueAt': (place: PlaceInList) => place.dueAt,
} as const;

const submissions = 200;
// Behind every person of the seeded cases.
const firstNewPerson = 10_000_000;

/** Everything that is measured, with its requests. Tokens are valid for hours. */
export async function questionsAbout(subjects: Subjects, issuer: LocalIssuer): Promise<Question[]> {
  const tokens = new Map<string, Promise<string>>();
  const as = async (role: Role, unitCode: UnitCode) => {
    const key = `${role} ${unitCode}`;
    const token = tokens.get(key) ?? issuer.sign({ officerId: `bench-${unitCode}`, roles: [role], unitCode });
    tokens.set(key, token);
    return { authorization: `Bearer ${await token}` };
  };
  const get = async (role: Role, unit: UnitCode, address: string): Promise<LoadRequest> => ({
    ...{ method: 'GET', path: address, headers: await as(role, unit) },
  });
  const post = async (role: Role, unit: UnitCode, address: string, body: object): Promise<LoadRequest> => ({
    ...{ method: 'POST', path: address, body: JSON.stringify(body) },
    headers: {
      ...(await as(role, unit)),
      ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    },
  });
  const { units, cases, ofProvince, escalations } = subjects;
  const [province] = units.province;
  if (province === undefined) throw new Error('the seed has provinces');
  const supervise = (address: string) => get('province_supervisor', province, address);
  const each = async <Item>(
    items: readonly Item[],
    ask: (item: Item, index: number) => Promise<LoadRequest>,
  ) => Promise.all(items.map(ask));
  const questions: Question[] = [];
  const ask = async (
    kind: Question['kind'],
    name: string,
    title: string,
    requests: Promise<readonly LoadRequest[]>,
  ) => {
    questions.push({ kind, name, title, requests: await requests });
  };

  const ready = { method: 'GET', path: '/v1/ready', headers: {} } as const;
  await ask('bound', 'ready', '就绪检查（select 1）', Promise.resolve([ready]));
  await ask(
    'read',
    'get-at-station',
    '读取申请件，受理地派出所（全部内容）',
    each(cases, ({ caseNo, acceptingStation }) =>
      get('window_officer', acceptingStation, `/v1/cases/${caseNo}`),
    ),
  );
  await ask(
    'read',
    'get-by-province',
    '读取申请件，最大的省（遮蔽）',
    each(ofProvince, ({ caseNo }) => supervise(`/v1/cases/${caseNo}`)),
  );
  await ask(
    'list',
    'list-station',
    '列表，派出所，首页',
    each(units.station, (unit) => get('window_officer', unit, '/v1/cases')),
  );
  await ask(
    'list',
    'list-station-deep',
    '列表，派出所，深页',
    each(cases, (place) =>
      get('window_officer', place.acceptingStation, `/v1/cases?cursor=${cursorAt('-acceptedAt', place)}`),
    ),
  );
  for (const sort of Object.keys(sorts) as (keyof typeof sorts)[]) {
    await ask(
      'list',
      `list-province-${nameOf(sort)}`,
      `列表，最大的省，${sort}，首页`,
      each([20, 50, 100], (limit) => supervise(`/v1/cases?sort=${sort}&limit=${String(limit)}`)),
    );
    await ask(
      'list',
      `list-province-${nameOf(sort)}-deep`,
      `列表，最大的省，${sort}，深页`,
      each(ofProvince, (place) => supervise(`/v1/cases?sort=${sort}&cursor=${cursorAt(sort, place)}`)),
    );
  }
  await ask(
    'list',
    'list-province-of-station',
    '列表，最大的省看一个派出所的',
    each(ofProvince, ({ acceptingStation, homeStation }, index) =>
      supervise(
        index % 2 === 0
          ? `/v1/cases?acceptingStation=${acceptingStation}`
          : `/v1/cases?homeStation=${homeStation}`,
      ),
    ),
  );
  await ask(
    'list',
    'list-province-of-county',
    '列表，最大的省看一个县的',
    each(ofProvince, ({ acceptingStation }) =>
      supervise(`/v1/cases?acceptingStation=${acceptingStation.slice(0, 6)}000000`),
    ),
  );
  await ask(
    'list',
    'list-province-of-city',
    '列表，最大的省看一个市的',
    each(ofProvince, ({ acceptingStation }) =>
      supervise(`/v1/cases?acceptingStation=${acceptingStation.slice(0, 4)}00000000`),
    ),
  );
  await ask(
    'list',
    'list-province-of-province',
    '列表，最大的省看另一省的',
    each(ofProvince, ({ homeStation }) =>
      supervise(`/v1/cases?homeStation=${homeStation.slice(0, 2)}0000000000`),
    ),
  );
  const overdue = '/v1/cases?overdue=true&sort=dueAt';
  await ask(
    'list',
    'overdue-county',
    '逾期，县级督办',
    each(units.county, (unit) => get('county_supervisor', unit, overdue)),
  );
  await ask(
    'list',
    'overdue-city',
    '逾期，市级督办',
    each(units.city, (unit) => get('city_supervisor', unit, overdue)),
  );
  await ask(
    'list',
    'overdue-province',
    '逾期，最大的省',
    each([20, 50, 100], (limit) => supervise(`${overdue}&limit=${String(limit)}`)),
  );
  await ask(
    'list',
    'overdue-province-newest',
    '逾期，最大的省，按受理时间',
    each([20, 50, 100], (limit) => supervise(`/v1/cases?overdue=true&limit=${String(limit)}`)),
  );
  await ask(
    'list',
    'search',
    '按公民身份号码查找，受理地派出所',
    each(cases, ({ idNumber, acceptingStation }) =>
      post('window_officer', acceptingStation, '/v1/cases/search', { idNumber }),
    ),
  );
  for (const level of ['county', 'city', 'province'] as const) {
    await ask(
      'list',
      `escalations-${level}`,
      `督办列表，${level}`,
      each(units[level], (unit) => get(`${level}_supervisor`, unit, '/v1/escalations')),
    );
  }
  await ask(
    'list',
    'escalations-province-deep',
    '督办列表，最大的省，深页',
    each(escalations, ({ firedAt, caseNo, rungKey }) =>
      supervise(`/v1/escalations?cursor=${encodeCursor([firedAt, caseNo, rungKey])}`),
    ),
  );
  await ask(
    'list',
    'escalations-province-reply-overdue',
    '督办列表，最大的省，逾期未回告',
    each([20, 50, 100], (limit) =>
      supervise(`/v1/escalations?standing=reply_overdue&limit=${String(limit)}`),
    ),
  );
  await ask(
    'list',
    'escalations-county-to-me',
    '督办列表，县级督办，告知本岗位须回告的',
    each(units.county, (unit) => get('county_supervisor', unit, '/v1/escalations?to=me&replyDemanded=true')),
  );
  await ask(
    'count',
    'escalation-counts-province',
    '督办数量，最大的省',
    each([0], () => supervise('/v1/escalations/counts')),
  );
  await ask(
    'count',
    'statistics-province',
    '统计，最大的省，近期',
    each([0], () => supervise('/v1/statistics?side=home')),
  );
  await ask(
    'write',
    'submit',
    '受理申请（含启动流程）',
    each(
      Array.from({ length: submissions }, (_, n) => n),
      (n) => {
        const place = cases[n % cases.length];
        if (place === undefined) throw new Error('the seed has cases');
        // Another person at every run on a database that was kept.
        const { name, idNumber } = personOf(firstNewPerson + Math.floor(Math.random() * 9_000_000));
        const applicant = { ...application.applicant, name, idNumber };
        const body = { ...application, applicant, homeStation: place.homeStation };
        return post('window_officer', place.acceptingStation, '/v1/cases', body);
      },
    ),
  );
  return questions;
}

function cursorAt(sort: keyof typeof sorts, place: PlaceInList): string {
  return encodeCursor([sort, sorts[sort](place), place.caseNo]);
}

function nameOf(sort: string): string {
  return sort.startsWith('-') ? `${sort.slice(1)}-desc` : sort;
}
