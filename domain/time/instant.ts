declare const instantBrand: unique symbol;

/**
 * A point in time, always written `YYYY-MM-DDTHH:mm:ss.sss+08:00`.
 *
 * One fixed form in Beijing time serves three purposes at once: instants compare correctly as strings, the first
 * ten characters are the local date that the law counts from (§5), and what stands in the ledger is what a person
 * reads. China has one offset and no summer time since 1991, before which no case exists.
 */
export type Instant = string & { readonly [instantBrand]: true };

const offsetMs = 8 * 60 * 60 * 1000;

/** The instant at `epochMs` milliseconds after 1970-01-01T00:00:00Z. */
export function instantFromEpochMs(epochMs: number): Instant {
  return new Date(epochMs + offsetMs).toISOString().replace('Z', '+08:00') as Instant;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

/**
 * Reads an RFC 3339 instant with any offset.
 * @throws {RangeError} when the text is no instant or names no offset.
 */
export function parseInstant(text: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    throw new RangeError(`not an RFC 3339 instant with an offset: ${text}`);
  }
  return instantFromEpochMs(Date.parse(text));
}

/** The instant `milliseconds` after (or, if negative, before) another. */
export function addMs(instant: Instant, milliseconds: number): Instant {
  return instantFromEpochMs(epochMsOf(instant) + milliseconds);
}
