import type { CaseClock } from '../../clocks/clock.ts';
import { clockRules } from '../../clocks/clock.ts';
import type { Recipient } from '../../directory/recipients.ts';
import { rungKeyOf } from '../../escalation/rung.ts';
import { localDateOf } from '../../time/plain-date.ts';
import type { ClockMove } from '../event.ts';
import { clockMoveTitles } from '../event.ts';
import type { CaseState } from '../state.ts';
import type { Notice, PartOfNotices } from './notice.ts';
import { none, toHomeStation, toOfficer, toTold } from './notice.ts';

/** A move that has a notice of its own. */
const toldByReceipt: readonly ClockMove[] = ['receipt', 'receipt_corrected'];

/** Terms that begin, wait or move. */
export const clockNotices = {
  clock_started: none,
  clock_not_started: () => [toOfficer('相应年度的工作日历尚未发布，期限待日历发布后起算。')],
  clock_moved: ({ clockKey, cause, previousDueAt, calendarDueAt, deadline }, state) => {
    if (toldByReceipt.includes(cause) || previousDueAt === calendarDueAt) return [];
    const ground = clockMoveTitles[cause];
    const clock = state.clocks[clockKey];
    const title = clock === undefined ? '' : clockRules[clock.clock].title;
    const [before, calendar, standing] = [previousDueAt, calendarDueAt, deadline.dueAt].map(localDateOf);
    const text =
      calendarDueAt < previousDueAt
        ? `${ground}：${title}期限按新规定应为${calendar}，原定${before}，现按${standing}执行。`
        : `${ground}：${title}期限由${before}改为${standing}。`;
    const kind = cause === 'calendar_revised' ? 'calendar' : 'case';
    return [
      ...toTold(toldTooEarly(clock, state), {
        kind: 'escalation',
        urgency: 'normal',
        text: `${ground}：${title}期限由${before}改为${standing}，此前的督办撤销，无需回告。`,
      }),
      toOfficer(text, kind),
      ...toHomeStation(state, text).map((notice): Notice => ({ ...notice, kind })),
    ];
  },
  calendar_revised: none,
} as const satisfies PartOfNotices;

/** Those who were told of a rung that a later date has taken back. */
function toldTooEarly(clock: CaseClock | undefined, { escalations }: CaseState): Recipient[] {
  return (clock?.ladder ?? []).flatMap(({ rung, rearmed = 0 }) => {
    if (clock === undefined || rearmed === 0 || clock.fired.includes(rung)) return [];
    return escalations[rungKeyOf(clock.key, { rung, rearmed: rearmed - 1 })]?.told ?? [];
  });
}
