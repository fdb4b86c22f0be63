import type { TimeOfDay } from '../time/plain-date.ts';
import { parseTimeOfDay } from '../time/plain-date.ts';

/** When a station works on a working day, by the Beijing clock. */
export interface OfficeHours {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** Default office hours (§5 [policy]); 民法典 203 ends a period with the business hours of its last day. */
export const defaultOfficeHours: OfficeHours = {
  start: parseTimeOfDay('08:30'),
  end: parseTimeOfDay('17:30'),
};
