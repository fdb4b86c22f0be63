import type { Static } from '@fastify/type-provider-typebox';
import type { CalendarDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import type { CalendarVersion } from '../../db/repositories/calendars.ts';
import { isInForce } from '../../db/repositories/calendars.ts';
import type {
  CalendarDryRunSchema,
  CalendarRolloutSchema,
  CalendarVersionHeadSchema,
  CalendarVersionSchema,
} from '../schemas/calendar.ts';

export function versionHeadView(version: CalendarVersion): Static<typeof CalendarVersionHeadSchema> {
  const { document: _, ...head } = version;
  return { ...head, state: stateOf(version) };
}

export function versionView(version: CalendarVersion): Static<typeof CalendarVersionSchema> {
  return { ...version, state: stateOf(version) };
}

function stateOf(version: CalendarVersion): 'waiting' | 'in_force' | 'superseded' {
  if (version.publishedAt === null) return 'waiting';
  return isInForce(version) ? 'in_force' : 'superseded';
}

export function dryRunView({ id, ...dryRun }: CalendarDryRun): Static<typeof CalendarDryRunSchema> {
  const { basedOn, requestedAt, finishedAt, impact } = dryRun;
  const status = finishedAt === null ? 'running' : 'finished';
  // Copies: a schema's arrays are writable.
  const found = impact === null ? null : structuredClone(impact);
  return {
    id,
    status,
    basedOn,
    requestedAt,
    finishedAt,
    impact: found as Static<typeof CalendarDryRunSchema>['impact'],
  };
}

export function rolloutView({ version, ...rollout }: CalendarRollout): Static<typeof CalendarRolloutSchema> {
  return { id: version, ...rollout };
}
