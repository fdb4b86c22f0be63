import { setTimeout as delay } from 'node:timers/promises';
import type { FollowedEvent } from '../db/repositories/case-events.ts';
import { listFollowedEvents, numberCaseEvents } from '../db/repositories/case-events.ts';
import type { Database } from '../db/database.ts';
import { isAccountLocked } from '../db/repositories/account-locks.ts';
import { withScope } from '../db/scope.ts';
import type { UnitCode } from '../domain/units/unit.ts';

const pollMs = 1000;
// Proxies close what says nothing for a minute.
const heartbeatMs = 15_000;
// A window of the order of all cases: what of it the caller sees is found by the primary key of `case_scopes`.
const windowSize = 2000;

/** The last position given, asked for once in a while however many follow. */
export interface Head {
  /** As it was half a second ago at most. @throws whatever the database does. */
  read(): Promise<number>;
  /** As it is now. */
  readAnew(): Promise<number>;
}

export function createHead(database: Database): Head {
  let askedAt = -Infinity;
  let last = Promise.resolve(0);
  const readAnew = () => {
    askedAt = performance.now();
    last = numberCaseEvents(database);
    return last;
  };
  return {
    read: () => (performance.now() - askedAt >= pollMs / 2 ? readAnew() : last),
    readAnew,
  };
}

/** Whose stream it is, from where on, and until when. */
export interface Following {
  readonly subject: string;
  readonly unitCode: UnitCode;
  readonly after: number;
  readonly signal: AbortSignal;
}

/**
 * The stream of a unit from a position on, as text/event-stream, until it is aborted, who reads it is locked out, or the
 * database is away: whoever reads it comes back with the last id. Ids without data say how far the order was looked through, so that a reader whose
 * cases are at rest need not have it looked through again.
 */
export async function* caseStream(
  { database, head }: { readonly database: Database; readonly head: Head },
  { subject, unitCode, after, signal }: Following,
): AsyncGenerator<string> {
  let at = after;
  // The first heartbeat says at once that all of the past was told.
  let saidAt = -Infinity;
  yield `retry: 3000\nid: ${at}\n\n`;
  while (!signal.aborted) {
    const upTo = Math.min(await head.read(), at + windowSize);
    // A lock-out holds at once: asked for after the events were committed that would be told next.
    if (await isAccountLocked(database, subject, unitCode)) return;
    if (upTo > at) {
      const range = { after: at, upTo };
      const events = await withScope(database, unitCode, (executor) => listFollowedEvents(executor, range));
      at = upTo;
      if (events.length > 0) {
        saidAt = performance.now();
        yield events.map(eventText).join('');
      }
      continue;
    }
    if (performance.now() - saidAt >= heartbeatMs) {
      saidAt = performance.now();
      yield `: heartbeat\nid: ${at}\n\n`;
    }
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

function eventText({ position, ...data }: FollowedEvent): string {
  return `id: ${position}\nevent: case\ndata: ${JSON.stringify(data)}\n\n`;
}
