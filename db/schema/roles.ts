import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/** The API's role: sees what the caller's unit may see, by row-level security that it cannot bypass. */
export const apiRole = pgRole('tongban_api').existing();

/** The worker's role: carries every case, therefore sees every case. */
export const workerRole = pgRole('tongban_worker').existing();

/** Set for one transaction by `withScope`. */
export const currentUnit = sql.raw(`current_setting('tongban.unit', true)`);

/** The worker may do what its grants allow, to every row. */
export function workerPolicy(table: string) {
  return pgPolicy(`${table}_worker`, { for: 'all', to: workerRole, using: sql`true`, withCheck: sql`true` });
}

/**
 * Whether the case of a row is in the caller's scope: his unit, or one below it, is a station of the case [§8]. A value
 * and no `exists`: Postgres asks for it by its key, row by row. An `exists` it takes for a hash of all that the unit may
 * see, which it believes to be an average unit's; for each read of one case a province's 230,000 were read, in 50 ms.
 */
export function isCaseInScope(table: string): string {
  return `(select true from case_scopes s where s.case_no = ${table}.case_no and s.unit_code = current_setting('tongban.unit', true))`;
}

/** The same for rows that may be of no case: those are whoever's that says for whom he asks. */
export function isInScopeOrOfNoCase(table: string): string {
  return `(case_no is null and current_setting('tongban.unit', true) <> '') or ${isCaseInScope(table)}`;
}

/** The caller sees the rows of cases in his scope. */
export function scopePolicy(table: string) {
  return pgPolicy(`${table}_scope`, { for: 'select', to: apiRole, using: sql.raw(isCaseInScope(table)) });
}
