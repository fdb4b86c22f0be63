import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countCasesBehind } from '../../db/repositories/calendar-cases.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { readPublishedCalendar } from '../../db/repositories/calendars.ts';
import { cases, notices } from '../../db/schema/index.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { RolloutProgress } from '../../workflows/contract.ts';
import {
  calendarRolloutStart,
  calendarRolloutWorkflowName,
  calendarSweepWorkflowName,
  taskQueues,
} from '../../workflows/contract.ts';
import { createCalendarDatabase, publishFile } from '../calendars/calendar-database.ts';
import { insertOpenCases } from '../calendars/open-cases.ts';
import type { RolloutTemporal } from '../calendars/roll-out-stage.ts';
import { startCases, startRolloutWorker } from '../calendars/roll-out-stage.ts';
import { startTimeSkippingEnvironment } from '../services/time-skipping.ts';

const { owner, api, worker } = await createCalendarDatabase(readCalendarFiles());
let env: Awaited<ReturnType<typeof startTimeSkippingEnvironment>>;
let temporal: RolloutTemporal;
beforeEach(async () => {
  env = await startTimeSkippingEnvironment();
  temporal = { connection: env.nativeConnection, client: env.client };
});
afterEach(async () => {
  await env.teardown();
  await owner.delete(cases);
  await owner.execute(sql`truncate ledger_events, case_events`);
});

let edition = 0;

/** Publishes another edition of a calendar; which days it changes does not matter to the roll-out. */
function publishAnother(): Promise<string> {
  edition += 1;
  return publishFile(api, { ...(readCalendarFile('CN-2020.json') as object), note: `edition ${edition}` });
}

async function openCases(count: number): Promise<CaseNo[]> {
  const calendar = await readPublishedCalendar(owner);
  return insertOpenCases(owner, { calendar, receivedAt: parseInstant('2020-01-22T10:00:00+08:00'), count });
}

function rollOut(version: string): Promise<RolloutProgress> {
  return temporal.client.workflow.execute(
    calendarRolloutWorkflowName,
    calendarRolloutStart(version),
  ) as Promise<RolloutProgress>;
}

/** How often each case moved. */
async function movesOf(): Promise<number[]> {
  const rows = await owner.execute<{ count: number }>(
    sql`select count(*)::int as count from ledger_events group by case_no`,
  );
  return rows.map(({ count }) => count);
}

describe('the roll-out of a calendar', () => {
  it('reaches every open case once, and says so', async () => {
    const caseNos = await openCases(250);
    const [closed] = caseNos;
    await owner.execute(
      sql`update cases set status = 'closed', outcome = 'collected' where case_no = ${closed}`,
    );
    const version = await publishAnother();
    const rolling = await startRolloutWorker(temporal, { worker, owner });
    await rolling.runUntil(async () => {
      await startCases(temporal, caseNos);
      expect(await rollOut(version)).toEqual({ total: 249, done: 249, moved: 249, earlier: 0, failed: [] });
    });
    expect(await countCasesBehind(owner, version)).toBe(0);
    expect(await movesOf()).toEqual(Array.from({ length: 249 }, () => 1));
    expect(await findRollout(api, version)).toMatchObject({ status: 'finished', total: 249, done: 249 });
  });

  it('lists the cases that do not answer and tries them again until they do', async () => {
    const caseNos = await openCases(120);
    const silent = caseNos.filter((_, n) => n % 40 === 7);
    const version = await publishAnother();
    const rolling = await startRolloutWorker(temporal, { worker, owner });
    await rolling.runUntil(async () => {
      await startCases(
        temporal,
        caseNos.filter((caseNo) => !silent.includes(caseNo)),
      );
      const handle = await temporal.client.workflow.start(
        calendarRolloutWorkflowName,
        calendarRolloutStart(version),
      );
      const listed = await waitFor(
        async () => {
          const rollout = await findRollout(api, version);
          return rollout?.done === 117 ? rollout : undefined;
        },
        { timeoutMs: 30_000, what: 'all but three' },
      );
      expect(listed).toMatchObject({ status: 'running', total: 120, failed: silent });
      await startCases(temporal, silent);
      expect(await handle.result()).toEqual({ total: 120, done: 120, moved: 120, earlier: 0, failed: [] });
    });
    expect(await movesOf()).toEqual(Array.from({ length: 120 }, () => 1));
  });

  it('ends with the cases that never answered, after a day; rolled out again it takes them up', async () => {
    const caseNos = await openCases(3);
    const [first = '' as CaseNo, ...others] = caseNos;
    const version = await publishAnother();
    const rolling = await startRolloutWorker(temporal, { worker, owner });
    await rolling.runUntil(async () => {
      await startCases(temporal, others);
      expect(await rollOut(version)).toEqual({ total: 3, done: 2, moved: 2, earlier: 0, failed: [first] });
      const told = await owner.select().from(notices).where(eq(notices.role, 'system_administrator'));
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told.map(({ text }) => text.includes('仍有1件')))).toEqual(new Set([true]));
      await startCases(temporal, [first]);
      expect(await rollOut(version)).toEqual({ total: 3, done: 3, moved: 3, earlier: 0, failed: [] });
    });
    expect(await findRollout(api, version)).toMatchObject({ status: 'finished', failed: [] });
  });

  it('makes way for the next publication', async () => {
    const caseNos = await openCases(250);
    const version = await publishAnother();
    let next: string | undefined;
    const rolling = await startRolloutWorker(temporal, { worker, owner }, async () => {
      next ??= await publishAnother();
    });
    await rolling.runUntil(async () => {
      await startCases(temporal, caseNos);
      await rollOut(version);
      expect(await findRollout(api, version)).toMatchObject({ status: 'superseded', failed: [] });
      expect(await rollOut(next ?? '')).toMatchObject({ done: 250, failed: [] });
    });
    expect(await owner.$count(cases, eq(sql`calendar_version`, next ?? ''))).toBe(250);
  });

  it('is started by the sweep for cases that are behind, and only then', async () => {
    const caseNos = await openCases(3);
    const version = await publishAnother();
    const rolling = await startRolloutWorker(temporal, { worker, owner });
    const sweep = () =>
      temporal.client.workflow.execute(calendarSweepWorkflowName, {
        workflowId: `sweep-${randomUUID()}`,
        taskQueue: taskQueues.cases,
      });
    await rolling.runUntil(async () => {
      await startCases(temporal, caseNos);
      expect(await sweep()).toBe(3);
      const { workflowId } = calendarRolloutStart(version);
      expect(await temporal.client.workflow.getHandle(workflowId).result()).toMatchObject({ done: 3 });
      expect(await sweep()).toBe(0);
    });
    expect(await countCasesBehind(owner, version)).toBe(0);
  });
});
