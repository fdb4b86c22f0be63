import { describe, expect, it } from 'vitest';
import type { DayEnd } from '../../domain/calendar/due-instant.ts';
import { dayEnds } from '../../domain/calendar/due-instant.ts';
import { clockIds } from '../../domain/clocks/clock-id.ts';
import { defaultLadders } from '../../domain/escalation/default-ladders.ts';
import type { RungRule } from '../../domain/escalation/rung.ts';
import { checkPolicy } from '../../domain/policy-check.ts';
import { defaultPolicy } from '../../domain/policy.ts';

const [overdue] = defaultLadders.verification.filter(({ rung }) => rung === 'R4');

function faultsOf(rung: RungRule) {
  const faults = checkPolicy({ ...defaultPolicy, ladders: { ...defaultLadders, verification: [rung] } });
  return faults.map(({ pointer, code }) => ({ pointer, code }));
}

describe('a policy that could not work', () => {
  it('is none of the product’s own', () => {
    expect(checkPolicy(defaultPolicy)).toEqual([]);
  });

  it.each(clockIds.filter((clock) => clock !== 'collection'))('tells nobody when %s is late', (clock) => {
    const onlyBefore = defaultLadders[clock].filter(({ when }) => when.at === 'start_of_working_day');
    const faults = checkPolicy({ ...defaultPolicy, ladders: { ...defaultLadders, [clock]: onlyBefore } });
    expect(faults.map(({ pointer, code }) => ({ pointer, code }))).toEqual([
      { pointer: `/ladders/${clock}`, code: 'nobody_hears_of_lateness' },
    ]);
  });

  it('ends its terms when nobody knows', () => {
    const faults = checkPolicy({ ...defaultPolicy, dueAtEndOf: 'night' as DayEnd });
    expect(faults).toMatchObject([{ pointer: '/dueAtEndOf', code: 'unknown_day_end' }]);
    for (const dueAtEndOf of dayEnds) expect(checkPolicy({ ...defaultPolicy, dueAtEndOf })).toEqual([]);
  });

  it('tells nobody that a reply is missing', () => {
    const reply = { withinWorkingDays: 1, overdueTo: [] };
    expect(
      faultsOf({ ...overdue, rung: 'R4', colour: 'red', when: { at: 'due' }, to: overdue?.to ?? [], reply }),
    ).toEqual([{ pointer: '/ladders/verification/0/reply/overdueTo', code: 'nobody_told' }]);
  });

  it('asks an applicant to collect what is not made', () => {
    const to = [{ kind: 'applicant' }] as const;
    expect(faultsOf({ rung: 'R4', colour: 'red', when: { at: 'due' }, to })).toEqual([
      { pointer: '/ladders/verification/0/to', code: 'applicant_not_concerned' },
    ]);
  });
});
