import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { KeyRing } from '../platform/key-ring.ts';
import { noKeyRing } from '../platform/key-ring.ts';
import { openSocket } from './late-closing-socket.ts';
import * as schema from './schema/index.ts';
import { tracedQuery } from './traced-query.ts';

/**
 * Which of the two processes is connected: it decides what Postgres lets it see (`db/schema/roles.ts`). The owner
 * migrates and seeds; no process runs as him.
 */
export type DatabaseRole = 'tongban_api' | 'tongban_worker' | 'owner';

export interface DatabaseOptions {
  readonly url: string;
  readonly role: DatabaseRole;
  readonly maxConnections: number;
  /** Opens personal data; without one the connection can neither write nor read any. */
  readonly keyRing?: KeyRing;
}

function openDrizzle(sql: postgres.Sql) {
  return drizzle(sql, { schema });
}

type Statements = Pick<
  ReturnType<typeof openDrizzle>,
  'select' | 'insert' | 'update' | 'delete' | 'execute' | '$count'
>;

/** A pool or a transaction of it: repositories do not care which. */
export interface Executor extends Statements {
  /** What personal data are sealed and opened with (`db/sealed-rows.ts`). */
  readonly keys: KeyRing;
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
}

type Transactional = Statements & {
  transaction<T>(work: (transaction: Transactional) => Promise<T>): Promise<T>;
};

function holdingKeys(executor: Transactional, keys: KeyRing): Executor {
  const begin: Transactional['transaction'] = executor.transaction.bind(executor);
  return Object.assign(executor, {
    keys,
    transaction: <T>(work: (executor: Executor) => Promise<T>): Promise<T> =>
      begin<T>((transaction) => work(holdingKeys(transaction, keys))),
  });
}

export interface Database extends Executor {
  /** For the few statements that Drizzle cannot say, or that are worth a plan that is kept. */
  readonly client: postgres.Sql;
  /** Fails when Postgres does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Lets Postgres keep the plans of what Drizzle asks, which Drizzle turns off for every query without a name of its
 * own. Full cases per second, against the same bound in `bench/cases.ts`, rose from 0.75 to 0.87 and 0.93 by it.
 */
function keepingPlans<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, key): unknown {
      if (key === 'unsafe') {
        return (query: string, parameters: never[], options: object) =>
          tracedQuery(query, target.unsafe(query, parameters, { ...options, prepare: true }));
      }
      if (key === 'begin' && 'begin' in target) {
        return (work: (transaction: postgres.TransactionSql) => Promise<unknown>) =>
          target.begin((transaction) => work(keepingPlans(transaction)));
      }
      return Reflect.get(target, key);
    },
  });
}

/**
 * Opens a pool whose every session takes the given role on, whatever login it came with: what the role may not
 * see or change is refused by Postgres, not by our code.
 */
export function connectDatabase({
  url,
  role,
  maxConnections,
  keyRing = noKeyRing,
}: DatabaseOptions): Database {
  const sql = postgres(url, {
    max: maxConnections,
    // In seconds. The default grows to 20 while Postgres is away, and each query waits for it: away and back again.
    backoff: () => 0.2,
    connection: { TimeZone: 'UTC', application_name: role, ...(role === 'owner' ? {} : { role }) },
    onnotice: () => undefined,
    ...{ socket: openSocket },
  });
  return Object.assign(holdingKeys(openDrizzle(keepingPlans(sql)) as Transactional, keyRing), {
    client: sql,
    ping: async () => {
      await sql`select 1`;
    },
    close: () => sql.end({ timeout: 5 }),
  });
}
