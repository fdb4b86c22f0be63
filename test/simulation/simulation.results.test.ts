import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulationOptions } from '../../commands/simulation/options.ts';
import { otherStation } from '../../commands/simulation/people.ts';
import { defaultShares } from '../../commands/simulation/plan.ts';
import type { Results } from '../../commands/simulation/results.ts';
import { tellResults } from '../../commands/simulation/results.ts';
import { readShares } from '../../commands/simulation/shares.ts';
import { simulate } from '../../commands/simulation/simulate.ts';
import { openStage } from '../../commands/simulation/stage.ts';
import { cases, deliveryBundles, escalations, ledgerEvents, notices } from '../../db/schema/index.ts';
import { rungTitles } from '../../domain/escalation/rung.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { loadConfig } from '../../platform/config.ts';
import { recordRuns } from '../replay/recorder.ts';

const stage = await openStage(loadConfig(), () => undefined);
afterAll(() => stage.close());

const play = (change: Partial<SimulationOptions>) =>
  simulate(
    stage,
    { cases: 4, days: 2, shares: defaultShares, seed: 1, speed: 'max', ...change },
    () => undefined,
  );

// Each is played after the one before, on the same stage: its figures hold all that were played.
const answering = await play({ shares: readShares('answers=100') });
// By this seed one case of each.
const manifold = await play({
  ...{ cases: 4, days: 1, seed: 1, speed: 1_000_000 },
  shares: readShares('answers_late=25,reroutes=25,refuses=25,on_the_spot=25'),
});
const all = await play({ cases: 2, days: 1, shares: readShares('forgets=100') });

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

it('histories of them all are kept for the replay gate', async () => {
  await recordRuns('the simulator, every manner of a home station', stage.client);
}, 300_000);

describe('where every home station answers in time', () => {
  it('every case is answered in time and its certificate collected', () => {
    expect(answering).toMatchObject({ accepted: 4, inTime: 4, late: 0, certificates: 4 });
    expect(answering).toMatchObject({ collected: 4, open: 0 });
  });

  it('nothing is urged but that a term draws near', () => {
    expect(Object.keys(answering.rungs).filter((rung) => rung !== 'R2')).toEqual([]);
  });
});

describe('where one answers late, one is the wrong one, one finds otherwise, and one is not asked, at a speed', () => {
  it('every case ends as its home station made it', () => {
    expect(manifold).toMatchObject({ accepted: 8, inTime: 6, late: 1, closedUnasked: 1, certificates: 7 });
    expect(manifold).toMatchObject({ collected: 7, referred: 1, open: 0 });
  });

  it('the other station has the case that was sent on, and the filing is acknowledged', async () => {
    expect(await stage.database.$count(cases, eq(cases.homeStation, parseUnitCode(otherStation)))).toBe(1);
    expect(await stage.database.$count(cases, eq(cases.filing, 'acknowledged'))).toBe(1);
  });
});

describe('where none ever answers', () => {
  it('every case is late and stays open', () => {
    expect(all).toMatchObject({ accepted: 10, inTime: 6, late: 3, certificates: 7 });
    expect(all).toMatchObject({ collected: 7, open: 2 });
  });

  it('the whole ladder fires, each rung once for each of them', () => {
    for (const rung of ['R3', 'R4', 'R5', 'R6'] as const) {
      expect([rung, (all.rungs[rung] ?? 0) - (manifold.rungs[rung] ?? 0)]).toEqual([rung, 2]);
    }
    expect(all.doubledRungs).toBe(0);
  });
});

describe('the figures', () => {
  it.each([
    ['of those that answered', answering],
    ['of all manners but forgetting', manifold],
    ['of all', all],
  ])('%s add up', (_, { accepted, inTime, late, closedUnasked, underway, ...results }: Results) => {
    expect(inTime + late + closedUnasked + underway).toBe(accepted);
    expect(results.collected + results.referred + results.open).toBe(accepted);
  });

  it('are those of the ledger, the outbox and the messages', async () => {
    const { database } = stage;
    const fired = await database.$count(ledgerEvents, sql`event ->> 'type' = 'rung_fired'`);
    expect(fired).toBeGreaterThan(0);
    expect(sum(Object.values(all.rungs))).toBe(fired);
    expect(sum(Object.values(all.colours))).toBe(await database.$count(escalations));
    expect(sum(Object.values(all.notices))).toBe(await database.$count(notices));
    const messages = Object.values(all.messages);
    const delivered = await database.$count(deliveryBundles, sql`handed_over_at is not null`);
    expect(delivered).toBeGreaterThan(0);
    expect(sum(messages.map((figures) => figures.delivered))).toBe(delivered);
    const waiting = sum(messages.map((figures) => figures.waiting + figures.givenUp));
    expect(waiting + delivered).toBe(await database.$count(deliveryBundles));
  });

  it('stand in the table that people read', () => {
    const lines: string[] = [];
    tellResults(all, (line) => lines.push(line));
    const figureOf = (title: string) =>
      lines
        .find((line) => line.includes(title))
        ?.trim()
        .split(/ +/)[1];
    expect(figureOf('受理')).toBe('10');
    expect(figureOf('按期反馈')).toBe('6');
    expect(figureOf('逾期反馈或逾期未反馈')).toBe('3');
    expect(figureOf('已领取证明')).toBe('7');
    expect(figureOf('仍在等待')).toBe('2');
    expect(figureOf(rungTitles.R6)).toBe('2');
  });
});
