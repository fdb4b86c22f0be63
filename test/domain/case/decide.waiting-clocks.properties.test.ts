import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findClockStart, findRunningClock } from '../../../domain/case/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, parseInstant } from '../../../domain/time/instant.ts';
import { calendar, calendarUntil2026, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';

type Step = (ledger: Ledger) => void;

/** The same words in both ledgers: what one refuses the other refuses. */
const attempted = (ledger: Ledger, act: 'receive' | 'correct_receipt', receivedAt: Instant | null) =>
  ledger.refusalOf(act, { receivedAt });

const hoursPass = fc.integer({ min: 1, max: 40 }).map((hours): Step => (ledger) => {
  ledger.now = addMs(ledger.now, hours * 3_600_000);
});
const sent = fc
  .record({ channel: fc.constantFrom('fax', 'platform'), isConfirmed: fc.boolean() } as const)
  .map(({ channel, isConfirmed }): Step => (ledger) => {
    if (ledger.refusalOf('transmit', { channel }) !== null) return;
    ledger.handOver(isConfirmed || channel === 'platform' ? {} : { deliveredAt: null });
  });
const receipt = fc
  .record({
    act: fc.constantFrom('receive', 'correct_receipt'),
    hoursAgo: fc.integer({ min: 0, max: 90 }),
  } as const)
  .map(({ act, hoursAgo }): Step => (ledger) => {
    attempted(ledger, act, addMs(ledger.now, -hoursAgo * 3_600_000));
  });
const defect = fc.constant<Step>((ledger) => {
  ledger.refusalOf('report_defect');
});
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: hoursPass },
    { weight: 2, arbitrary: sent },
    { weight: 3, arbitrary: receipt },
    { weight: 1, arbitrary: defect },
  ),
  { minLength: 3, maxLength: 20, size: 'max' },
);
const policies = fc.constantFrom(
  policyWith('runs'),
  policyWith('restarts', { onMaterialsCompleted: 'clock_restarts' }),
);

it('a term ends when it would have ended had its year’s calendar been there from the beginning', () => {
  let lateCalendars = 0;
  fc.assert(
    fc.property(steps, policies, fc.integer({ min: 18, max: 30 }), (course, policy, day) => {
      const from = parseInstant(`2026-12-${day}T09:00:00+08:00`);
      const begun = [calendar, calendarUntil2026].map((known) => {
        const ledger = new Ledger({ calendar: known, policy }).goTo(from).accept();
        for (const step of course) step(ledger);
        return ledger;
      });
      const [known, late] = begun;
      if (known === undefined || late === undefined) throw new Error('there are two');
      expect(findClockStart(late.state, 'verification')).toBe(findClockStart(known.state, 'verification'));
      const waits = Object.values(late.state.unstartedClocks).some(({ clock }) => clock === 'verification');
      if (waits && late.eventsOf('clock_started').some(({ clock }) => clock === 'verification'))
        lateCalendars += 1;
      late.revise({ calendar });
      const [expected, found] = begun.map(({ state }) => findRunningClock(state, 'verification')?.deadline);
      expect([found?.startedAt, found?.dueAt]).toEqual([expected?.startedAt, expected?.dueAt]);
    }),
    { numRuns: 500 },
  );
  // Otherwise no clock ever ran before it waited.
  expect(lateCalendars).toBeGreaterThan(0);
});
