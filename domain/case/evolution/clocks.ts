import type { CaseClock } from '../../clocks/clock.ts';
import { clockRules } from '../../clocks/clock.ts';
import type { ClockId, ClockKey } from '../../clocks/clock-id.ts';
import type { ClockSchedule } from '../../clocks/schedule.ts';
import type { RungId, RungKey, ScheduledRung } from '../../escalation/rung.ts';
import { rungKeyOf } from '../../escalation/rung.ts';
import type { Instant } from '../../time/instant.ts';
import type { UnitCode } from '../../units/unit.ts';
import { furtherStationOf } from '../further-verification.ts';
import type { CaseState, Escalation } from '../state.ts';
import { saidLate, takenBack, withRepliesUrged } from '../taken-back.ts';
import type { Evolution } from './evolution.ts';
import { stopClocks } from './stopped-clocks.ts';

type ClockEvent = 'clock_started' | 'clock_not_started' | 'clock_moved' | 'calendar_revised' | 'rung_fired';

/** The clocks of a case and the rungs of their ladders. */
export const clockEvolution = {
  clock_started: (state, { clockKey, clock, deadline, ladder, about }, at) => {
    const settled = besideOthers(state, clock, clockKey, at);
    const { dueAt } = deadline;
    const started: CaseClock = {
      key: clockKey,
      clock,
      station: stationOf(state, clock, about),
      deadline,
      ...withFired(settled.escalations, clockKey, ladder),
      stoppedAt: null,
      calendarDueAt: dueAt,
    };
    const clocks = { ...settled.clocks, [clockKey]: started };
    const clockStarts = counted(state, clock, clockKey);
    return demandReply({ ...settled, clockStarts, clocks }, about, clockKey, dueAt);
  },
  clock_not_started: (state, { clockKey, clock, startedAt, about, demand }, at) => {
    const settled = besideOthers(state, clock, clockKey, at);
    const waiting = { clock, startedAt, about, demand };
    const unstartedClocks = { ...settled.unstartedClocks, [clockKey]: waiting };
    const clockStarts = counted(state, clock, clockKey);
    return demandReply({ ...settled, clockStarts, unstartedClocks }, about, clockKey, null);
  },
  clock_moved: (state, { clockKey, calendarDueAt, ...schedule }, at) => {
    const { deadline } = schedule;
    const laidOut = layOutAnew(state, clockKey, schedule, at);
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

/**
 * The case as a clock begins anew under its key. A reply is demanded for each rung; of everything else there is one at a
 * time. Where it ran already no calendar says when it ends: whoever was said to be late may not be.
 */
function besideOthers(state: CaseState, clock: ClockId, key: ClockKey, at: Instant): CaseState {
  const { [key]: running, ...clocks } = state.clocks;
  const { [key]: _, ...unstartedClocks } = state.unstartedClocks;
  const escalations = running === undefined ? state.escalations : withdrawn(state, saidLate(running), at);
  const others = { ...state, clocks, unstartedClocks, escalations };
  return clock === 'reply' ? others : stopClocks(others, [clock], at);
}

/** Who has to act by the end of a clock, in the stay of the case in which it begins. */
function stationOf(state: CaseState, clock: ClockId, about: RungKey | null): UnitCode | null {
  switch (clockRules[clock].urges) {
    case 'accepting':
      return state.acceptingStation;
    case 'home':
      return state.homeStation;
    case 'further':
      return furtherStationOf(state);
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
function layOutAnew(state: CaseState, clockKey: ClockKey, to: ClockSchedule, at: Instant): CaseState {
  const clock = state.clocks[clockKey];
  if (clock === undefined) return state;
  const escalations = withdrawn(state, takenBack(clock, to, at), at);
  const laidOut = changeClock(state, clockKey, (known) => ({
    ...known,
    ...withFired(escalations, clockKey, to.ladder),
  }));
  return { ...laidOut, escalations };
}

/** A ladder with what has fired of it under its clock's key, now or before, and how often each rung was taken back. */
function withFired(
  escalations: CaseState['escalations'],
  clockKey: ClockKey,
  ladder: readonly ScheduledRung[],
): Pick<CaseClock, 'ladder' | 'fired'> {
  const known = Object.values(escalations).filter(({ rungKey }) => rungKey.startsWith(`${clockKey}/`));
  const timesOf = (rung: RungId) =>
    known.filter((each) => each.rung === rung && each.takenBackAt !== null).length;
  return {
    ladder: ladder.map((step) => {
      const rearmed = timesOf(step.rung);
      return rearmed === 0 ? step : { ...step, rearmed };
    }),
    fired: known.filter(({ takenBackAt }) => takenBackAt === null).map(({ rung }) => rung),
  };
}

/** What has fired, where some rungs are taken back with what urged the replies to them. */
function withdrawn(
  { escalations }: CaseState,
  keys: readonly RungKey[],
  at: Instant,
): CaseState['escalations'] {
  const concerned = withRepliesUrged(escalations, keys).flatMap((key) => escalations[key] ?? []);
  const changed = concerned.map((escalation) => {
    const settlement = escalation.settlement ?? ({ kind: 'obviated', at } as const);
    const takenBackAt = escalation.takenBackAt ?? at;
    return [escalation.rungKey, { ...escalation, settlement, takenBackAt } satisfies Escalation] as const;
  });
  return { ...escalations, ...Object.fromEntries(changed) };
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
