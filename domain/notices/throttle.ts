import type { Instant } from '../time/instant.ts';
import { addMs, epochMsOf } from '../time/instant.ts';
import type { MessageLimit } from './policy.ts';

export interface ThrottleQuestion {
  readonly from: Instant;
  /** When messages went, or will go, to the same destination. */
  readonly messages: readonly Instant[];
  readonly limits: readonly MessageLimit[];
  /** Moves an instant to when the reader may be disturbed. */
  readonly admitted: (slot: Instant) => Instant;
}

/** The first instant from `from` on at which one more message is within all limits. */
export function firstSlotWithRoom({ from, messages, limits, admitted }: ThrottleQuestion): Instant {
  let slot = admitted(from);
  for (;;) {
    const wait = limits
      .map((limit) => roomAfter(slot, messages, limit))
      .reduce((latest, candidate) => (candidate > latest ? candidate : latest), slot);
    if (wait === slot) return slot;
    slot = admitted(wait);
  }
}

/** Room counts in both directions: messages that wait already lie behind the slot. */
function roomAfter(slot: Instant, messages: readonly Instant[], limit: MessageLimit): Instant {
  const slotMs = epochMsOf(slot);
  const near = messages
    .filter((message) => Math.abs(epochMsOf(message) - slotMs) < limit.withinMs)
    .toSorted();
  const blocking = near[near.length - limit.messages];
  return blocking === undefined ? slot : addMs(blocking, limit.withinMs);
}
