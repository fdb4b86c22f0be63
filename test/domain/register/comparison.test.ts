import { describe, expect, it } from 'vitest';
import { samplePeople } from '../../../activities/population-register/sample-people.ts';
import type { Application } from '../../../domain/application/application.ts';
import { compareWithRegister } from '../../../domain/register/comparison.ts';
import type { RegisterEntry } from '../../../domain/register/entry.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import fixture from '../../fixtures/application.json' with { type: 'json' };

const application = fixture as unknown as Application;
const asOf = parsePlainDate('2026-11-25');

const [entry] = samplePeople as [RegisterEntry];

function applicationOf(
  change: Partial<Application['applicant']>,
  more: Partial<Application> = {},
): Application {
  return { ...application, applicant: { ...application.applicant, ...change }, ...more };
}

function compare(changedEntry: Partial<RegisterEntry>, changedApplication = application) {
  return compareWithRegister(changedApplication, { ...entry, ...changedEntry }, asOf);
}

describe('the register beside the application', () => {
  it('agrees with the sample person', () => {
    expect(compare({})).toEqual([]);
  });

  it.each([
    ['another name', { name: '李样列' }, 'name', '李样例', '李样列'],
    [
      'another number',
      { idNumber: '520302198511201312' },
      'id_number',
      '520302199003074219',
      '520302198511201312',
    ],
    ['another sex than the number has', { sex: 'F' }, 'sex', '男', '女'],
    [
      'another birth date than the number has',
      { birthDate: parsePlainDate('1990-03-08') },
      'birth_date',
      '1990-03-07',
      '1990-03-08',
    ],
    ['a cancelled register', { status: 'cancelled' }, 'status', '户籍在册', '户口已注销'],
    ['a register that moved', { status: 'moved' }, 'status', '户籍在册', '户口已迁出'],
  ] as const)('%s is a conflict', (_, change, item, applicationValue, registerValue) => {
    expect(compare(change)).toEqual([{ item, applicationValue, registerValue, gravity: 'conflict' }]);
  });

  it('another station is for attention: the applicant may have named the wrong one', () => {
    const registeringStation = { code: parseUnitCode('520302980000'), name: '湘江派出所' };
    expect(compare({ registeringStation })).toEqual([
      {
        item: 'home_station',
        applicationValue: '520302990000',
        registerValue: '520302980000',
        gravity: 'attention',
      },
    ]);
  });

  it('a name that the register knows as a former one is for attention', () => {
    expect(compare({}, applicationOf({ name: '李例' }))).toEqual([
      { item: 'name', applicationValue: '李例', registerValue: '李样例', gravity: 'attention' },
    ]);
  });

  it('a number that the register knows as a former one explains what hangs on it', () => {
    const [, , , , , , zhou] = samplePeople;
    const old = applicationOf({ name: '周样例', idNumber: '520303197001011772' }, { matters: [] });
    expect(compareWithRegister(old, { ...entry, ...zhou, sex: 'F' }, asOf)).toEqual([
      {
        item: 'id_number',
        applicationValue: '520303197001011772',
        registerValue: '520302197001011776',
        gravity: 'attention',
      },
      { item: 'sex', applicationValue: '男', registerValue: '女', gravity: 'attention' },
    ]);
  });

  it('a former name that is to be certified and is not in the register is for attention', () => {
    expect(compare({ formerNames: [] })).toEqual([
      { item: 'former_names', applicationValue: '曾用名李例', registerValue: '无', gravity: 'attention' },
    ]);
    const dotted = applicationOf({}, { matters: [{ code: 'NAME_CHANGE', details: '曾用名：阿依•古丽' }] });
    expect(compare({ formerNames: ['李二例', '阿依・古丽'] }, dotted)).toEqual([]);
    expect(compare({ formerNames: [] }, applicationOf({}, { matters: [{ code: 'NAME_CHANGE' }] }))).toEqual(
      [],
    );
  });

  it('a cancellation or a move that is to be certified is no conflict', () => {
    const asking = (code: string) => applicationOf({}, { matters: [{ code }] });
    expect(compare({ status: 'cancelled' }, asking('CANCELLATION'))).toMatchObject([
      { gravity: 'attention' },
    ]);
    expect(compare({ status: 'moved' }, asking('MIGRATION'))).toMatchObject([{ gravity: 'attention' }]);
    expect(compare({ status: 'moved' }, asking('CANCELLATION'))).toMatchObject([{ gravity: 'conflict' }]);
  });

  it('shows a private-use character of the register as the difference that it is', () => {
    expect(compare({ name: '李样\uE000' })).toMatchObject([{ item: 'name', registerValue: '李样\uE000' }]);
  });

  it('lists all differences at once, in their order', () => {
    const other = compare({ name: '王某', sex: 'F', formerNames: [], status: 'moved' });
    expect(other.map(({ item }) => item)).toEqual(['name', 'former_names', 'sex', 'status']);
  });
});
