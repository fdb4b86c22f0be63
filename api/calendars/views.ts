import type { Static } from '@fastify/type-provider-typebox';
import type { CalendarDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import type { CalendarVersion } from '../../db/repositories/calendars.ts';
import { isInForce } from '../../db/repositories/calendars.ts';
import type { RevisionImpact } from '../../domain/calendar/revision-impact.ts';
import type {
  CalendarDryRunSchema,
  CalendarRolloutSchema,
  CalendarVersionHeadSchema,
  CalendarVersionSchema,
} from '../schemas/calendar.ts';

type Impact = NonNullable<Static<typeof CalendarDryRunSchema>['impact']>;

// What a page can show; the whole is a table for a spreadsheet.
const listedInJson = 100;

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
  return { id, status, basedOn, requestedAt, finishedAt, impact: impact && impactView(impact) };
}

function impactView({ moves, moved, ...counts }: RevisionImpact): Impact {
  return { ...counts, moves: [...moves], first: moved.slice(0, listedInJson) };
}

export function rolloutView({ version, ...rollout }: CalendarRollout): Static<typeof CalendarRolloutSchema> {
  return { id: version, ...rollout };
}
