import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agendaStepKey } from '../../../domain/case/agenda-item.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { stationsOwingReply } from '../../../domain/case/state.ts';
import { defaultLadders } from '../../../domain/escalation/default-ladders.ts';
import type { RungRule } from '../../../domain/escalation/rung.ts';
import type { ProvincePolicy } from '../../../domain/policy.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { actor } from './commands.ts';
import { calendarUntil2026, calendarWithDays, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';

type Step = (ledger: Ledger) => void;

const { verification, reply } = defaultLadders;
const demanding = (rung: RungRule): RungRule => ({
  ...rung,
  reply: { withinWorkingDays: 1, overdueTo: [{ kind: 'post', unit: 'home_city', post: 'city_supervisor' }] },
});
const without = (left: string): ProvincePolicy =>
  policyWith(`without-${left}`, {
    ladders: { ...defaultLadders, verification: verification.filter(({ rung }) => rung !== left) },
  });
const policies = [
  policyWith('usual'),
  policyWith('replies-urged', { ladders: { ...defaultLadders, reply: reply.map(demanding) } }),
  without('R4'),
  without('R5'),
  policyWith('quick', {
    terms: { ...policyWith('usual').terms, verification: { unit: 'working_days', count: 3 } },
    onEarlierDueDate: 'calendar_stands',
  }),
];

const days = [3, 4, 5, 6, 9, 10, 11, 12, 13, 16].map((day) => `2026-11-${String(day).padStart(2, '0')}`);
let revisions = 0;

const comesDue = fc.constant<Step>((ledger) => {
  const [item] = agenda(ledger.state);
  if (item === undefined) return;
  if (item.at > ledger.now) ledger.now = item.at;
  ledger.comeDue(item);
});
const timePasses = fc.integer({ min: 1, max: 30 }).map((hours): Step => (ledger) => {
  ledger.now = addMs(ledger.now, hours * 3_600_000);
});
const replied = fc.constant<Step>((ledger) => {
  const owed = Object.values(ledger.state.escalations).find(
    ({ rungKey }) => stationsOwingReply(ledger.state, rungKey).length > 0,
  );
  if (owed !== undefined) ledger.do('reply', { rungKey: owed.rungKey }, actor('liaison_officer'));
});
const revised = fc.integer({ min: 0, max: days.length }).map((count): Step => (ledger) => {
  revisions += 1;
  ledger.revise({ calendar: calendarWithDays(days.slice(0, count), 'off', `revision-${revisions}`) });
});
const yearLost = fc.constant<Step>((ledger) => {
  ledger.revise({ calendar: calendarUntil2026 });
});
const migrated = fc.constantFrom(...policies).map((policy): Step => (ledger) => {
  ledger.migrate({ policy });
});

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: comesDue },
    { weight: 2, arbitrary: timePasses },
    { weight: 1, arbitrary: replied },
    { weight: 3, arbitrary: revised },
    { weight: 1, arbitrary: yearLost },
    { weight: 2, arbitrary: migrated },
  ),
  { minLength: 8, maxLength: 40, size: 'max' },
);

function holdsAfterEveryStep(property: (state: CaseState) => void): void {
  const begins = fc.constantFrom('2026-11-02T09:00:00+08:00', '2026-12-21T09:00:00+08:00');
  fc.assert(
    fc.property(begins, steps, (from, course) => {
      const ledger = new Ledger().goTo(from).accept().do('transmit').handOver().do('receive');
      for (const step of course) {
        step(ledger);
        property(ledger.state);
      }
    }),
    { numRuns: 400 },
  );
}

it('a rung fires again only after it was taken back, under the next number', () => {
  let again = 0;
  holdsAfterEveryStep(({ escalations, stepKeys, ...state }) => {
    for (const { rungKey, firedAt } of Object.values(escalations)) {
      const [, key = '', times] = /^(.*)\+(\d+)$/.exec(rungKey) ?? [];
      if (times === undefined) continue;
      again += 1;
      const before = Object.entries(escalations).find(
        ([known]) => known === (times === '1' ? key : `${key}+${Number(times) - 1}`),
      )?.[1].takenBackAt;
      expect(before != null && before <= firedAt, rungKey).toBe(true);
    }
    const ahead = agenda({ escalations, stepKeys, ...state }).map(agendaStepKey);
    expect(ahead.filter((key) => stepKeys.includes(key))).toEqual([]);
  });
  expect(again).toBeGreaterThan(0);
});

it('what urged the reply to a rung is taken back with it, and so is what urged the reply to that', () => {
  let urged = 0;
  holdsAfterEveryStep(({ escalations }) => {
    const all = Object.values(escalations);
    for (const { replyClock, takenBackAt } of all) {
      if (takenBackAt === null || replyClock === null) continue;
      const urging = all.filter(({ rungKey }) => rungKey.startsWith(`${replyClock}/`));
      urged += urging.length;
      expect(urging.filter((each) => each.takenBackAt === null)).toEqual([]);
    }
  });
  expect(urged).toBeGreaterThan(0);
});
