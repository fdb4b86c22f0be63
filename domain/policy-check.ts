import { dayEnds } from './calendar/due-instant.ts';
import type { OfficeHours, OfficeTimetable } from './calendar/office-hours.ts';
import type { ClockId } from './clocks/clock-id.ts';
import { clockIds } from './clocks/clock-id.ts';
import { defaultLadders } from './escalation/default-ladders.ts';
import type { RungMoment, RungRule } from './escalation/rung.ts';
import type { ProvincePolicy } from './policy.ts';
import { defaultPolicy } from './policy.ts';

/** One thing that is wrong with a policy; `pointer` (RFC 6901) is where it stands. */
export interface PolicyFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

const maxTermWorkingDays = 30;
const maxTermDays = 730;

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
