import { and, desc, eq, sql } from 'drizzle-orm';
import type { SessionId } from '../../domain/session.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { sessions } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

export type Session = Opened<typeof sessions.$inferSelect>;

/** Begins a session, and forgets those that are long over. Within `withSession`. */
export async function beginSession(executor: Executor, session: Session): Promise<void> {
  await executor.execute(sql`select forget_expired_sessions()`);
  await executor.insert(sessions).values(sealRow(executor, sessions, session));
}

/** The session of `withSession`, whether it still holds or not. */
export async function findPresentedSession(
  executor: Executor,
  tokenHash: string,
): Promise<Session | undefined> {
  const [session] = await executor.select().from(sessions).where(eq(sessions.tokenHash, tokenHash));
  return session && openRow(executor, sessions, session);
}

/** Says that the session of `withSession` was used. */
export async function touchSession(executor: Executor, tokenHash: string, at: Instant): Promise<void> {
  await executor.update(sessions).set({ lastUsedAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends the session of `withSession`, and returns it. */
export async function endPresentedSession(
  executor: Executor,
  tokenHash: string,
): Promise<Session | undefined> {
  const [session] = await executor.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).returning();
  return session && openRow(executor, sessions, session);
}

/** The sessions of an officer in the caller's scope, newest first. */
export async function listSessionsOf(executor: Executor, subject: string): Promise<Session[]> {
  const rows = await executor
    .select()
    .from(sessions)
    .where(eq(sessions.subject, subject))
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
  return openRows(executor, sessions, rows);
}

/** Ends a session in the caller's scope; undefined when there is none. */
export async function endSession(executor: Executor, id: SessionId): Promise<Session | undefined> {
  const [session] = await executor.delete(sessions).where(eq(sessions.id, id)).returning();
  return session && openRow(executor, sessions, session);
}

/** Ends all sessions of an officer at a unit and below it. */
export async function endSessionsOf(
  executor: Executor,
  subject: string,
  unitCode: UnitCode,
): Promise<number> {
  const ended = await executor
    .delete(sessions)
    .where(and(eq(sessions.subject, subject), sql`unit_within(${sessions.unitCode}, ${unitCode})`))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Ends what began with a session at the provider, or with any of a subject there. Needs no scope. */
export async function endSessionsOfProvider(
  executor: Executor,
  { providerSession, providerSubject }: { providerSession: string | null; providerSubject: string | null },
): Promise<number> {
  const ended = await executor.execute(
    sql`select end_sessions_of_provider(${providerSession}, ${providerSubject})`,
  );
  return ended.length;
}
