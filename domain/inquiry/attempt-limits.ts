/** What attempts are counted by: the address they come from, and the number that is asked for. */
export type AttemptSubject = 'address' | 'case' | 'certificate';

/** How often a guess may fail before the next has to wait, and for how long. Each further failure doubles the wait. */
export interface AttemptLimit {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** After so long without an attempt nothing is held against anybody. */
  readonly forgottenAfterSeconds: number;
}

const hour = 3600;
const aNumber: AttemptLimit = {
  free: 10,
  firstWaitSeconds: 60,
  longestWaitSeconds: hour,
  forgottenAfterSeconds: 24 * hour,
};

/** A whole office may stand behind one address; a number has one paper, on which its code is to be read. */
export const attemptLimits = {
  address: { ...aNumber, free: 30 },
  case: aNumber,
  certificate: aNumber,
} as const satisfies Record<AttemptSubject, AttemptLimit>;

/** However they end: so many requests a minute of one address reach the database through one process. */
export const requestsPerMinute = 60;
