import type { Application } from '../application/application.ts';
import { checkIdNumber } from '../identity/id-number.ts';
import { checkName, withMiddleDots } from '../identity/name.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { RegisterEntry, RegisterStatus } from './entry.ts';
import { registerStatusTitles, sexTitles } from './entry.ts';

export const differenceTitles = {
  name: '姓名',
  former_names: '曾用名',
  id_number: '公民身份号码',
  sex: '性别',
  birth_date: '出生日期',
  home_station: '户籍地派出所',
  status: '户籍状态',
} as const;

export type DifferenceItem = keyof typeof differenceTitles;

export const differenceItems = Object.keys(differenceTitles) as DifferenceItem[];

/**
 * `conflict`: the two cannot both be right. `attention`: the register itself explains it, or it may be a slip of
 * writing; the officer looks. Neither decides anything: that is his.
 */
export const gravityTitles = { conflict: '不一致', attention: '请留意' } as const;

export type Gravity = keyof typeof gravityTitles;

export const gravities = Object.keys(gravityTitles) as Gravity[];

/** Where application and register say different things of a person. The values are personal data. */
export interface Difference {
  readonly item: DifferenceItem;
  readonly applicationValue: string;
  readonly registerValue: string;
  readonly gravity: Gravity;
}

/** Of which a matter asks for the very proof, so that it is no surprise. */
const explainedBy: Readonly<Partial<Record<RegisterStatus, MatterCode>>> = {
  cancelled: 'CANCELLATION',
  moved: 'MIGRATION',
};

/**
 * Lays the register's entry beside the application, in the order of {@link differenceItems}; nothing in it when they
 * agree. Names are compared character by character, the separator's variants apart: no Unicode normalisation, which
 * would make other people's names equal (§7). Sex and birth date of the applicant are those in his number.
 * @param asOf the date of the query, by which the number is read.
 */
export function compareWithRegister(
  application: Application,
  entry: RegisterEntry,
  asOf: PlainDate,
): Difference[] {
  return [
    ...nameDifference(application, entry),
    ...formerNamesDifference(application, entry),
    ...numberDifferences(application, entry, asOf),
    ...stationDifference(application, entry),
    ...statusDifference(application, entry),
  ];
}

function nameDifference({ applicant }: Application, { name, formerNames }: RegisterEntry): Difference[] {
  const given = writtenName(applicant.name);
  const isFormer = formerNames.some((former) => writtenName(former) === given);
  return differenceOf('name', given, writtenName(name), isFormer ? 'attention' : 'conflict');
}

/** Whether one of the register's former names stands in what the applicant wants certified. */
function formerNamesDifference({ matters }: Application, { formerNames }: RegisterEntry): Difference[] {
  const details = matters.find(({ code }) => code === 'NAME_CHANGE')?.details;
  if (details === undefined) return [];
  const given = withMiddleDots(details);
  const known = formerNames.map(writtenName);
  if (known.some((former) => given.includes(former))) return [];
  return differenceOf('former_names', given, known.length === 0 ? '无' : known.join('、'), 'attention');
}

function numberDifferences({ applicant }: Application, entry: RegisterEntry, asOf: PlainDate): Difference[] {
  const check = checkIdNumber(applicant.idNumber, asOf);
  const given = check.valid ? check.idNumber : applicant.idNumber;
  const gravity = entry.formerIdNumbers.includes(given) ? 'attention' : 'conflict';
  const number = differenceOf('id_number', given, entry.idNumber, gravity);
  if (!check.valid) return number;
  return [
    ...number,
    ...differenceOf('sex', sexTitles[check.sex], sexTitles[entry.sex], gravity),
    ...differenceOf('birth_date', check.birthDate, entry.birthDate, gravity),
  ];
}

/** Attention only: the applicant may have named the wrong station, which a reroute mends. */
function stationDifference(
  { homeStation }: Application,
  { registeringStation }: RegisterEntry,
): Difference[] {
  return differenceOf('home_station', homeStation, registeringStation.code, 'attention');
}

function statusDifference({ matters }: Application, { status }: RegisterEntry): Difference[] {
  const isAskedFor = matters.some(({ code }) => code === explainedBy[status]);
  return differenceOf(
    'status',
    registerStatusTitles.registered,
    registerStatusTitles[status],
    isAskedFor ? 'attention' : 'conflict',
  );
}

function differenceOf(
  item: DifferenceItem,
  applicationValue: string,
  registerValue: string,
  gravity: Gravity,
): Difference[] {
  return applicationValue === registerValue ? [] : [{ item, applicationValue, registerValue, gravity }];
}

/** A name as the rules write it; one that they refuse stays as it stands but for the separator. */
function writtenName(text: string): string {
  const check = checkName(text);
  return check.valid ? check.name : withMiddleDots(text);
}
