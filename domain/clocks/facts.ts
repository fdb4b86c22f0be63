import type { OfficeTimetable } from '../calendar/office-hours.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { PolicyVersion, ProvincePolicy } from '../policy.ts';
import { completedPolicy } from '../policy.ts';
import type { UnitCode } from '../units/unit.ts';
import type { ClockSide } from './clock.ts';

/** What holds at one of the two stations of a case. */
export interface StationFacts {
  readonly station: UnitCode;
  readonly policyVersion: PolicyVersion;
  readonly calendar: WorkingCalendar;
  readonly timetable: OfficeTimetable;
}

/**
 * What the rules must know beyond the ledger: the calendar, office hours and policy of both stations, read once and
 * recorded in the workflow's history, so that a replay decides by the same.
 */
export interface CaseFacts extends Readonly<Record<ClockSide, StationFacts>> {
  /** The policies of both sides by version; mostly one and the same. */
  readonly policies: Readonly<Record<PolicyVersion, ProvincePolicy>>;
}

/** The policy of one side; one that a history recorded before a setting existed has the default for it. @throws {Error} when the facts were put together without it. */
export function policyOf(facts: CaseFacts, side: ClockSide): ProvincePolicy {
  const { policyVersion } = facts[side];
  const policy = facts.policies[policyVersion];
  if (policy === undefined) throw new Error(`the facts lack policy ${policyVersion}`);
  return completedPolicy(policy);
}
