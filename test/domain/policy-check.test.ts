import { describe, expect, it } from 'vitest';
import type { DayEnd } from '../../domain/calendar/due-instant.ts';
import { dayEnds } from '../../domain/calendar/due-instant.ts';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import { clockIds } from '../../domain/clocks/clock-id.ts';
import { defaultLadders } from '../../domain/escalation/default-ladders.ts';
import type { RungRule } from '../../domain/escalation/rung.ts';
import type { NoticePolicy } from '../../domain/notices/policy.ts';
import { checkPolicy } from '../../domain/policy-check.ts';
import type { ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseTimeOfDay } from '../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';

const [overdue] = defaultLadders.verification.filter(({ rung }) => rung === 'R4');

function faultsOf(rung: RungRule) {
  const faults = checkPolicy({ ...defaultPolicy, ladders: { ...defaultLadders, verification: [rung] } });
  return faults.map(({ pointer, code }) => ({ pointer, code }));
}

describe('a policy that could not work', () => {
  it('is none of the product’s own', () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
  });

  it.each(clockIds.filter((clock) => clock !== 'collection'))('tells nobody when %s is late', (clock) => {
    const onlyBefore = defaultLadders[clock].filter(({ when }) => when.at === 'start_of_working_day');
    const faults = checkPolicy({ ...defaultPolicy, ladders: { ...defaultLadders, [clock]: onlyBefore } });
    expect(faults.map(({ pointer, code }) => ({ pointer, code }))).toEqual([
      { pointer: `/ladders/${clock}`, code: 'nobody_hears_of_lateness' },
    ]);
  });

  it('ends its terms when nobody knows', () => {
    const faults = checkPolicy({ ...defaultPolicy, dueAtEndOf: 'night' as DayEnd });
    expect(faults).toMatchObject([{ pointer: '/dueAtEndOf', code: 'unknown_day_end' }]);
    for (const dueAtEndOf of dayEnds) expect(checkPolicy({ ...defaultPolicy, dueAtEndOf })).toEqual([]);
  });

  it('tells nobody that a reply is missing', () => {
    const reply = { withinWorkingDays: 1, overdueTo: [] };
    expect(
      faultsOf({ ...overdue, rung: 'R4', colour: 'red', when: { at: 'due' }, to: overdue?.to ?? [], reply }),
    ).toEqual([{ pointer: '/ladders/verification/0/reply/overdueTo', code: 'nobody_told' }]);
  });

  it('tells a further station where none is asked, or wants a reply of one', () => {
    const to = [{ kind: 'post', unit: 'further_county', post: 'county_supervisor' }] as const;
    expect(faultsOf({ rung: 'R4', colour: 'red', when: { at: 'due' }, to })).toEqual([
      { pointer: '/ladders/verification/0/to', code: 'further_station_not_concerned' },
    ]);
    const reply = { withinWorkingDays: 1, overdueTo: to };
    const further_verification = defaultLadders.further_verification.map((rung) => ({ ...rung, reply }));
    const faults = checkPolicy({ ...defaultPolicy, ladders: { ...defaultLadders, further_verification } });
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/ladders/further_verification/0/reply no_reply_here',
      '/ladders/further_verification/1/reply no_reply_here',
    ]);
  });

  it('asks an applicant to collect what is not made', () => {
    const to = [{ kind: 'applicant' }] as const;
    expect(faultsOf({ rung: 'R4', colour: 'red', when: { at: 'due' }, to })).toEqual([
      { pointer: '/ladders/verification/0/to', code: 'applicant_not_concerned' },
    ]);
  });
});

describe('notices and freshness that could not work', () => {
  type Change = Partial<Pick<ProvincePolicy, 'notices' | 'freshness' | 'timetables'>>;
  const faults = (change: Change) =>
    checkPolicy({ ...defaultPolicy, ...change }).map(({ pointer, code }) => `${pointer} ${code}`);
  const quiet = (from: string, until: string, change: Partial<NoticePolicy> = {}) => ({
    notices: {
      ...defaultPolicy.notices,
      quietHours: { from: parseTimeOfDay(from), until: parseTimeOfDay(until) },
      ...change,
    },
  });

  it.each([
    ['00:00', '23:01'],
    ['12:00', '11:30'],
  ])('are quiet hours from %s until %s, which leave nobody an hour', (from, until) => {
    expect(faults(quiet(from, until))).toEqual(['/notices/quietHours no_hour_left']);
  });

  it.each([
    ['08:30', '17:30'],
    ['06:00', '18:00'],
    ['08:00', '07:00'],
  ])('are quiet hours from %s until %s while all staff work', (from, until) => {
    expect(faults(quiet(from, until))).toEqual(['/notices/quietHours office_hours_quiet']);
    expect(faults(quiet(from, until, { staffHours: 'outside_quiet_hours' }))).toEqual([]);
  });

  it.each([
    ['00:00', '00:00'],
    ['12:00', '14:00'],
    ['17:00', '08:30'],
    ['08:31', '17:30'],
    ['08:00', '17:29'],
  ])('are not quiet hours from %s until %s', (from, until) => {
    expect(faults(quiet(from, until))).toEqual([]);
  });

  it('are quiet hours over a season of a region', () => {
    const hours = { start: parseTimeOfDay('20:00'), end: parseTimeOfDay('23:00') };
    const season = { ...hours, from: '06-01', to: '08-31' } as const;
    const regions = { [parseDivisionCode('520100')]: { ...defaultTimetable, seasons: [season] } };
    const timetables = { ordinary: defaultTimetable, regions };
    expect(faults({ timetables, ...quiet('19:00', '07:30') })).toEqual([
      '/notices/quietHours office_hours_quiet',
    ]);
  });

  it('spread what arises over less than no time', () => {
    const spread = (spreadMinutes: { from: number; until: number }) =>
      faults({ notices: { ...defaultPolicy.notices, spreadMinutes } });
    expect(spread({ from: 5, until: 4 })).toEqual(['/notices/spreadMinutes/until ends_before_it_starts']);
    expect(spread({ from: 5, until: 5 })).toEqual([]);
  });

  it('hold back what is urgent', () => {
    const hourly = { messages: 1, withinMs: 3_600_000 };
    const limits = { normal: [hourly], urgent: [{ messages: 1, withinMs: 60_000 }, hourly] };
    expect(faults({ notices: { ...defaultPolicy.notices, limits } })).toEqual([
      '/notices/limits/urgent/1/withinMs out_of_range',
    ]);
  });

  it('block an entry before anybody was asked to confirm it', () => {
    const freshness = { reminderAfterDays: 90, blockedAfterDays: 90 };
    expect(faults({ freshness })).toEqual(['/freshness/blockedAfterDays blocked_before_reminder']);
  });
});
