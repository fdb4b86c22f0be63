import { defaultNoticePolicy } from '../../domain/notices/policy.ts';
import { parseTimeOfDay } from '../../domain/time/plain-date.ts';

const midnight = parseTimeOfDay('00:00');

/** Without hours in which nobody is written to: the benchmark must give the same figures at night and on Sundays. */
export const benchNoticePolicy = {
  ...defaultNoticePolicy,
  quietHours: { from: midnight, until: midnight },
  staffHours: 'outside_quiet_hours',
} as const;
