import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/**
 * Which of the two processes is connected: it decides what Postgres lets it see (`db/schema/roles.ts`). The owner
 * migrates and seeds; no process runs as him.
 */
export type DatabaseRole = 'tongban_api' | 'tongban_worker' | 'owner';

export interface DatabaseOptions {
  readonly url: string;
  readonly role: DatabaseRole;
  readonly maxConnections: number;
}

function openDrizzle(sql: postgres.Sql) {
  return drizzle(sql, { schema });
}

/** A pool or a transaction of it: repositories do not care which. */
export type Executor = Pick<
  ReturnType<typeof openDrizzle>,
  'select' | 'insert' | 'update' | 'execute' | 'transaction' | '$count'
>;

export interface Database extends Executor {
  /** Fails when Postgres does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a pool whose every session takes the given role on, whatever login it came with: what the role may not
 * see or change is refused by Postgres, not by our code.
 */
export function connectDatabase({ url, role, maxConnections }: DatabaseOptions): Database {
  const sql = postgres(url, {
    max: maxConnections,
    connection: { TimeZone: 'UTC', application_name: role, ...(role === 'owner' ? {} : { role }) },
    onnotice: () => undefined,
  });
  return Object.assign(openDrizzle(sql), {
    ping: async () => {
      await sql`select 1`;
    },
    close: () => sql.end({ timeout: 5 }),
  });
}
