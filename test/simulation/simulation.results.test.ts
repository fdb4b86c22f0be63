import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulationOptions } from '../../commands/simulation/options.ts';
import { defaultShares } from '../../commands/simulation/plan.ts';
import type { Results } from '../../commands/simulation/results.ts';
import { tellResults } from '../../commands/simulation/results.ts';
import { readShares } from '../../commands/simulation/shares.ts';
import { simulate } from '../../commands/simulation/simulate.ts';
import { openStage } from '../../commands/simulation/stage.ts';
import { deliveryBundles, escalations, ledgerEvents, notices } from '../../db/schema/index.ts';
import { rungTitles } from '../../domain/escalation/rung.ts';
import { loadConfig } from '../../platform/config.ts';

const stage = await openStage(loadConfig(), () => undefined);
afterAll(() => stage.close());

const play = (change: Partial<SimulationOptions>) =>
  simulate(
    stage,
    { cases: 4, days: 2, shares: defaultShares, seed: 1, speed: 'max', ...change },
    () => undefined,
  );

// The second is played after the first, on the same stage: its figures hold both.
const answering = await play({ shares: readShares('answers=100') });
const both = await play({ cases: 2, days: 1, shares: readShares('forgets=100') });

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('where every home station answers in time', () => {
  it('every case is answered in time and its certificate collected', () => {
    expect(answering).toMatchObject({ accepted: 4, inTime: 4, late: 0, certificates: 4 });
    expect(answering).toMatchObject({ collected: 4, open: 0 });
  });

  it('nothing is urged but that a term draws near', () => {
    expect(Object.keys(answering.rungs).filter((rung) => rung !== 'R2')).toEqual([]);
  });
});

describe('where none ever answers', () => {
  it('every case is late and stays open', () => {
    expect(both).toMatchObject({ accepted: 6, inTime: 4, late: 2, certificates: 4 });
    expect(both).toMatchObject({ collected: 4, open: 2 });
  });

  it('the whole ladder fires, each rung once for each of them', () => {
    for (const rung of ['R3', 'R4', 'R5', 'R6'] as const) expect([rung, both.rungs[rung]]).toEqual([rung, 2]);
    expect(both.doubledRungs).toBe(0);
  });
});

describe('the figures', () => {
  it.each([
    ['of those that answered', answering],
    ['of all', both],
  ])('%s add up', (_, { accepted, inTime, late, closedUnasked, underway, ...results }: Results) => {
    expect(inTime + late + closedUnasked + underway).toBe(accepted);
    expect(results.collected + results.referred + results.open).toBe(accepted);
  });

  it('are those of the ledger, the outbox and the messages', async () => {
    const { database } = stage;
    const fired = await database.$count(ledgerEvents, sql`event ->> 'type' = 'rung_fired'`);
    expect(fired).toBeGreaterThan(0);
    expect(sum(Object.values(both.rungs))).toBe(fired);
    expect(sum(Object.values(both.colours))).toBe(await database.$count(escalations));
    expect(sum(Object.values(both.notices))).toBe(await database.$count(notices));
    const messages = Object.values(both.messages);
    const delivered = await database.$count(deliveryBundles, sql`handed_over_at is not null`);
    expect(delivered).toBeGreaterThan(0);
    expect(sum(messages.map((figures) => figures.delivered))).toBe(delivered);
    const waiting = sum(messages.map((figures) => figures.waiting + figures.givenUp));
    expect(waiting + delivered).toBe(await database.$count(deliveryBundles));
  });

  it('stand in the table that people read', () => {
    const lines: string[] = [];
    tellResults(both, (line) => lines.push(line));
    const figureOf = (title: string) =>
      lines
        .find((line) => line.includes(title))
        ?.trim()
        .split(/ +/)[1];
    expect(figureOf('受理')).toBe('6');
    expect(figureOf('按期反馈')).toBe('4');
    expect(figureOf('逾期反馈或逾期未反馈')).toBe('2');
    expect(figureOf('已领取证明')).toBe('4');
    expect(figureOf('仍在等待')).toBe('2');
    expect(figureOf(rungTitles.R6)).toBe('2');
  });
});
