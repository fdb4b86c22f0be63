import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageLimit } from '../../../domain/notices/policy.ts';
import { admittedAt } from '../../../domain/notices/slot.ts';
import { firstSlotWithRoom } from '../../../domain/notices/throttle.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, epochMsOf, parseInstant } from '../../../domain/time/instant.ts';
import { mayBeWrittenTo, plainReading } from './readings.ts';

const minuteMs = 60_000;
const evening = parseInstant('2026-11-25T16:00:00+08:00');

const limits: fc.Arbitrary<MessageLimit[]> = fc.array(
  fc.record({
    messages: fc.integer({ min: 1, max: 4 }),
    withinMs: fc.integer({ min: 1, max: 120 }).map((minutes) => minutes * minuteMs),
  }),
  { minLength: 1, maxLength: 3 },
);
/** Wishes in any order: messages that wait lie behind some and before others. */
const wishes = fc
  .array(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 25 })
  .map((minutes) => minutes.map((minute) => addMs(evening, minute * minuteMs)));

const admitted = (slot: Instant) => admittedAt(slot, plainReading);

function place(from: readonly Instant[], each: readonly MessageLimit[]): Instant[] {
  const messages: Instant[] = [];
  for (const wish of from) messages.push(firstSlotWithRoom({ from: wish, messages, limits: each, admitted }));
  return messages;
}

describe('whatever is wished for, in whatever order', () => {
  it('no span of a limit holds more than it allows, and nobody is disturbed', () => {
    fc.assert(
      fc.property(wishes, limits, (from, each) => {
        const slots = place(from, each);
        for (const { messages, withinMs } of each) {
          for (const begin of slots.map(epochMsOf)) {
            const within = slots.map(epochMsOf).filter((slot) => slot >= begin && slot < begin + withinMs);
            expect(within.length).toBeLessThanOrEqual(messages);
          }
        }
        for (const slot of slots) expect(mayBeWrittenTo(slot, plainReading)).toBe(true);
      }),
    );
  });

  it('nothing goes before it is wished for, and what has room goes then', () => {
    fc.assert(
      fc.property(wishes, limits, (from, each) => {
        const slots = place(from, each);
        slots.forEach((slot, index) => {
          const wish = from[index];
          if (wish === undefined) return;
          expect(slot >= admitted(wish)).toBe(true);
          const before = slots.slice(0, index).map(epochMsOf);
          const near = (withinMs: number) =>
            before.filter((other) => Math.abs(other - epochMsOf(admitted(wish))) < withinMs).length;
          const hasRoom = each.every(({ messages, withinMs }) => near(withinMs) < messages);
          if (hasRoom) expect(slot).toBe(admitted(wish));
        });
      }),
    );
  });
});
