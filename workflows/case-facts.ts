import { proxyLocalActivities } from '@temporalio/workflow';
import type { createCaseFactsActivities } from '../activities/case-facts.ts';
import type { CaseCommand } from '../domain/case/command.ts';
import type { CaseState } from '../domain/case/state.ts';
import { countsWorkingDays } from '../domain/clocks/clock.ts';
import type { CaseFacts } from '../domain/clocks/facts.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../domain/time/plain-date.ts';
import type { FactsQuestion } from './contract.ts';
import { patientSql } from './patient-sql.ts';

const { readFacts } = proxyLocalActivities<ReturnType<typeof createCaseFactsActivities>>(patientSql);

// The longest term that begins today, its ladder and the longest holiday end within it.
const daysAhead = 60;
// A fax may turn up late and start its clock in the past.
const daysBehind = 45;

interface Needs {
  readonly version: string | undefined;
  readonly since: PlainDate;
  readonly now: Instant;
}

/** The facts that a run has read, kept for as long as they answer what is asked. */
export class CaseFactsReader {
  #known: { readonly question: FactsQuestion; readonly facts: CaseFacts } | undefined;

  async read(state: CaseState | null, command: CaseCommand, now: Instant): Promise<CaseFacts | null> {
    const question = questionOf(state, command);
    if (question === null) return null;
    const version = command.type === 'calendar_revised' ? command.version : undefined;
    const since = oldestStart(state, now);
    if (this.#known !== undefined && this.#answers(question, { version, since, now })) {
      return this.#known.facts;
    }
    const facts = await readFacts({ ...question, asOf: localDateOf(now), since });
    // Once read, a policy in force has a version that the case then keeps.
    this.#known = {
      facts,
      question: {
        ...question,
        acceptingPolicy: facts.accepting.policyVersion,
        homePolicy: facts.home.policyVersion,
      },
    };
    return facts;
  }

  #answers(question: FactsQuestion, { version, since, now }: Needs): boolean {
    if (this.#known === undefined) return false;
    const { question: known, facts } = this.#known;
    return (
      known.acceptingStation === question.acceptingStation &&
      known.homeStation === question.homeStation &&
      known.acceptingPolicy === question.acceptingPolicy &&
      known.homePolicy === question.homePolicy &&
      (version === undefined || version === facts.home.calendar.version) &&
      facts.home.calendar.from <= since &&
      facts.home.calendar.to >= addDays(localDateOf(now), daysAhead)
    );
  }
}

/** A clock that has run since long ago is counted from its start when a calendar is revised. */
function oldestStart(state: CaseState | null, now: Instant): PlainDate {
  const running = Object.values(state?.clocks ?? {}).filter(
    ({ stoppedAt, deadline }) => stoppedAt === null && countsWorkingDays(deadline),
  );
  const starts = running.map(({ deadline }) => localDateOf(deadline.startedAt));
  return [addDays(localDateOf(now), -daysBehind), ...starts].sort()[0] ?? localDateOf(now);
}

function questionOf(state: CaseState | null, command: CaseCommand): FactsQuestion | null {
  if (command.type === 'accept') {
    const { acceptingStation, homeStation } = command;
    return { acceptingStation, homeStation, acceptingPolicy: null, homePolicy: null };
  }
  if (state === null) return null;
  const { acceptingStation, policyVersions } = state;
  const own = {
    acceptingStation,
    homeStation: state.homeStation,
    acceptingPolicy: policyVersions.accepting,
    homePolicy: policyVersions.home,
  };
  switch (command.type) {
    case 'migrate_policy':
      return { ...own, acceptingPolicy: null, homePolicy: null };
    case 'reroute':
    case 'assign':
    case 'redirect_case':
      return { ...own, homeStation: command.homeStation, keptFor: state.homeStation };
    default:
      return own;
  }
}
