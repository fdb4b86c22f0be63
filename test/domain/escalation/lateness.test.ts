import { describe, expect, it } from 'vitest';
import { firedRungs } from '../../../domain/escalation/lateness.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { inTransit } from '../case/roads.ts';

describe('how late a rung was fired', () => {
  const { events, state } = inTransit().passUntil('2026-11-07T09:00:00+08:00');

  it('is nothing when it was fired at its instant', () => {
    expect(firedRungs(events, state)).toEqual([
      { rung: 'R1', lateMs: 0 },
      { rung: 'R2', lateMs: 0 },
    ]);
  });

  it('is counted from the instant of its ladder', () => {
    const late = events.map((recorded) => ({ ...recorded, occurredAt: addMs(recorded.occurredAt, 90_000) }));
    expect(firedRungs(late, state).map(({ lateMs }) => lateMs)).toEqual([90_000, 90_000]);
  });
});
