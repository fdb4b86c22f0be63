/** Everything in a case that somebody has to do by a certain day (`domain.md` §5). */
export const clockIds = [
  'transmission',
  'receipt',
  'verification',
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

export function clockKeyOf(clock: ClockId, n: number): ClockKey {
  return `${clock}/${n}` as ClockKey;
}
