import type { RungRule } from '../../../domain/escalation/rung.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { PolicyVersion, ProvincePolicy } from '../../../domain/policy.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { parseTimeOfDay } from '../../../domain/time/plain-date.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';

const midnight = parseTimeOfDay('00:00');

/** People are written to at any hour and without a limit: a run must not wait for the morning. */
const plainNotices = {
  ...defaultNoticePolicy,
  quietHours: { from: midnight, until: midnight },
  staffHours: 'outside_quiet_hours',
  spreadMinutes: { from: 0, until: 0 },
  limits: { normal: [], urgent: [] },
} as const;

/**
 * Half a year passes in no run: where a certificate is not collected its reminders and its term lie a day back when they begin.
 * No province may set that, and nothing but the date is another.
 */
const collectionDays = -1;

function alreadyOver({ terms, ladders }: ProvincePolicy): Pick<ProvincePolicy, 'terms' | 'ladders'> {
  const collection = ladders.collection.map((rule): RungRule => {
    const isReminder = rule.when.at === 'days_after_start';
    return isReminder ? { ...rule, when: { at: 'days_after_start', days: collectionDays } } : rule;
  });
  return {
    terms: { ...terms, collection: { unit: 'days', count: collectionDays } },
    ladders: { ...ladders, collection },
  };
}

/** What the provinces of the samples have set; in the last one nobody comes for his certificate in time. */
export const provincePolicies: readonly { province: UnitCode; document: ProvincePolicy }[] = [
  policyOf('440000000000', {}),
  policyOf('520000000000', {}),
  policyOf('650000000000', alreadyOver(defaultPolicy)),
];

function policyOf(province: string, change: Partial<ProvincePolicy>) {
  const version = `faults-${province}` as PolicyVersion;
  const document = { ...defaultPolicy, ...change, version, notices: plainNotices };
  return { province: parseUnitCode(province), document };
}
