import { dueTextsOf } from '../../calendar/due-instant.ts';
import type { CaseClock } from '../../clocks/clock.ts';
import { clockRules } from '../../clocks/clock.ts';
import type { ClockKey } from '../../clocks/clock-id.ts';
import type { Seat } from '../../directory/chain.ts';
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
  clock_not_started: ({ clockKey, clock, previously }, state, at) => {
    const { title } = clockRules[clock];
    switch (previously.kind) {
      case 'off':
        return [toOfficer(`相应年度的工作日历尚未发布，${title}期限待日历发布后起算。`)];
      case 'waiting':
        return [];
      case 'running': {
        const before = localDateOf(previously.dueAt);
        const why = `送达时间有变：${title}期限原定${before}，相应年度的工作日历尚未发布，待日历发布后重新确定`;
        return [
          ...withdrawal(clockKey, state, at, why),
          toOfficer(`${why}。`),
          ...toHomeStation(state, `${why}。`),
        ];
      }
    }
  },
  clock_moved: ({ clockKey, cause, previousDueAt, calendarDueAt, deadline }, state, at) => {
    if (previousDueAt === calendarDueAt) return [];
    const ground = clockMoveTitles[cause];
    const clock = state.clocks[clockKey];
    const title = clock === undefined ? '' : clockRules[clock.clock].title;
    const [before, calendar, standing] = dueTextsOf([previousDueAt, calendarDueAt, deadline.dueAt]);
    const changed = `${ground}：${title}期限由${before}改为${standing}`;
    const tooEarly = withdrawal(clockKey, state, at, changed);
    if (toldByReceipt.includes(cause)) return tooEarly;
    const text =
      calendarDueAt < previousDueAt
        ? `${ground}：${title}期限按新规定应为${calendar}，原定${before}，现按${standing}执行。`
        : `${changed}。`;
    const kind = cause === 'calendar_revised' ? 'calendar' : 'case';
    return [
      ...tooEarly,
      toOfficer(text, kind),
      ...toHomeStation(state, text).map((notice): Notice => ({ ...notice, kind })),
      ...toTold(furtherSeatsOf(clock), { kind, urgency: 'normal', text }),
    ];
  },
  calendar_revised: none,
} as const satisfies PartOfNotices;

/** A further station was told of its own term, and of no other. */
function furtherSeatsOf(clock: CaseClock | undefined): Seat[] {
  if (clock?.clock !== 'further_verification' || clock.station === null) return [];
  return [{ unitCode: clock.station, post: 'liaison_officer' }];
}

/** Whoever was told of what is taken back at an instant with a clock, of its rungs and of the replies to them, hears why. */
function withdrawal(clockKey: ClockKey, { escalations }: CaseState, at: Instant, why: string): Notice[] {
  const taken = Object.values(escalations).filter(({ takenBackAt }) => takenBackAt === at);
  const ofClock = taken.filter(({ rungKey }) => rungKey.startsWith(`${clockKey}/`));
  const keys = withRepliesUrged(
    escalations,
    ofClock.map(({ rungKey }) => rungKey),
  );
  const told = taken.filter(({ rungKey }) => keys.includes(rungKey)).flatMap((escalation) => escalation.told);
  return toTold(told, {
    kind: 'escalation',
    urgency: 'normal',
    text: `${why}，此前的督办撤销，无需回告。`,
  });
}
