import { clockRules } from '../../clocks/clock.ts';
import type { ClockKey } from '../../clocks/clock-id.ts';
import type { Recipient } from '../../directory/recipients.ts';
import type { Instant } from '../../time/instant.ts';
import { localDateOf } from '../../time/plain-date.ts';
import type { ClockMove } from '../event.ts';
import { clockMoveTitles } from '../event.ts';
import type { CaseState } from '../state.ts';
import { withRepliesUrged } from '../taken-back.ts';
import type { Notice, PartOfNotices } from './notice.ts';
import { none, toHomeStation, toOfficer, toTold } from './notice.ts';

/** A move of which the stations hear otherwise. */
const toldByReceipt: readonly ClockMove[] = ['receipt', 'receipt_corrected'];

/** Terms that begin, wait or move. */
export const clockNotices = {
  clock_started: none,
  clock_not_started: () => [toOfficer('相应年度的工作日历尚未发布，期限待日历发布后起算。')],
  clock_moved: ({ clockKey, cause, previousDueAt, calendarDueAt, deadline }, state, at) => {
    if (previousDueAt === calendarDueAt) return [];
    const ground = clockMoveTitles[cause];
    const clock = state.clocks[clockKey];
    const title = clock === undefined ? '' : clockRules[clock.clock].title;
    const [before, calendar, standing] = [previousDueAt, calendarDueAt, deadline.dueAt].map(localDateOf);
    const tooEarly = toTold(toldTooEarly(clockKey, state, at), {
      kind: 'escalation',
      urgency: 'normal',
      text: `${ground}：${title}期限由${before}改为${standing}，此前的督办撤销，无需回告。`,
    });
    if (toldByReceipt.includes(cause)) return tooEarly;
    const text =
      calendarDueAt < previousDueAt
        ? `${ground}：${title}期限按新规定应为${calendar}，原定${before}，现按${standing}执行。`
        : `${ground}：${title}期限由${before}改为${standing}。`;
    const kind = cause === 'calendar_revised' ? 'calendar' : 'case';
    return [
      ...tooEarly,
      toOfficer(text, kind),
      ...toHomeStation(state, text).map((notice): Notice => ({ ...notice, kind })),
    ];
  },
  calendar_revised: none,
} as const satisfies PartOfNotices;

/** Those who were told of what is taken back at an instant with a clock: of its rungs, and of the replies to them. */
function toldTooEarly(clockKey: ClockKey, { escalations }: CaseState, at: Instant): Recipient[] {
  const taken = Object.values(escalations).filter(({ takenBackAt }) => takenBackAt === at);
  const ofClock = taken.filter(({ rungKey }) => rungKey.startsWith(`${clockKey}/`));
  const keys = withRepliesUrged(
    escalations,
    ofClock.map(({ rungKey }) => rungKey),
  );
  return taken.filter(({ rungKey }) => keys.includes(rungKey)).flatMap(({ told }) => told);
}
