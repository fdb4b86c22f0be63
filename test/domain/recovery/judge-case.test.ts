import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../domain/case/event.ts';
import type { RememberedRun } from '../../../domain/recovery/judge-case.ts';
import { judgeCase } from '../../../domain/recovery/judge-case.ts';
import { compareLedgers, stepsOf } from '../../../domain/recovery/compare-ledgers.ts';
import { Ledger } from '../case/ledger.ts';

const { events } = new Ledger().accept().do('transmit').handOver();
const entries: readonly RecordedEvent[] = events;
const upTo = (seq: number) => entries.slice(0, seq);
const end = entries.length;

const run = (change: Partial<RememberedRun>): RememberedRun => ({
  ...{ state: 'running', events: entries, followed: 'to_its_end' },
  ...change,
});
const stored = (seq: number, status: 'open' | 'closed' = 'open') => ({ status, ledger: upTo(seq) });

describe('a ledger and what a workflow remembers of it', () => {
  it('agree, or one is ahead of the other', () => {
    expect(compareLedgers(entries, entries)).toEqual({ kind: 'same' });
    expect(compareLedgers(entries, upTo(1))).toEqual({ kind: 'workflow_behind', entries: end - 1 });
    expect(compareLedgers(upTo(1), entries)).toEqual({ kind: 'ledger_behind', lost: entries.slice(1) });
  });

  it('differ from the first entry on that was made at another time, whoever knows more', () => {
    const other = upTo(end).map((entry, index) =>
      index < 1
        ? entry
        : { ...entry, occurredAt: entries[0]?.occurredAt ?? entry.occurredAt, stepKey: 'other' },
    );
    expect(compareLedgers(upTo(2), other)).toEqual({ kind: 'diverged', seq: 2 });
    expect(compareLedgers(other, upTo(2))).toEqual({ kind: 'diverged', seq: 2 });
  });

  it('are put back step by step, as they were written', () => {
    const steps = stepsOf(entries);
    expect(steps.flat()).toEqual(entries);
    expect(steps.every((step) => new Set(step.map(({ stepKey }) => stepKey)).size === 1)).toBe(true);
    expect(steps.length).toBeLessThan(end);
  });
});

describe('a case', () => {
  it('that is open and carried, or has ended on both sides, is as it should be', () => {
    expect(judgeCase({ stored: stored(end), runs: [run({})] })).toBeUndefined();
    expect(judgeCase({ stored: stored(end, 'closed'), runs: [run({ state: 'ended' })] })).toBeUndefined();
    expect(judgeCase({ stored: stored(end, 'closed'), runs: [] })).toBeUndefined();
  });

  it('whose workflow was carried on by a later run is judged by the one that runs', () => {
    const runs = [run({ state: 'ended', events: upTo(1) }), run({})];
    expect(judgeCase({ stored: stored(end), runs })).toBeUndefined();
  });

  it('is compared with the run that knew most, though another was started from the short ledger since', () => {
    const runs = [run({ state: 'terminated' }), run({ events: upTo(2) })];
    expect(judgeCase({ stored: stored(2), runs })).toMatchObject({ kind: 'ledger_behind' });
  });

  it('that nothing carries is to be taken up', () => {
    expect(judgeCase({ stored: stored(end), runs: [] })).toEqual({ kind: 'no_workflow' });
    expect(judgeCase({ stored: stored(end), runs: [run({ state: 'terminated' })] })).toEqual({
      kind: 'no_workflow',
    });
  });

  it('of which Postgres knows nothing is for people, until one of them has ended its workflow', () => {
    const lost = { kind: 'application_lost', entries: end };
    expect(judgeCase({ stored: undefined, runs: [run({})] })).toEqual(lost);
    expect(judgeCase({ stored: undefined, runs: [run({ state: 'ended' })] })).toEqual(lost);
    expect(judgeCase({ stored: undefined, runs: [run({ state: 'terminated' })] })).toBeUndefined();
  });

  it('whose history this build cannot follow is for people, unless more was lost than it could read', () => {
    const unread = run({ followed: 'not', events: upTo(1) });
    expect(judgeCase({ stored: stored(end), runs: [unread] })).toEqual({ kind: 'history_unreadable' });
  });

  it('that tells two courses is left as it is', () => {
    const [first, ...others] = entries;
    if (first === undefined) throw new Error('a ledger begins');
    const other = [first, ...others.map((entry) => ({ ...entry, stepKey: 'other' }))];
    expect(judgeCase({ stored: stored(end), runs: [run({ events: other })] })).toEqual({
      kind: 'diverged',
      seq: 2,
    });
  });
});
