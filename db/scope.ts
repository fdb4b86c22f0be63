import { sql } from 'drizzle-orm';
import type { UnitCode } from '../domain/units/unit.ts';
import type { Executor } from './database.ts';

/**
 * Runs `work` in a transaction that sees what `unitCode` may see. Outside of one the API's role sees no case at
 * all, so a forgotten scope shows too little, never too much.
 */
export function withScope<T>(
  database: Executor,
  unitCode: UnitCode,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('tongban.unit', ${unitCode}, true)`);
    return work(transaction);
  });
}

/** Runs `work` in a transaction that sees the session of a token, known by its hash, and nothing else of the scope. */
export function withSession<T>(
  database: Executor,
  tokenHash: string,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('tongban.session', ${tokenHash}, true)`);
    return work(transaction);
  });
}
