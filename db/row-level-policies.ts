import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as schema from './schema/index.ts';
import { apiRole } from './schema/roles.ts';

/** A policy that holds for the API's role. */
export interface RowLevelPolicy {
  readonly table: string;
  readonly policy: string;
  readonly command: string;
}

/** Every row-level policy that holds for the API, as the schema has them; the worker carries every case. */
export function rowLevelPolicies(): RowLevelPolicy[] {
  return Object.values<unknown>(schema)
    .filter((each): each is PgTable => is(each, PgTable))
    .map((each) => getTableConfig(each))
    .flatMap(({ name: table, policies }) =>
      policies
        .filter(({ to }) => to === apiRole)
        .map(({ name: policy, for: command = 'all' }) => ({ table, policy, command })),
    )
    .sort((one, other) => (one.policy < other.policy ? -1 : 1));
}
