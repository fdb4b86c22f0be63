import { completedTerms } from '../policy.ts';
import { passCustody } from './custody.ts';
import { administrationEvolution } from './evolution/administration.ts';
import { clockEvolution } from './evolution/clocks.ts';
import { certificateEvolution } from './evolution/certificates.ts';
import { complaintEvolution } from './evolution/complaints.ts';
import { effectEvolution } from './evolution/effects.ts';
import { furtherVerificationEvolution, lapseWhenLeft } from './evolution/further-verification.ts';
import { tellDueDate } from './evolution/told-due-dates.ts';
import { transitEvolution } from './evolution/transit.ts';
import { verificationEvolution } from './evolution/verification.ts';
import type { Evolution } from './evolution/evolution.ts';
import { stoppedBy, stopClocks } from './evolution/stopped-clocks.ts';
import type { CaseEventType, RecordedEvent } from './event.ts';
import type { CaseState } from './state.ts';

const evolution = {
  ...transitEvolution,
  ...verificationEvolution,
  ...certificateEvolution,
  ...clockEvolution,
  ...effectEvolution,
  ...administrationEvolution,
  ...complaintEvolution,
  ...furtherVerificationEvolution,
} as const satisfies Evolution<Exclude<CaseEventType, 'case_accepted'>>;

/** The state after one more event of the ledger; a case begins with `case_accepted`. */
export function evolve(state: CaseState | null, recorded: RecordedEvent): CaseState {
  const { event, occurredAt, seq, stepKey } = recorded;
  if (state === null) return begin(recorded);
  if (event.type === 'case_accepted') throw new Error('a case is accepted once');
  const apply: (state: CaseState, event: never, at: typeof occurredAt) => CaseState = evolution[event.type];
  const changed = apply(state, event as never, occurredAt);
  const next = stopClocks(changed, stoppedBy(event, changed), occurredAt);
  return {
    ...next,
    seq,
    toldDueDates: tellDueDate(next, seq),
    furtherVerifications: lapseWhenLeft(next, occurredAt, seq),
    stepKeys: state.stepKeys.at(-1) === stepKey ? state.stepKeys : [...state.stepKeys, stepKey],
    custody: passCustody(state.custody, next, occurredAt),
  };
}

/** The state of a case from its ledger. @throws {Error} when the ledger is empty or does not begin a case. */
export function replayLedger(events: readonly RecordedEvent[]): CaseState {
  const state = events.reduce<CaseState | null>(evolve, null);
  if (state === null) throw new Error('a case without events does not exist');
  return state;
}

function begin({ event, seq, stepKey, occurredAt }: RecordedEvent): CaseState {
  if (event.type !== 'case_accepted') throw new Error(`a case begins with case_accepted, not ${event.type}`);
  const { acceptingStation, homeStation, homeLevel, matters, policyVersions, terms, calendarVersion } = event;
  return {
    seq,
    stepKeys: [stepKey],
    status: 'accepted',
    outcome: null,
    acceptingStation,
    homeStation,
    homeLevel,
    matters,
    acceptedAt: occurredAt,
    policyVersions,
    terms: completedTerms(terms),
    calendarVersion,
    completion: null,
    transmissions: [],
    round: 1,
    roundBeganAt: occurredAt,
    reroutes: 0,
    returned: null,
    receivedAt: null,
    defect: null,
    unconfirmedMending: null,
    clockStarts: {},
    clocks: {},
    unstartedClocks: {},
    escalations: {},
    complaints: [],
    furtherVerifications: [],
    toldDueDates: [],
    proposedAnswer: null,
    answer: null,
    certificates: [],
    filing: 'none',
    notifiedAt: null,
    collectedAt: null,
    closedAt: null,
    custody: [{ holder: 'accepting_station', from: occurredAt, to: null }],
    asked: { transmit_dossier: 0, issue_certificate: 0, send_filing: 0 },
    pending: {},
  };
}
