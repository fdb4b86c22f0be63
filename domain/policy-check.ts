import { dayEnds } from './calendar/due-instant.ts';
import type { OfficeHours, OfficeTimetable } from './calendar/office-hours.ts';
import type { ClockId } from './clocks/clock-id.ts';
import { clockIds } from './clocks/clock-id.ts';
import { defaultLadders } from './escalation/default-ladders.ts';
import type { Audience, RungMoment, RungRule } from './escalation/rung.ts';
import type { QuietHours } from './notices/policy.ts';
import type { ProvincePolicy } from './policy.ts';
import { defaultPolicy } from './policy.ts';
import type { TimeOfDay } from './time/plain-date.ts';

/** One thing that is wrong with a policy; `pointer` (RFC 6901) is where it stands. */
export interface PolicyFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

const maxTermWorkingDays = 30;
const maxTermDays = 730;
const dayMinutes = 24 * 60;
const minAwakeMinutes = 60;
const maxUrgentWaitMs = 15 * 60_000;

/** What a province may not set: everything at once, so that an administrator corrects it once. */
export function checkPolicy(policy: Omit<ProvincePolicy, 'version'>): PolicyFault[] {
  return [
    ...clockIds.flatMap((clock) => termFaults(clock, policy)),
    ...clockIds.flatMap((clock) => ladderFaults(clock, policy)),
    ...dayEndFaults(policy),
    ...timetableFaults(policy.timetables.ordinary, '/timetables/ordinary'),
    ...Object.entries<OfficeTimetable>(policy.timetables.regions).flatMap(([region, timetable]) =>
      timetableFaults(timetable, `/timetables/regions/${region}`),
    ),
    ...quietHoursFaults(policy),
    ...spreadFaults(policy),
    ...urgentLimitFaults(policy),
    ...freshnessFaults(policy),
  ];
}

function termFaults(clock: ClockId, { terms }: Pick<ProvincePolicy, 'terms'>): PolicyFault[] {
  const { unit, count } = terms[clock];
  const pointer = `/terms/${clock}`;
  const usual = defaultPolicy.terms[clock];
  if (unit !== usual.unit) {
    const message = usual.unit === 'days' ? '此项期限以日计。' : '此项期限以工作日计。';
    return [{ pointer: `${pointer}/unit`, code: 'wrong_unit', message }];
  }
  const max = unit === 'days' ? maxTermDays : maxTermWorkingDays;
  if (!Number.isInteger(count) || count < 1 || count > max) {
    return [{ pointer: `${pointer}/count`, code: 'out_of_range', message: `应为1至${max}的整数。` }];
  }
  // [§3]: a province may be quicker than the plan, never slower.
  if (clock === 'verification' && count > usual.count) {
    const message = `实施方案规定查证期限为${usual.count}个工作日，不得延长。`;
    return [{ pointer: `${pointer}/count`, code: 'longer_than_the_plan', message }];
  }
  return [];
}

function ladderFaults(
  clock: ClockId,
  { ladders, terms }: Pick<ProvincePolicy, 'ladders' | 'terms'>,
): PolicyFault[] {
  const known: readonly string[] = defaultLadders[clock].map(({ rung }) => rung);
  const rungs = ladders[clock];
  const ofEach = rungs.flatMap(({ rung, when, to, reply }, index): PolicyFault[] => {
    const pointer = `/ladders/${clock}/${index}`;
    const faults: PolicyFault[] = [];
    if (!known.includes(rung)) {
      const message = `此项期限的督办梯级只能是${known.join('、')}。`;
      faults.push({ pointer: `${pointer}/rung`, code: 'unknown_rung', message });
    }
    if (rungs.findIndex((other) => other.rung === rung) !== index) {
      faults.push({ pointer: `${pointer}/rung`, code: 'repeated_rung', message: '同一梯级重复。' });
    }
    if (to.length === 0 && clock !== 'reply') {
      faults.push({ pointer: `${pointer}/to`, code: 'nobody_told', message: '请至少指定一个接收对象。' });
    }
    if (to.some(({ kind }) => kind === 'applicant') && clock !== 'collection') {
      const message = '申请人只接收领取提醒。';
      faults.push({ pointer: `${pointer}/to`, code: 'applicant_not_concerned', message });
    }
    if (clock !== 'further_verification' && namesFurtherUnit([...to, ...(reply?.overdueTo ?? [])])) {
      const message = '协助查证的派出所及其上级只接收协助查证的督办。';
      faults.push({ pointer: `${pointer}/to`, code: 'further_station_not_concerned', message });
    }
    if (clock === 'further_verification' && reply !== undefined) {
      const message = '协助查证不要求回告；查证期限的督办由户籍地派出所回告。';
      faults.push({ pointer: `${pointer}/reply`, code: 'no_reply_here', message });
    }
    if (reply?.overdueTo.length === 0) {
      const message = '请至少指定一个逾期未回告时的接收对象。';
      faults.push({ pointer: `${pointer}/reply/overdueTo`, code: 'nobody_told', message });
    }
    if (reply !== undefined && (!Number.isInteger(reply.withinWorkingDays) || reply.withinWorkingDays < 1)) {
      const message = '回告期限应为不少于1的整数。';
      faults.push({ pointer: `${pointer}/reply/withinWorkingDays`, code: 'out_of_range', message });
    }
    if (!isMomentWithin(when, terms[clock].count)) {
      const message = '该时间点不在期限之内。';
      faults.push({ pointer: `${pointer}/when`, code: 'outside_the_term', message });
    }
    return faults;
  });
  return [...silenceFaults(clock, rungs), ...ofEach];
}

