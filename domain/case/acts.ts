import type { Role } from '../roles.ts';
import type { CaseStatus } from './status.ts';
import { caseStatuses } from './status.ts';

/** What a person can do to a case that has been accepted. Acceptance itself makes the case. */
export const acts = [
  'refuse',
  'withdraw',
  'transmit',
  'receive',
  'answer',
  'issue',
  'notify',
  'collect',
] as const;

export type Act = (typeof acts)[number];

/** Which of the two stations of a case acts. */
export type Side = 'accepting' | 'home';

export const actTitles = {
  refuse: '不予出具',
  withdraw: '撤回',
  transmit: '流转',
  receive: '签收',
  answer: '反馈',
  issue: '出具',
  notify: '通知申请人',
  collect: '领取',
} as const satisfies Record<Act, string>;

const nobody: readonly Role[] = [];
const officers: readonly Role[] = ['window_officer', 'station_leader'];
// A province's window software sends what its officer did; a decision needs the officer's own token.
const counter: readonly Role[] = [...officers, 'api_client'];
const verifiers: readonly Role[] = ['liaison_officer', 'station_leader'];

/** Who may accept an application at the counter; an auxiliary may only draft it [§8]. */
export const acceptingRoles: readonly Role[] = counter;

/**
 * Which act is allowed in which status, to whom, at which station (`domain.md` §4, §8). The workflow, the API and
 * the pages all read this one table; the compiler refuses a new act or status without its line.
 */
export const actTable = {
  refuse: {
    side: 'accepting',
    accepted: officers,
    in_transit: officers,
    verifying: officers,
    answered: nobody,
    issued: nobody,
    closed: nobody,
  },
  withdraw: {
    side: 'accepting',
    accepted: counter,
    in_transit: counter,
    verifying: counter,
    answered: counter,
    issued: nobody,
    closed: nobody,
  },
  transmit: {
    side: 'accepting',
    accepted: counter,
    in_transit: nobody,
    verifying: nobody,
    answered: nobody,
    issued: nobody,
    closed: nobody,
  },
  receive: {
    side: 'home',
    accepted: nobody,
    in_transit: verifiers,
    verifying: nobody,
    answered: nobody,
    issued: nobody,
    closed: nobody,
  },
  answer: {
    side: 'home',
    accepted: nobody,
    in_transit: nobody,
    verifying: verifiers,
    answered: nobody,
    issued: nobody,
    closed: nobody,
  },
  issue: {
    side: 'accepting',
    accepted: nobody,
    in_transit: nobody,
    verifying: nobody,
    answered: officers,
    issued: nobody,
    closed: nobody,
  },
  // Answered in the negative: the referral notice [§3]. Issued: the certificate is ready [§4].
  notify: {
    side: 'accepting',
    accepted: nobody,
    in_transit: nobody,
    verifying: nobody,
    answered: counter,
    issued: counter,
    closed: nobody,
  },
  collect: {
    side: 'accepting',
    accepted: nobody,
    in_transit: nobody,
    verifying: nobody,
    answered: nobody,
    issued: counter,
    closed: nobody,
  },
} as const satisfies Record<Act, { side: Side } & Record<CaseStatus, readonly Role[]>>;

/** Every role that some status allows the act to. */
export function rolesOf(act: Act): readonly Role[] {
  return [...new Set<Role>(caseStatuses.flatMap((status) => actTable[act][status]))];
}
