import type { CalendarVersion } from '../../db/repositories/calendars.ts';

export function versionAddress({ year, id }: Pick<CalendarVersion, 'year' | 'id'>): string {
  return `/v1/calendars/${year}/versions/${id}`;
}

export function rolloutAddress(version: string): string {
  return `/v1/calendar-rollouts/${version}`;
}

export function dryRunAddress(id: string): string {
  return `/v1/calendar-dry-runs/${id}`;
}
