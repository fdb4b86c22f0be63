import { eq } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { calendarRollouts } from '../schema/index.ts';

export type CalendarRollout = typeof calendarRollouts.$inferSelect;

export async function findRollout(executor: Executor, version: string): Promise<CalendarRollout | undefined> {
  const [row] = await executor.select().from(calendarRollouts).where(eq(calendarRollouts.version, version));
  return row;
}

/** Writes down how far a roll-out has come; the seed's, which nobody started, begins so. */
export async function saveRollout(executor: Executor, rollout: CalendarRollout): Promise<void> {
  const { version, startedAt, ...progress } = rollout;
  await executor
    .insert(calendarRollouts)
    .values({ version, startedAt, ...progress })
    .onConflictDoUpdate({ target: calendarRollouts.version, set: progress });
}
