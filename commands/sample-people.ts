import type { Role } from '../domain/roles.ts';
import { roles } from '../domain/roles.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import type { LocalPerson } from '../platform/identity/local-login.ts';

/** Where each is, so that the sample cases reach him. */
const unitOf = {
  window_officer: '440106990000',
  liaison_officer: '520302990000',
  station_leader: '520302990000',
  auxiliary: '440106990000',
  county_supervisor: '520302000000',
  city_supervisor: '520300000000',
  province_supervisor: '520000000000',
  system_administrator: '440000000000',
  security_administrator: '440000000000',
  auditor: '440000000000',
  api_client: '440106990000',
} as const satisfies Record<Role, string>;

/** One ready-made person for each role, and the program. */
export const samplePeople: readonly (LocalPerson & { readonly role: Role })[] = roles.map((role) => ({
  ...{ role, officerId: `sample-${role}`, roles: [role] },
  unitCode: parseUnitCode(unitOf[role]),
}));

/** Those who log in at pages: a program has no browser. */
export const sampleOfficers = samplePeople.filter(({ role }) => role !== 'api_client');
