import { eq } from 'drizzle-orm';
import type { RevisionImpact } from '../../domain/calendar/revision-impact.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { calendarDryRuns } from '../schema/index.ts';

export type CalendarDryRun = typeof calendarDryRuns.$inferSelect;

export async function addDryRun(
  executor: Executor,
  dryRun: Omit<CalendarDryRun, 'impact' | 'finishedAt'>,
): Promise<void> {
  await executor.insert(calendarDryRuns).values(dryRun);
}

export async function findDryRun(executor: Executor, id: string): Promise<CalendarDryRun | undefined> {
  const [row] = await executor.select().from(calendarDryRuns).where(eq(calendarDryRuns.id, id));
  return row;
}

/** Keeps what was found out. */
export async function finishDryRun(
  executor: Executor,
  id: string,
  found: { readonly basedOn: string; readonly impact: RevisionImpact; readonly finishedAt: Instant },
): Promise<void> {
  await executor.update(calendarDryRuns).set(found).where(eq(calendarDryRuns.id, id));
}
