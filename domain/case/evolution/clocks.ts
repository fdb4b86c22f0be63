import type { CaseClock } from '../../clocks/clock.ts';
import { clockRules } from '../../clocks/clock.ts';
import type { ClockId, ClockKey } from '../../clocks/clock-id.ts';
import type { RungId, RungKey, ScheduledRung } from '../../escalation/rung.ts';
import { rungKeyOf } from '../../escalation/rung.ts';
import type { Instant } from '../../time/instant.ts';
import type { UnitCode } from '../../units/unit.ts';
import type { CaseState, Escalation } from '../state.ts';
import { takenBack } from '../taken-back.ts';
import type { Evolution } from './evolution.ts';
import { stopClocks } from './stopped-clocks.ts';

type ClockEvent = 'clock_started' | 'clock_not_started' | 'clock_moved' | 'calendar_revised' | 'rung_fired';

/** The clocks of a case and the rungs of their ladders. */
export const clockEvolution = {
  clock_started: (state, { clockKey, clock, deadline, ladder, about }, at) => {
    // A reply is demanded for each rung; of everything else there is one at a time.
    const settled = clock === 'reply' ? state : stopClocks(state, [clock], at);
    const { [clockKey]: _, ...unstartedClocks } = settled.unstartedClocks;
    const { dueAt } = deadline;
    const started: CaseClock = {
      key: clockKey,
      clock,
      station: stationOf(state, clock, about),
      deadline,
      ladder,
      fired: [],
      stoppedAt: null,
      calendarDueAt: dueAt,
    };
    const clocks = { ...settled.clocks, [clockKey]: started };
    const clockStarts = counted(state, clock, clockKey);
    return demandReply({ ...settled, clockStarts, unstartedClocks, clocks }, about, clockKey, dueAt);
  },
  clock_not_started: (state, { clockKey, clock, startedAt, about, demand }, at) => {
    const settled = clock === 'reply' ? state : stopClocks(state, [clock], at);
    const unstartedClocks = {
      ...settled.unstartedClocks,
      [clockKey]: { clock, startedAt, about, demand },
    };
    const clockStarts = counted(state, clock, clockKey);
    return demandReply({ ...settled, clockStarts, unstartedClocks }, about, clockKey, null);
  },
  clock_moved: (state, { clockKey, deadline, ladder, calendarDueAt }, at) => {
    const laidOut = layOutAnew(state, clockKey, ladder, at);
    const moved = changeClock(laidOut, clockKey, (clock) => ({ ...clock, deadline, calendarDueAt }));
    const about = Object.values(state.escalations).find(({ replyClock }) => replyClock === clockKey);
    return demandReply(moved, about?.rungKey ?? null, clockKey, deadline.dueAt);
  },
  calendar_revised: (state, { version }) => ({ ...state, calendarVersion: version }),
  rung_fired: (state, { clockKey, rung, colour, told }, at) => {
    const fired = changeClock(state, clockKey, (clock) => ({ ...clock, fired: [...clock.fired, rung] }));
    const clock = state.clocks[clockKey];
    if (clock === undefined) return fired;
    const rungKey = rungKeyOf(clockKey, clock.ladder.find((step) => step.rung === rung) ?? { rung });
    const escalation: Escalation = {
      rungKey,
      clock: clock.clock,
      rung,
      colour,
      station: clock.station,
      firedAt: at,
      told,
      replyDueAt: null,
      replyClock: null,
      settlement: null,
      takenBackAt: null,
    };
    return { ...fired, escalations: { ...state.escalations, [rungKey]: escalation } };
  },
} as const satisfies Evolution<ClockEvent>;

/** Who has to act by the end of a clock, in the stay of the case in which it begins. */
function stationOf(state: CaseState, clock: ClockId, about: RungKey | null): UnitCode | null {
  switch (clockRules[clock].urges) {
    case 'accepting':
      return state.acceptingStation;
    case 'home':
      return state.homeStation;
    case 'applicant':
      return null;
    case 'whoever_owes_the_reply':
      return about === null ? null : (state.escalations[about]?.station ?? null);
  }
}

/** A number that was given is never given again, also where its clock never began. */
function counted({ clockStarts }: CaseState, clock: ClockId, key: ClockKey): CaseState['clockStarts'] {
  const n = Number(key.slice(clock.length + 1));
  return { ...clockStarts, [clock]: Math.max(clockStarts[clock] ?? 0, n) };
}

/** Lays the ladder out anew. A rung that is taken back is settled, and fires again at its new instant. */
function layOutAnew(
  state: CaseState,
  clockKey: ClockKey,
  ladder: readonly ScheduledRung[],
  at: Instant,
): CaseState {
  const clock = state.clocks[clockKey];
  if (clock === undefined) return state;
  const taken = takenBack(clock, ladder, at);
  const timesOf = (rung: RungId) => clock.ladder.find((step) => step.rung === rung)?.rearmed ?? 0;
  const isTaken = (rung: RungId) => taken.includes(rungKeyOf(clockKey, { rung, rearmed: timesOf(rung) }));
  const armed = changeClock(state, clockKey, (known) => ({
    ...known,
    ladder: ladder.map((step) => {
      const rearmed = timesOf(step.rung) + (isTaken(step.rung) ? 1 : 0);
      return rearmed === 0 ? step : { ...step, rearmed };
    }),
    fired: known.fired.filter((rung) => !isTaken(rung)),
  }));
  return { ...armed, escalations: { ...armed.escalations, ...withdrawn(armed, taken, at) } };
}

/** The rungs that are taken back, with those that urged the replies to them. */
function withdrawn(
  { escalations }: CaseState,
  keys: readonly RungKey[],
  at: Instant,
): CaseState['escalations'] {
  const replyClocks = keys.flatMap((key) => escalations[key]?.replyClock ?? []);
  const concerned = Object.values(escalations).filter(
    ({ rungKey }) => keys.includes(rungKey) || replyClocks.some((clock) => rungKey.startsWith(`${clock}/`)),
  );
  return Object.fromEntries(
    concerned.map((escalation) => {
      const settlement = escalation.settlement ?? ({ kind: 'obviated', at } as const);
      return [escalation.rungKey, { ...escalation, settlement, takenBackAt: at } satisfies Escalation];
    }),
  );
}

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