/** There is no further station but while one is asked. */
function namesFurtherUnit(audience: readonly Audience[]): boolean {
  return audience.some((each) => each.kind === 'post' && each.unit.startsWith('further_'));
}

/** Without a rung for what is late nobody hears of it, and no statistics count it. */
function silenceFaults(clock: ClockId, rungs: readonly RungRule[]): PolicyFault[] {
  if (!tellsWhenLate(defaultLadders[clock]) || tellsWhenLate(rungs)) return [];
  const message = '请至少保留一个在期限届满时或之后的梯级，否则逾期无人知晓。';
  return [{ pointer: `/ladders/${clock}`, code: 'nobody_hears_of_lateness', message }];
}

function tellsWhenLate(rungs: readonly RungRule[]): boolean {
  return rungs.some(({ when }) => when.at === 'due' || when.at === 'after_due');
}

function isMomentWithin(when: RungMoment, count: number): boolean {
  switch (when.at) {
    case 'due':
      return true;
    case 'start_of_working_day':
    case 'end_of_working_day':
      return Number.isInteger(when.day) && when.day >= 1 && when.day <= count;
    case 'after_due':
      return (
        Number.isInteger(when.workingDays) && when.workingDays >= 1 && when.workingDays <= maxTermWorkingDays
      );
    case 'days_after_start':
      return Number.isInteger(when.days) && when.days >= 1 && when.days <= count;
  }
}

function dayEndFaults({ dueAtEndOf }: Pick<ProvincePolicy, 'dueAtEndOf'>): PolicyFault[] {
  if (dayEnds.includes(dueAtEndOf)) return [];
  const message = `截止时间只能是${dayEnds.join('、')}。`;
  return [{ pointer: '/dueAtEndOf', code: 'unknown_day_end', message }];
}

function timetableFaults({ seasons, ...ordinary }: OfficeTimetable, pointer: string): PolicyFault[] {
  return [
    ...hoursFaults(ordinary, pointer),
    ...seasons.flatMap((season, index) => hoursFaults(season, `${pointer}/seasons/${index}`)),
  ];
}

function hoursFaults({ start, end }: OfficeHours, pointer: string): PolicyFault[] {
  if (start < end) return [];
  return [{ pointer: `${pointer}/end`, code: 'ends_before_it_starts', message: '下班时间应晚于上班时间。' }];
}

/** Quiet hours may be left out, by ending when they begin; a day of them would have nobody told of anything. */
function quietHoursFaults({
  notices: { quietHours, staffHours },
  timetables: { ordinary, regions },
}: Pick<ProvincePolicy, 'notices' | 'timetables'>): PolicyFault[] {
  const pointer = '/notices/quietHours';
  const quietMinutes = (minutesOf(quietHours.until) - minutesOf(quietHours.from) + dayMinutes) % dayMinutes;
  if (dayMinutes - quietMinutes < minAwakeMinutes) {
    return [{ pointer, code: 'no_hour_left', message: '一天中至少应有1个小时不在免打扰时段内。' }];
  }
  const timetables = [ordinary, ...Object.values<OfficeTimetable>(regions)];
  const hours = timetables.flatMap((timetable) => [timetable, ...timetable.seasons]);
  // Staff who are told while they work must be awake for some of it.
  if (staffHours !== 'office_hours' || hours.every((each) => isAwakeWithin(each, quietHours))) return [];
  return [{ pointer, code: 'office_hours_quiet', message: '免打扰时段不能覆盖全部上班时间。' }];
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isAwakeWithin({ start, end }: OfficeHours, { from, until }: QuietHours): boolean {
  const isQuiet = from <= until ? start >= from && start < until : start >= from || start < until;
  return !isQuiet || (until > start && until < end);
}

function spreadFaults({ notices: { spreadMinutes } }: Pick<ProvincePolicy, 'notices'>): PolicyFault[] {
  if (spreadMinutes.from <= spreadMinutes.until) return [];
  const message = '错开发送的结束应不早于开始。';
  return [{ pointer: '/notices/spreadMinutes/until', code: 'ends_before_it_starts', message }];
}

/** What is urgent, the red rungs, does not wait behind other messages (§6). */
function urgentLimitFaults({ notices }: Pick<ProvincePolicy, 'notices'>): PolicyFault[] {
  return notices.limits.urgent.flatMap(({ withinMs }, index) =>
    withinMs <= maxUrgentWaitMs
      ? []
      : [
          {
            pointer: `/notices/limits/urgent/${index}/withinMs`,
            code: 'out_of_range',
            message: '紧急通知的限额时段不得超过15分钟。',
          },
        ],
  );
}

function freshnessFaults({ freshness }: Pick<ProvincePolicy, 'freshness'>): PolicyFault[] {
  if (freshness.reminderAfterDays < freshness.blockedAfterDays) return [];
  const message = '停用应晚于提醒，使本单位有时间确认。';
  return [{ pointer: '/freshness/blockedAfterDays', code: 'blocked_before_reminder', message }];
}
