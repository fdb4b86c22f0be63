import { findVerificationDeadline } from '../projection.ts';
import type { CaseState, ToldDueDate } from '../state.ts';

/**
 * What the applicant has been told of the 5 working days after an event: the date that it makes stand, unless he knows it.
 * One that only becomes certain, or is late in another hour of the same day, tells him nothing new.
 */
export function tellDueDate(state: CaseState, seq: number): readonly ToldDueDate[] {
  const standing = findVerificationDeadline(state)?.dueDate;
  const told = state.toldDueDates;
  return standing === undefined || standing === told.at(-1)?.dueDate
    ? told
    : [...told, { dueDate: standing, seq }];
}
