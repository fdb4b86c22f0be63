import { and, desc, eq, sql } from 'drizzle-orm';
import type { Role } from '../../domain/roles.ts';
import type { SessionId } from '../../domain/session.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { sessions } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

export type Session = Opened<typeof sessions.$inferSelect>;

/** Whose a session is. */
export type SessionOwner = Pick<Session, 'id' | 'subject' | 'roles' | 'unitCode'>;

const { id, subject, roles, unitCode } = sessions;
const owner = { id, subject, roles, unitCode };

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
export async function endSession(
  executor: Executor,
  sessionId: SessionId,
): Promise<SessionOwner | undefined> {
  const [ended] = await executor.delete(sessions).where(eq(id, sessionId)).returning(owner);
  return ended;
}

/** Ends all sessions of an officer at a unit and below it. */
export function endSessionsOf(executor: Executor, officer: string, unit: UnitCode): Promise<SessionOwner[]> {
  return executor
    .delete(sessions)
    .where(and(eq(subject, officer), sql`unit_within(${unitCode}, ${unit})`))
    .returning(owner);
}

/** Ends what began with a session at the provider, or with any of a subject there. Needs no scope. */
export async function endSessionsOfProvider(
  executor: Executor,
  { providerSession, providerSubject }: { providerSession: string | null; providerSubject: string | null },
): Promise<SessionOwner[]> {
  const ended = await executor.execute<{
    id: SessionId;
    subject: string;
    roles: Role[];
    unit_code: UnitCode;
  }>(
    sql`select id, subject, roles, unit_code from end_sessions_of_provider(${providerSession}, ${providerSubject})`,
  );
  return ended.map(({ unit_code, ...others }) => ({ ...others, unitCode: unit_code }));
}
