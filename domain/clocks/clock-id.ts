/** Everything in a case that somebody has to do by a certain day (`domain.md` §5). */
export const clockIds = [
  'transmission',
  'receipt',
  'verification',
  'further_verification',
  'assignment',
  'issue',
  'filing_dispatch',
  'filing_acknowledgement',
  'collection',
  'reply',
] as const;

export type ClockId = (typeof clockIds)[number];

declare const clockKeyBrand: unique symbol;

/** `<clock>/<n>`: the n-th start of a clock within its case; a reroute starts the verification anew. */
export type ClockKey = string & { readonly [clockKeyBrand]: true };

/** Which clock a key is of. */
export function clockIdOf(key: ClockKey): ClockId {
  return key.slice(0, key.indexOf('/')) as ClockId;
}

export function clockKeyOf(clock: ClockId, n: number): ClockKey {
  return `${clock}/${n}` as ClockKey;
}
