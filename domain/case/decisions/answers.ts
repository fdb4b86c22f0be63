import { workingDaysBetween } from '../../calendar/deadline.ts';
import { orMissing } from '../../calendar/revision.ts';
import type { CaseClock } from '../../clocks/clock.ts';
import { matters as catalogue } from '../../matters/catalogue.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { localDateOf } from '../../time/plain-date.ts';
import type { CaseAct, Actor } from '../command.ts';
import type { AnswerFacts, CaseEvent } from '../event.ts';
import type { Answer, CaseState } from '../state.ts';
import { findRunningClock, isClockOn } from '../state.ts';
import { startClock } from './clocks.ts';
import type { Decision, DecisionContext } from './context.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

/** 反馈. Where a matter needs two persons, the first only proposes; after the end of the case it is kept and no more. */
export function answer(
  state: CaseState,
  { by, commandId, result, confirmedMatters }: ActOf<'answer'>,
  context: DecisionContext,
): Decision<'answer'> {
  if (state.status === 'closed') return [{ type: 'answer_filed', by, answerId: commandId }];
  const facts: AnswerFacts = { answerId: commandId, result, confirmedMatters };
  if (state.matters.some((code) => catalogue[code].twoPersons)) {
    return [{ type: 'answer_proposed', by, ...facts }];
  }
  return recorded(state, facts, by, null, context);
}

/** The second person, who is not the first. */
export function confirmAnswer(
  state: CaseState,
  { by }: ActOf<'confirm_answer'>,
  context: DecisionContext,
): Decision<'confirm_answer'> {
  const { proposedAnswer } = state;
  if (proposedAnswer === null) return 'no_answer_to_confirm';
  if (proposedAnswer.by.officerId === by.officerId) return 'second_person_needed';
  const { by: proposer, ...facts } = proposedAnswer;
  return recorded(state, facts, proposer, by, context);
}

function recorded(
  state: CaseState,
  facts: AnswerFacts,
  by: Actor,
  confirmedBy: Actor | null,
  context: DecisionContext,
): CaseEvent[] {
  const clock = findRunningClock(state, 'verification');
  // The due instant itself is still in time [民法典 203]; a later answer is accepted and recorded as late [§6].
  const timeliness = clock !== undefined && context.now > clock.deadline.dueAt ? 'late' : 'in_time';
  const event = {
    type: 'answer_recorded',
    by,
    confirmedBy,
    ...facts,
    // A correction is no delay, and makes no delay good: the case was answered when it was first answered.
    timeliness: state.answer?.timeliness ?? timeliness,
    ...(state.answer === null ? workingDaysOf(clock, context) : countedOf(state.answer)),
    replaces: state.answer?.answerId ?? null,
  } as const;
  return isClockOn(state, 'issue')
    ? [event]
    : [event, startClock(state, 'issue', context.now, context.facts)];
}

type WorkingDays = Pick<Answer, 'workingDays' | 'workingDaysLate'>;

function countedOf({ workingDays, workingDaysLate }: Answer): WorkingDays {
  return { workingDays, workingDaysLate };
}

function workingDaysOf(clock: CaseClock | undefined, { now, facts }: DecisionContext): WorkingDays {
  const since = (date: PlainDate) => {
    const days = orMissing(() => workingDaysBetween(facts.home.calendar, date, localDateOf(now)));
    return days === 'missing' ? null : days;
  };
  return {
    workingDays: clock === undefined ? null : since(localDateOf(clock.deadline.startedAt)),
    workingDaysLate: clock === undefined ? 0 : since(clock.deadline.dueDate),
  };
}

/** 回告: what the supervised unit, or a supervisor for it, answers to an escalation [§6]. */
export function reply(state: CaseState, { by, commandId, rungKey }: ActOf<'reply'>): Decision<'reply'> {
  const escalation = state.escalations[rungKey];
  if (escalation?.replyClock == null || escalation.settlement !== null) return 'no_reply_demanded';
  return [{ type: 'escalation_replied', by, rungKey, replyId: commandId }];
}
