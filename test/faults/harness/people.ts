import type { Role } from '../../../domain/roles.ts';

/** Those who work with the product. The far window's applicants do not come for their certificates (`policies.ts`). */
export const people = {
  window: ['window_officer', '440106990000'],
  farWindow: ['window_officer', '650102990000'],
  liaison: ['liaison_officer', '520302990000'],
  homeLeader: ['station_leader', '520302990000'],
  otherLiaison: ['liaison_officer', '520302980000'],
  furtherLiaison: ['liaison_officer', '650102990000'],
  county: ['county_supervisor', '520302000000'],
  homeProvince: ['province_supervisor', '520000000000'],
  administrator: ['system_administrator', '440000000000'],
  secondAdministrator: ['system_administrator', '440106000000'],
} as const satisfies Record<string, readonly [Role, string]>;

export type Person = keyof typeof people;

/** Who accepts applications. */
export type Window = Extract<Person, 'window' | 'farWindow'>;
