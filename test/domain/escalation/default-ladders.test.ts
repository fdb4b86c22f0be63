import { describe, expect, it } from 'vitest';
import { clockIds } from '../../../domain/clocks/clock-id.ts';
import { isPostAt } from '../../../domain/directory/post.ts';
import { defaultLadders } from '../../../domain/escalation/default-ladders.ts';
import type { Audience, RungRule } from '../../../domain/escalation/rung.ts';

const ladders: readonly (readonly RungRule[])[] = clockIds.map((clock) => defaultLadders[clock]);

function name(audience: Audience): string {
  return audience.kind === 'applicant' ? 'applicant' : `${audience.unit} ${audience.post}`;
}

/** Said once more by hand from `domain.md` §6. */
const expected = {
  R1: [
    'blue',
    'home_station liaison_officer',
    'home_station deputy_liaison_officer',
    'accepting_station window_officer',
  ],
  R2: ['blue', 'home_station liaison_officer', 'home_station deputy_liaison_officer'],
  R3: [
    'yellow',
    'home_station liaison_officer',
    'home_station deputy_liaison_officer',
    'home_station station_leader',
    'home_county county_supervisor',
  ],
  R4: ['red', 'home_county county_supervisor', 'accepting_station window_officer'],
  R5: ['red', 'home_city city_supervisor'],
  R6: ['red', 'home_province province_supervisor', 'accepting_province province_supervisor'],
};

describe('the ladder of the 5 days', () => {
  it('tells whom the procedure names, in its colours', () => {
    const told = defaultLadders.verification.map(({ rung, colour, to }) => [rung, [colour, ...to.map(name)]]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  it('asks for a receipt only while there is none, and for a reply once the term has passed', () => {
    const rules: readonly RungRule[] = defaultLadders.verification;
    expect(rules.filter(({ unless }) => unless === 'received').map(({ rung }) => rung)).toEqual(['R1']);
    const demanding = rules.flatMap(({ rung, reply }) => (reply ? [[rung, reply.withinWorkingDays]] : []));
    expect(demanding).toEqual([
      ['R4', 1],
      ['R5', 1],
      ['R6', 1],
    ]);
  });

  it('sends an overdue reply higher than the rung that demanded it, while there is somebody higher', () => {
    const [r4, r5, r6] = defaultLadders.verification
      .slice(3)
      .map((rule: RungRule) => rule.reply?.overdueTo.map(name));
    expect(r4).toEqual(['home_city city_supervisor']);
    expect(r5).toEqual(['home_province province_supervisor']);
    expect(r6).toContain('home_province province_supervisor');
  });
});

describe('every ladder', () => {
  it('names posts only that the unit can have, and each rung once', () => {
    for (const ladder of ladders) {
      expect(new Set(ladder.map(({ rung }) => rung)).size).toBe(ladder.length);
      for (const audience of ladder.flatMap(({ to, reply }) => [...to, ...(reply?.overdueTo ?? [])])) {
        if (audience.kind === 'applicant') continue;
        const level = audience.unit.slice(audience.unit.indexOf('_') + 1) as 'station';
        expect(isPostAt(audience.post, level), name(audience)).toBe(true);
      }
    }
  });

  it('tells somebody, except the overdue reply, whose people the demanding rung names', () => {
    const silent = ladders.flat().filter(({ to }) => to.length === 0);
    expect(silent.map(({ rung }) => rung)).toEqual(['reply_overdue']);
  });
});
