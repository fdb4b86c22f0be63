import type { AuditKind } from '../audit/kinds.ts';
import type { Side } from '../case/acts.ts';
import type { Role } from '../roles.ts';
import type { UnitLevel } from '../units/unit.ts';

/** What an operation does with what it is about. */
export const accessTitles = {
  get: 'reads one thing',
  list: 'lists',
  count: 'counts',
  search: 'searches',
  export: 'exports',
  file: 'hands out a file',
  change: 'changes',
} as const;

export type Access = keyof typeof accessTitles;

/** What becomes of a single thing outside somebody's jurisdiction; lists, counts and exports leave it out. */
type Outside = 'absent' | 'refused' | 'none';

interface Jurisdiction {
  readonly title: string;
  readonly outside: Outside;
}

/** Over what somebody may do it [§8]. */
export const jurisdictions = {
  public: { title: 'anybody, without a token', outside: 'none' },
  nation: {
    title: 'the same for everybody of the service: calendars, catalogue, directory',
    outside: 'none',
  },
  own_province: { title: 'the settings of the caller’s province', outside: 'none' },
  own_unit: { title: 'what belongs to the caller’s own unit', outside: 'absent' },
  own_and_below: { title: 'what belongs to the caller’s unit and those below it', outside: 'absent' },
  kept_units: {
    title:
      'entries of the directory: a leader’s of his own station, a supervisor’s of his unit and those below',
    outside: 'refused',
  },
  units_below: {
    title: 'the units below the caller’s; a top unit its own administrator’s',
    outside: 'refused',
  },
  cases: {
    title: 'cases of which the caller’s unit, or one below it, is a station',
    outside: 'absent',
  },
  decided_cases: {
    title:
      'of those, the ones of which the accepting or the home station is the caller’s unit or one below it',
    outside: 'absent',
  },
  handled_cases: {
    title: 'of those, the ones that he handles: an officer at his own station, a supervisor from above',
    outside: 'absent',
  },
} as const satisfies Record<string, Jurisdiction>;

export type JurisdictionId = keyof typeof jurisdictions;

/** What of people an operation shows, or takes in. */
export const dataClasses = {
  none: 'nothing personal',
  staff: 'how staff are reached at work',
  masked: 'masked',
  full_if_handled: 'masked; in full to whoever handles the case',
  full: 'in full',
} as const;

export type DataClass = keyof typeof dataClasses;

/** The kind of an operation; of one that also makes a table, both; null for whoever proves nothing of himself. */
export type AuditedAs = AuditKind | { readonly json: AuditKind; readonly csv: AuditKind } | null;

/** Who may carry out an operation, over what, and what the audit calls it. */
export interface AuthorityLine {
  readonly access: Access;
  readonly over: JurisdictionId;
  readonly shows: DataClass;
  readonly auditedAs: AuditedAs;
  readonly roles: readonly Role[];
  /** The level at which the caller’s unit has to stand; any if left out. */
  readonly level?: UnitLevel;
  /** Of what is done at one of the stations of a case: at which. */
  readonly side?: Side;
}
