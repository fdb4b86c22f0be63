import type { Database } from '../db/database.ts';
import { listApplicants } from '../db/repositories/applications.ts';
import type { RegisterQuery, RegisterSettlement } from '../db/repositories/register-queries.ts';
import { getRegisterQuery, settleRegisterQuery } from '../db/repositories/register-queries.ts';
import type { RegisterOutcome, RegisterQuestion } from '../domain/register/query.ts';
import { registerOutcomeSentences } from '../domain/register/query.ts';
import type { RegisterReference } from '../domain/register/reference.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { effectFailure, withClassifiedFailures } from './failures.ts';
import type { PopulationRegister } from './population-register/port.ts';
import { RegisterError } from './population-register/port.ts';

export interface RegisterQueryDeps {
  readonly database: Database;
  readonly register: PopulationRegister;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long one try may take; below the activity's own time-out (`workflows/register-query.ts`). */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 2300;

/** Asks the population register for what a recorded query wants to know. The workflow learns the outcome alone. */
export function createRegisterQueryActivities(deps: RegisterQueryDeps) {
  const { database, clock, log } = deps;
  return {
    /**
     * Asks and writes down what came of it. An answer that cannot be used is a result; a register that was not
     * reached is a failure, so that it is tried again.
     */
    askRegister: withClassifiedFailures(
      log,
      async (reference: RegisterReference): Promise<RegisterOutcome> => {
        const query = await getRegisterQuery(database, reference);
        if (query.outcome !== 'pending') return query.outcome;
        const settlement = await ask(deps, query.reference, await questionOf(database, query));
        return settleRegisterQuery(database, reference, settlement);
      },
    ),

    /** Writes down that the register could not be asked. */
    giveUpRegisterQuery: withClassifiedFailures(
      log,
      (reference: RegisterReference): Promise<RegisterOutcome> =>
        settleRegisterQuery(database, reference, {
          outcome: 'unavailable',
          answeredAt: clock.now(),
          durationMs: null,
        }),
    ),
  };
}

async function questionOf(database: Database, query: RegisterQuery): Promise<RegisterQuestion> {
  const { reference, caseNo, purpose, officerId, unitCode } = query;
  const applicant = (await listApplicants(database, [caseNo])).get(caseNo);
  if (applicant === undefined) throw new Error('a register query is about an application that is not there');
  return { reference, ...applicant, purpose, askedBy: { officerId, unitCode } };
}

async function ask(
  { register, clock, log, timeoutMs = defaultTimeoutMs }: RegisterQueryDeps,
  reference: RegisterReference,
  question: RegisterQuestion,
): Promise<RegisterSettlement> {
  const startedAtMs = performance.now();
  const answered = () => ({
    answeredAt: clock.now(),
    durationMs: Math.round(performance.now() - startedAtMs),
  });
  try {
    const entry = await register.find(question, AbortSignal.timeout(timeoutMs));
    return entry === null
      ? { ...answered(), outcome: 'not_found' }
      : { ...answered(), outcome: 'found', entry };
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    const { fault, message } = error;
    if (fault === 'not_configured') {
      return { answeredAt: clock.now(), durationMs: null, outcome: 'unavailable' };
    }
    log.warn({ reference, fault, fact: message }, 'population register gave no usable answer');
    if (fault === 'malformed') return { ...answered(), outcome: 'malformed' };
    throw effectFailure('service_unavailable', registerOutcomeSentences.unavailable);
  }
}
