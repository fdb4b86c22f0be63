import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { AccountLockId } from '../../domain/account-lock.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { accountLocks } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealChange, sealRow } from '../sealed-rows.ts';

export type AccountLock = Opened<typeof accountLocks.$inferSelect>;

/** Whether somebody of a unit is locked out, there or by a unit above it. Needs no scope. */
export async function isAccountLocked(
  executor: Executor,
  subject: string,
  unitCode: UnitCode,
): Promise<boolean> {
  const [row] = await executor.execute<{ locked: boolean }>(
    sql`select is_account_locked(${subject}, ${unitCode}) as locked`,
  );
  if (row === undefined) throw new Error('a question without an answer');
  return row.locked;
}

/** Locks an account at a unit; one that is locked there already keeps its first reason. */
export async function lockAccount(
  executor: Executor,
  lock: Omit<AccountLock, 'liftedBy' | 'liftedAt' | 'liftReason'>,
): Promise<AccountLock> {
  const [added] = await executor
    .insert(accountLocks)
    .values(sealRow(executor, accountLocks, lock))
    .onConflictDoNothing()
    .returning();
  if (added !== undefined) return openRow(executor, accountLocks, added);
  const [standing] = await executor
    .select()
    .from(accountLocks)
    .where(
      and(
        eq(accountLocks.subject, lock.subject),
        eq(accountLocks.unitCode, lock.unitCode),
        isNull(accountLocks.liftedAt),
      ),
    );
  if (standing === undefined) throw new Error('an account was locked and is not');
  return openRow(executor, accountLocks, standing);
}

/** A lock in the caller's scope, lifted or not. @throws {Error} when there never was one: locks are kept for good. */
export async function getAccountLock(executor: Executor, id: AccountLockId): Promise<AccountLock> {
  const [lock] = await executor.select().from(accountLocks).where(eq(accountLocks.id, id));
  if (lock === undefined) throw new Error('an account lock that was made is not there');
  return openRow(executor, accountLocks, lock);
}

export interface LockPosition {
  readonly lockedAt: Instant;
  readonly id: AccountLockId;
}

/** The locks in force in the caller's scope, newest first. */
export async function listAccountLocks(
  executor: Executor,
  { subject, after, limit }: { subject?: string; after: LockPosition | undefined; limit: number },
): Promise<AccountLock[]> {
  const rows = await executor
    .select()
    .from(accountLocks)
    .where(
      and(
        isNull(accountLocks.liftedAt),
        subject === undefined ? undefined : eq(accountLocks.subject, subject),
        after === undefined
          ? undefined
          : sql`(${accountLocks.lockedAt}, ${accountLocks.id}) < (${after.lockedAt}, ${after.id})`,
      ),
    )
    .orderBy(desc(accountLocks.lockedAt), desc(accountLocks.id))
    .limit(limit);
  return openRows(executor, accountLocks, rows);
}

/** Lifts a lock in the caller's scope; undefined when none is in force. */
export async function liftAccountLock(
  executor: Executor,
  id: AccountLockId,
  lifted: { liftedBy: string; liftedAt: Instant; liftReason: string },
): Promise<AccountLock | undefined> {
  const [lock] = await executor
    .update(accountLocks)
    .set(sealChange(executor, accountLocks, { id }, lifted))
    .where(and(eq(accountLocks.id, id), isNull(accountLocks.liftedAt)))
    .returning();
  return lock && openRow(executor, accountLocks, lock);
}
