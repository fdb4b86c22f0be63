import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaStepKey } from '../../../domain/case/agenda-item.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import type { CaseCommand } from '../../../domain/case/command.ts';
import { replayLedger } from '../../../domain/case/evolve.ts';
import { noticesFor } from '../../../domain/case/notices.ts';
import { holderOf, projectCase } from '../../../domain/case/projection.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { addMs, parseInstant } from '../../../domain/time/instant.ts';
import { accept, act, answer, issued, Ledger, ledgerAt, receive, start, transmitted } from './builders.ts';

const failed: CaseCommand = {
  type: 'effect_failed',
  effect: { type: 'issue_certificate', n: 1 },
  failure: { failureClass: 'service_unavailable', message: '查不到。' },
};

/** Any course: commands in any order, lawful or not, with agenda items coming due in between. */
const anyStep = fc.oneof(
  fc.constantFrom<(ledger: Ledger) => CaseCommand | undefined>(
    () => accept(),
    () => act('transmit'),
    () => transmitted,
    () => receive(),
    () => answer('consistent'),
    () => answer('inconsistent'),
    () => act('issue'),
    () => issued,
    () => failed,
    () => act('notify'),
    () => act('collect'),
    () => act('withdraw'),
    () => act('refuse'),
  ),
  fc.constant((ledger: Ledger) => {
    const item = ledger.state === null ? undefined : agenda(ledger.state)[0];
    return item === undefined ? undefined : ({ type: 'come_due', item } as const);
  }),
);

const anyCourse = fc.array(anyStep, { maxLength: 60 }).map((steps) => {
  const ledger = new Ledger();
  let now = start;
  for (const step of steps) {
    const command = step(ledger);
    if (command === undefined) continue;
    if (command.type === 'come_due' && command.item.at > now) now = command.item.at;
    now = addMs(now, 1000);
    ledger.settle(command, now);
  }
  return ledger;
});

describe('any course of a case', () => {
  it('gives the same state when its ledger is replayed, also through JSON', () => {
    fc.assert(
      fc.property(anyCourse, ({ events, state }) => {
        if (state === null) return;
        expect(replayLedger(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(state);
      }),
    );
  });

  it('records every step once and fires every rung once, none before its instant', () => {
    fc.assert(
      fc.property(anyCourse, ({ events, state }) => {
        const rungs = events.filter(({ event }) => event.type === 'rung_fired');
        expect(new Set(rungs.map(({ stepKey }) => stepKey)).size).toBe(rungs.length);
        for (const { event, occurredAt } of rungs) {
          const due = state?.clock?.ladder.find(
            ({ rung }) => event.type === 'rung_fired' && rung === event.rung,
          );
          expect(due === undefined || occurredAt >= due.at).toBe(true);
        }
        expect(new Set(events.map(({ stepKey }) => stepKey)).size).toBe(events.length);
      }),
    );
  });

  it('never has two certificates, and none without a consistent answer', () => {
    fc.assert(
      fc.property(anyCourse, ({ events, state }) => {
        expect(events.filter(({ event }) => event.type === 'certificate_issued').length).toBeLessThanOrEqual(
          1,
        );
        if (state?.certificate) expect(state.answer?.result).toBe('consistent');
      }),
    );
  });

  it('has nothing ahead once it is closed, and an outcome exactly then', () => {
    fc.assert(
      fc.property(anyCourse, ({ state }) => {
        if (state === null) return;
        expect(state.status === 'closed').toBe(state.outcome !== null);
        if (state.status === 'closed') expect(agenda(state)).toEqual([]);
        expect(projectCase(state).holder).toBe(holderOf(state));
      }),
    );
  });

  it('says every event in Chinese and addresses every notice', () => {
    fc.assert(
      fc.property(anyCourse, ({ events }) => {
        for (const [index, recorded] of events.entries()) {
          expect(describeEvent(recorded.event)).toMatch(/[一-鿿]/u);
          const state = replayLedger(events.slice(0, index + 1));
          for (const { text } of noticesFor(recorded, state)) expect(text).toMatch(/[。]$/u);
        }
      }),
    );
  });
});

describe('what comes too late', () => {
  it('a rung that an answer has stopped brings nothing about', () => {
    const ledger = ledgerAt('verifying');
    const [item] = agenda(ledger.now);
    if (item === undefined) throw new Error('a running clock has rungs ahead');
    ledger.settle(answer(), start);
    expect(ledger.settle({ type: 'come_due', item }, item.at)).toEqual({ ok: true, events: [] });
  });

  it('a result for a case that was withdrawn meanwhile brings nothing about', () => {
    const ledger = ledgerAt('accepted');
    ledger.settle(act('transmit'), start);
    ledger.settle(act('withdraw'), start);
    expect(ledger.settle(transmitted, start)).toEqual({ ok: true, events: [] });
  });

  it('receipt waits for delivery', () => {
    const ledger = ledgerAt('accepted');
    ledger.settle(act('transmit'), start);
    expect(ledger.settle(receive(), start)).toMatchObject({
      ok: false,
      rejection: { code: 'dossier_not_delivered' },
    });
  });

  it('withdrawal waits while the certificate is being made', () => {
    const ledger = ledgerAt('answered');
    ledger.settle(act('issue'), start);
    expect(ledger.settle(act('withdraw'), start)).toMatchObject({
      ok: false,
      rejection: { code: 'issue_in_progress', allowed: [] },
    });
  });
});

describe('the agenda', () => {
  it('shows the rungs of the clock before they fire', () => {
    expect(agenda(ledgerAt('in_transit').now).map((item) => [agendaStepKey(item), item.at])).toEqual([
      ['verification/R2', parseInstant('2026-11-06T08:30:00+08:00')],
      ['verification/R3', parseInstant('2026-11-09T08:30:00+08:00')],
      ['verification/R4', parseInstant('2026-11-09T17:30:00+08:00')],
    ]);
  });

  it('tries a failed effect again, with growing pauses', () => {
    const ledger = ledgerAt('answered');
    ledger.settle(act('issue'), start);
    ledger.settle(failed, start);
    const [retry] = agenda(ledger.now);
    expect(retry).toMatchObject({ kind: 'retry', at: addMs(start, 60_000), afterFailures: 1 });
  });
});
