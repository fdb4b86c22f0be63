import type { Instant } from '../domain/time/instant.ts';
import { parseInstant } from '../domain/time/instant.ts';
import { Problem } from './problems.ts';
import { isUuid } from './uuid.ts';

/** An opaque cursor for where a page of a list ended. */
export function encodeCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * What a cursor holds, as far as `read` makes sense of it.
 * @throws {Problem} when it is none of ours.
 */
export function decodeCursor<Position>(
  cursor: string | undefined,
  read: (parts: readonly unknown[]) => Position | undefined,
): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = read(partsOf(cursor));
  if (position !== undefined) return position;
  const message = '该游标不是本接口给出的，请从第一页重新查询。';
  throw new Problem('validation_failed', {
    errors: [{ pointer: '/query/cursor', code: 'wrong_cursor', message }],
  });
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** A page of what was read with one item more than asked for, and the cursor of the next if there is one. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  positionOf: (item: Item) => readonly (string | number | null)[],
): { items: readonly Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(positionOf(last)) : null };
}

/** An instant as a caller names it: far enough back for every case, and nothing that Postgres could not hold. */
export function findInstant(text: string): Instant | undefined {
  try {
    const instant = parseInstant(text);
    return instant >= '1900' ? instant : undefined;
  } catch {
    return undefined;
  }
}

/** Where a page ended that is sorted by when things were requested. */
export function readTimedPosition([requestedAt, id]: readonly unknown[]) {
  const at = typeof requestedAt === 'string' ? findInstant(requestedAt) : undefined;
  return at !== undefined && typeof id === 'string' && isUuid(id) ? { requestedAt: at, id } : undefined;
}
