import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import { parseTimeOfDay } from '../../../domain/time/plain-date.ts';

const midnight = parseTimeOfDay('00:00');

/** People are written to at any hour and without a limit: a run must not wait for the morning. */
export const plainNotices = {
  ...defaultNoticePolicy,
  quietHours: { from: midnight, until: midnight },
  staffHours: 'outside_quiet_hours',
  spreadMinutes: { from: 0, until: 0 },
  limits: { normal: [], urgent: [] },
} as const;
