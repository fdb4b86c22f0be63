import fc from 'fast-check';
import { agendaStepKey } from '../../../domain/case/agenda-item.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import type { Act } from '../../../domain/case/acts.ts';
import { acts } from '../../../domain/case/acts.ts';
import { allowedActs } from '../../../domain/case/allowed-acts.ts';
import type { CaseCommand, EffectResult } from '../../../domain/case/command.ts';
import type { Verdict } from '../../../domain/case/decide.ts';
import type { Effect } from '../../../domain/case/effect.ts';
import { effectKeyOf, effectTypes, failureClasses } from '../../../domain/case/effect.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { addressees, answerResults, certificateKinds, channels } from '../../../domain/case/status.ts';
import { furtherResults } from '../../../domain/case/status.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import type { MatterCode } from '../../../domain/matters/catalogue.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import type { Role } from '../../../domain/roles.ts';
import { roles } from '../../../domain/roles.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { actor, commandOf, nextCommandId } from './commands.ts';
import {
  calendar,
  calendarUntil2026,
  calendarWithDay,
  homeCounty,
  homeProvince,
  homeStation,
  otherStation,
  policyWith,
} from './facts.ts';
import { Ledger } from './ledger.ts';

/** A command with the state before and after it. */
export interface Moment {
  readonly before: CaseState;
  readonly command: CaseCommand;
  readonly at: Instant;
  readonly verdict: Verdict;
  readonly after: CaseState;
}

export interface Course {
  readonly ledger: Ledger;
  readonly moments: readonly Moment[];
}

/** Keeps what happened at each command. */
class Diary extends Ledger {
  readonly moments: Moment[] = [];

  override settle(command: CaseCommand): Verdict {
    if (command.type === 'accept') return super.settle(command);
    const { state: before, now: at } = this;
    const verdict = super.settle(command);
    this.moments.push({ before, command, at, verdict, after: this.state });
    return verdict;
  }
}

type Step = (diary: Diary) => void;

const calendars = [
  calendar,
  calendarUntil2026,
  calendarWithDay('2026-11-06', 'off'),
  calendarWithDay('2026-11-07', 'work'),
  calendarWithDay('2026-12-29', 'off'),
] as const;

const policies = [
  policyWith('lenient', {
    dueAtEndOf: 'day',
    cases: { ...defaultPolicy.cases, reroutesWithoutSupervisor: 9, answerFreshDays: 300 },
  }),
  policyWith('strict', { onEarlierDueDate: 'calendar_stands', onMaterialsCompleted: 'clock_restarts' }),
] as const;

const matters: readonly (readonly MatterCode[])[] = [['NAME_CHANGE'], ['KINSHIP'], ['REGISTRATION']];

/** Numbers from which a step makes its choices: one generator for all acts keeps courses short to tell. */
const choices = fc.array(fc.nat({ max: 999 }), { minLength: 5, maxLength: 5 });

function pick<Value>(values: readonly Value[], choice = 0): Value {
  const value = values[choice % values.length];
  if (value === undefined) throw new Error('there is something to pick from');
  return value;
}

/** What an act says, sensible or not. */
function parametersOf({ state, now }: Ledger, [a = 0, b = 0, c = 0]: readonly number[]) {
  const anInstant = addMs(now, -3_600_000 * (b % 200) + (c % 5 === 0 ? 60_000 : 0));
  return {
    channel: pick(channels, a),
    addressee: pick(addressees, b),
    ...pick(
      [
        { homeStation, homeLevel: 'station' },
        { homeStation: otherStation, homeLevel: 'station' },
        { homeStation: homeCounty, homeLevel: 'county' },
      ] as const,
      c,
    ),
    receivedAt: a % 2 === 0 ? null : anInstant,
    n: pick([null, null, ...state.transmissions.map(({ n }) => n)], c),
    pagesReceived: pick([null, 2, 3, 3], b),
    defect: pick(['pages_missing', 'unreadable'], a),
    reason: pick(['not_our_register', 'refused'], a),
    suggestedStation: null,
    result: pick(answerResults, a),
    confirmedMatters: state.matters,
    consent: pick(['given', null], b),
    certificateText: pick([null, null, 'given'], c),
    outcome: pick(['answered', 'not_answered'], a),
    called: homeStation,
    station: otherStation,
    rungKey: pick([...Object.keys(state.escalations).toReversed(), 'verification/9/R4'], a) as RungKey,
  };
}

/** Mostly the last asking, sometimes the one before it. */
function anAsking({ state }: Ledger, choice = 0): number {
  return state.furtherVerifications.length - (choice % 5 === 0 ? 1 : 0);
}

