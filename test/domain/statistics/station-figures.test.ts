import { describe, expect, it } from 'vitest';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { figuresOf } from '../../../domain/statistics/station-figures.ts';
import { acceptingStation, calendarWithDay, calendarWithDays } from '../case/facts.ts';
import type { Ledger } from '../case/ledger.ts';
import { escalated, verifying } from '../case/roads.ts';

const r4 = 'verification/1/R4' as RungKey;
const dayLater = { calendar: calendarWithDay('2026-11-06', 'off') };

function urgedAtHome(ledger: Ledger) {
  const home = figuresOf(ledger.state).find(({ side }) => side === 'home');
  return [home?.redRungs, home?.repliesDemanded, home?.repliesInTime];
}

describe('a rung that a later calendar took back', () => {
  it('counts for nobody, and neither does the reply that it demanded', () => {
    expect(urgedAtHome(escalated())).toEqual([1, 1, 0]);
    expect(urgedAtHome(escalated().revise(dayLater))).toEqual([0, 0, 0]);
  });

  it('nor one that was given', () => {
    const replied = escalated().do('reply', { rungKey: r4 });
    expect(urgedAtHome(replied)).toEqual([1, 1, 1]);
    expect(urgedAtHome(replied.revise(dayLater))).toEqual([0, 0, 0]);
    expect(replied.state.escalations[r4]?.settlement?.kind).toBe('replied');
  });

  it('nor the rung that urged the reply', () => {
    const unreplied = escalated().passUntil('2026-11-10T18:00:00+08:00');
    expect(urgedAtHome(unreplied)).toEqual([2, 1, 0]);
    const calendar = calendarWithDays(['2026-11-05', '2026-11-06'], 'off', 'two-days-later');
    expect(urgedAtHome(unreplied.revise({ calendar }))).toEqual([0, 0, 0]);
  });

  it('counts when it fires again in its time', () => {
    const ledger = escalated().revise(dayLater).passUntil('2026-11-10T18:00:00+08:00');
    expect(urgedAtHome(ledger)).toEqual([1, 1, 0]);
  });
});

describe('a rung that urged a further station', () => {
  it('counts for nobody, also where that station is the accepting one', () => {
    const asked = verifying({}, 'KINSHIP').do('request_further_verification', { station: acceptingStation });
    const late = asked.passUntil('2026-11-05T09:00:00+08:00');
    expect(late.fired().filter((rung) => rung.startsWith('further'))).toHaveLength(2);
    expect(figuresOf(late.state).map(({ blueRungs, yellowRungs }) => [blueRungs, yellowRungs])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
