import type { CaseClock } from '../../clocks/clock.ts';
import type { ClockKey } from '../../clocks/clock-id.ts';
import type { RungKey } from '../../escalation/rung.ts';
import { rungKeyOf } from '../../escalation/rung.ts';
import type { Instant } from '../../time/instant.ts';
import type { CaseState, Escalation } from '../state.ts';
import type { Evolution } from './evolution.ts';
import { stopClocks } from './stopped-clocks.ts';

type ClockEvent = 'clock_started' | 'clock_not_started' | 'clock_moved' | 'calendar_revised' | 'rung_fired';

/** The clocks of a case and the rungs of their ladders. */
export const clockEvolution = {
  clock_started: (state, { clockKey, clock, deadline, ladder, about }, at) => {
    const { [clockKey]: _, ...unstartedClocks } = state.unstartedClocks;
    // A reply is demanded for each rung; of everything else there is one at a time.
    const settled = clock === 'reply' ? state : stopClocks(state, [clock], at);
    const { dueAt } = deadline;
    const started: CaseClock = {
      key: clockKey,
      clock,
      deadline,
      ladder,
      fired: [],
      stoppedAt: null,
      calendarDueAt: dueAt,
    };
    const clocks = { ...settled.clocks, [clockKey]: started };
    return demandReply({ ...settled, unstartedClocks, clocks }, about, clockKey, dueAt);
  },
  clock_not_started: (state, { clockKey, clock, startedAt, about, demand }) =>
    demandReply(
      {
        ...state,
        unstartedClocks: { ...state.unstartedClocks, [clockKey]: { clock, startedAt, about, demand } },
      },
      about,
      clockKey,
      null,
    ),
  clock_moved: (state, { clockKey, deadline, ladder, calendarDueAt }) => {
    const moved = changeClock(state, clockKey, (clock) => ({ ...clock, deadline, ladder, calendarDueAt }));
    const about = Object.values(state.escalations).find(({ replyClock }) => replyClock === clockKey);
    return demandReply(moved, about?.rungKey ?? null, clockKey, deadline.dueAt);
  },
  calendar_revised: (state, { version }) => ({ ...state, calendarVersion: version }),
  rung_fired: (state, { clockKey, rung, colour, told }, at) => {
    const fired = changeClock(state, clockKey, (clock) => ({ ...clock, fired: [...clock.fired, rung] }));
    const clock = state.clocks[clockKey];
    if (clock === undefined) return fired;
    const rungKey = rungKeyOf(clockKey, rung);
    const escalation: Escalation = {
      rungKey,
      clock: clock.clock,
      rung,
      colour,
      firedAt: at,
      told,
      replyDueAt: null,
      replyClock: null,
      settlement: null,
    };
    return { ...fired, escalations: { ...state.escalations, [rungKey]: escalation } };
  },
} as const satisfies Evolution<ClockEvent>;

function demandReply(
  state: CaseState,
  about: RungKey | null,
  replyClock: ClockKey,
  replyDueAt: Instant | null,
): CaseState {
  const escalation = about === null ? undefined : state.escalations[about];
  if (about === null || escalation === undefined) return state;
  return {
    ...state,
    escalations: { ...state.escalations, [about]: { ...escalation, replyClock, replyDueAt } },
  };
}

function changeClock(state: CaseState, key: ClockKey, change: (clock: CaseClock) => CaseClock): CaseState {
  const clock = state.clocks[key];
  return clock === undefined ? state : { ...state, clocks: { ...state.clocks, [key]: change(clock) } };
}