function act(diary: Diary, type: Act, role: Role, choice: readonly number[]): void {
  const own: Partial<Record<Act, object>> = {
    complain: { addressee: { unitCode: homeProvince, post: 'province_supervisor' }, about: homeStation },
    cancel_further_verification: { n: anAsking(diary, choice[1]) },
    answer_further_verification: { n: anAsking(diary, choice[1]), result: pick(furtherResults, choice[0]) },
    answer_complaint: { n: 1 + ((choice[0] ?? 0) % 2) },
  };
  const parameters = { ...parametersOf(diary, choice), ...own[type] };
  const { receivedAt } = parameters;
  // Only the receipt may leave its time open.
  if (type === 'correct_receipt' && receivedAt === null) parameters.receivedAt = addMs(diary.now, -60_000);
  diary.settle(commandOf(type, parameters as never, actor(role, `officer-${(choice[3] ?? 0) % 2}`)));
}

const beforeTime: readonly Act[] = [
  'refuse',
  'withdraw',
  'refer',
  'return_dossier',
  'log_call',
  'reprint',
  'complain',
  'answer_complaint',
];

const allowedAct = choices.map((choice): Step => (diary) => {
  const { state, now } = diary;
  const open = roles.flatMap((role) => allowedActs(state, { role, now }).map((type) => ({ type, role })));
  if (open.length === 0) return;
  // Few cases end before their time: else hardly a course would come to the certificate.
  const goingOn = open.filter(({ type }) => (choice[3] ?? 0) % 4 === 0 || !beforeTime.includes(type));
  const { type, role } = pick(goingOn.length > 0 ? goingOn : open, choice[4]);
  act(diary, type, role, choice);
});

const anyAct = fc
  .tuple(fc.constantFrom(...acts), fc.constantFrom(...roles), choices)
  .map(([type, role, choice]): Step => (diary) => {
    act(diary, type, role, choice);
  });

function resultOf(diary: Diary, effect: Effect, [a = 0]: readonly number[]): EffectResult {
  const handedOverAt = addMs(diary.now, -60_000 * (a % 3));
  switch (effect.type) {
    case 'transmit_dossier': {
      const deliveredAt = a % 3 === 0 ? null : handedOverAt;
      return { type: effect.type, handedOverAt, deliveredAt, pages: 3, told: [], gaps: [] };
    }
    case 'issue_certificate':
      return { type: effect.type, certificateNo: diary.nextNumber(), sha256: 'ab', differsFrom: null };
    case 'send_filing':
      return { type: effect.type, sentAt: handedOverAt };
  }
}

/** The report of an effect that is waited for, or of one that is not. */
const effectReport = fc
  .tuple(fc.boolean(), fc.boolean(), choices)
  .map(([isAwaited, succeeds, choice]): Step => (diary) => {
    const [pending] = Object.values(diary.state.pending);
    const [a = 0, b = 0] = choice;
    const stray = {
      type: pick(effectTypes, a),
      n: 1 + (b % 3),
      requestId: nextCommandId(),
      channel: pick(channels, a),
      addressee: pick(addressees, b),
      kind: pick(certificateKinds, a),
    } as Effect;
    // A report never differs from what was asked for under its key.
    const effect = isAwaited ? pending?.effect : (diary.state.pending[effectKeyOf(stray)]?.effect ?? stray);
    if (effect === undefined) return;
    const failure = { failureClass: pick(failureClasses, a), message: '没有回应。' };
    diary.settle(
      succeeds
        ? { type: 'effect_succeeded', effect, result: resultOf(diary, effect, choice) }
        : { type: 'effect_failed', effect, failure },
    );
  });

const awaitedSuccess = choices.map((choice): Step => (diary) => {
  const [pending] = Object.values(diary.state.pending);
  if (pending === undefined) return;
  const { effect } = pending;
  diary.settle({ type: 'effect_succeeded', effect, result: resultOf(diary, effect, choice) });
});

/** Something on the agenda, at its instant or too early; what was on it before too. */
const comeDue = fc
  .tuple(fc.constantFrom('due', 'due', 'early', 'stale'), choices)
  .map(([when, [a = 0]]): Step => (diary) => {
    const known = when === 'stale' ? pick([...diary.moments, null], a)?.before : diary.state;
    const item = agenda(known ?? diary.state)[when === 'due' ? 0 : a % 3];
    if (item === undefined) return;
    if (when === 'due' && item.at > diary.now) diary.now = item.at;
    const told = [{ unitCode: homeStation, post: 'liaison_officer', personId: null }] as const;
    const gaps = [{ unitCode: homeStation, post: 'station_leader', reason: 'on_leave' }] as const;
    diary.settle({ type: 'come_due', item, told, gaps });
  });

