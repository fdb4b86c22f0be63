import type { AuditedAct, AuditPosition } from './entry.ts';

/** A row of the audit as the hash reads it: texts only, the instant in UTC with milliseconds. */
export type ChainedRow = {
  readonly [Field in keyof Omit<AuditedAct, 'roles'>]: null extends AuditedAct[Field]
    ? string | null
    : string;
} & {
  readonly roles: readonly string[];
  readonly day: string;
  readonly seq: AuditPosition['seq'];
  readonly at: string;
};

/**
 * What a row's hash is the SHA-256 of, in UTF-8: its predecessor's hash ('' before the very first) and its own fields,
 * as Postgres writes a jsonb array. The database's `audit_text` says the same; a test compares the two. Whoever
 * verifies does so with this one: the database's could have been replaced by whoever tampers.
 */
export function chainText(previous: string, row: ChainedRow): string {
  const { day, seq, at, kind, operation, outcome, officerId, roles, unitCode } = row;
  return jsonbText([
    ...[previous, day, String(seq), at, kind, operation, outcome, officerId, roles, unitCode],
    ...[row.caseNo, row.objectId, row.requestId],
    // Rows from before it was kept go on to hash as they did.
    ...(row.code === null ? [] : [row.code]),
  ]);
}

function jsonbText(value: string | null | readonly (string | null | readonly string[])[]): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return `[${value.map(jsonbText).join(', ')}]`;
}
