import type { OfficeHours } from './calendar/office-hours.ts';
import { defaultOfficeHours } from './calendar/office-hours.ts';

/** What a province may set. Every value is a default of `domain.md` [policy]; a case keeps the one it started with. */
export interface CasePolicy {
  readonly verificationTermWorkingDays: number;
  readonly officeHours: OfficeHours;
}

export const defaultPolicy: CasePolicy = {
  // [§3]: the home station verifies within 5 working days.
  verificationTermWorkingDays: 5,
  officeHours: defaultOfficeHours,
};