/** Nobody does anything while this many things come due. */
const neglect = fc.integer({ min: 2, max: 8 }).map((times): Step => (diary) => {
  for (let n = 0; n < times; n += 1) {
    const [item] = agenda(diary.state);
    if (item === undefined) return;
    if (item.at > diary.now) diary.now = item.at;
    diary.comeDue(item);
  }
});

const timePasses = fc.integer({ min: 1, max: 60 }).map((hours): Step => (diary) => {
  diary.now = addMs(diary.now, hours * 3_600_000);
});

const revision = fc.constantFrom(...calendars).map((revised): Step => (diary) => {
  diary.revise({ calendar: revised });
});

const migration = fc.constantFrom(...policies).map((policy): Step => (diary) => {
  diary.migrate({ policy });
});

/** An administrator does something about an effect, failed or not. */
const effectRemedy = choices.map(([a = 0, b = 0]): Step => (diary) => {
  const [pending] = Object.values(diary.state.pending);
  const effect = a % 4 === 0 || pending === undefined ? { type: pick(effectTypes, a), n: 1 } : pending.effect;
  const common = {
    ...{ commandId: nextCommandId(), by: actor('system_administrator', 'officer-9') },
    effectKey: effectKeyOf(effect),
  };
  const doneAt = addMs(diary.now, -60_000);
  diary.settle(
    b % 2 === 0
      ? { type: 'retry_effect', ...common }
      : { type: 'substitute_effect', ...common, doneAt, pages: 3 },
  );
});

/** An administrator does something about the case as a whole; what he pauses he mostly resumes soon. */
const caseRemedy = choices.map(([a = 0, b = 0, c = 0]): Step => (diary) => {
  const { state } = diary;
  if (state.status === 'closed') return void diary.administer({ type: 'reopen_case' });
  if (state.paused !== undefined && a % 3 > 0) return void diary.administer({ type: 'resume_case' });
  const unit = pick(
    [
      { homeStation, homeLevel: 'station' },
      { homeStation: otherStation, homeLevel: 'station' },
    ] as const,
    b,
  );
  diary.administer(
    pick(
      [
        { type: 'pause_case' },
        { type: 'resume_case' },
        { type: 'redirect_case', act: pick(['reroute', 'assign'], c), ...unit },
        { type: 'reopen_case' },
        // Few cases end so: else hardly a course would come to the certificate.
        b % 4 === 0 ? { type: 'terminate_case', cause: 'duplicate' } : { type: 'resume_case' },
      ],
      a,
    ),
  );
});

const resumption = fc.constant<Step>((diary) => {
  if (diary.state.paused !== undefined) diary.administer({ type: 'resume_case' });
});

const steps = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: allowedAct },
    { weight: 1, arbitrary: anyAct },
    { weight: 4, arbitrary: awaitedSuccess },
    { weight: 2, arbitrary: effectReport },
    { weight: 3, arbitrary: comeDue },
    { weight: 1, arbitrary: neglect },
    { weight: 1, arbitrary: timePasses },
    { weight: 1, arbitrary: revision },
    { weight: 1, arbitrary: migration },
    { weight: 1, arbitrary: effectRemedy },
    { weight: 1, arbitrary: caseRemedy },
    { weight: 3, arbitrary: resumption },
  ),
  { maxLength: 60, size: 'max' },
);

/** Any course of a case: allowed and other acts, effects that happen or fail, time, calendars, policies. */
export const anyCourse: fc.Arbitrary<Course> = fc
  .tuple(
    steps,
    fc.constantFrom(...matters),
    fc.constantFrom('2026-11-02T09:00:00+08:00', '2026-12-24T16:00:00+08:00'),
  )
  .map(([course, asked, from]) => {
    const diary = new Diary().goTo(from).accept({ matters: asked });
    for (const step of course) step(diary);
    const { moments } = diary;
    return { ledger: diary, moments, [fc.toStringMethod]: () => moments.map(describeMoment).join('\n') };
  });

/** A line of a counterexample: `2026-11-02T09:00:01 transmit by window_officer: transmission_requested`. */
function describeMoment({ command, at, verdict }: Moment): string {
  const actorText = 'by' in command ? ` by ${command.by.role}` : '';
  const effectText = 'effect' in command ? ` ${effectKeyOf(command.effect)}` : '';
  const itemText = 'item' in command ? ` ${agendaStepKey(command.item)}` : '';
  const outcome = verdict.ok ? verdict.events.map(({ type }) => type).join(' ') : verdict.rejection.code;
  return `${at.slice(0, 19)} ${command.type}${actorText}${effectText}${itemText}: ${outcome}`;
}
