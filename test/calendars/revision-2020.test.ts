import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { addDryRun, findDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { cases } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { isOverdue } from '../../domain/case/projection.ts';
import { readCalendarFile } from '../../platform/reference-data.ts';
import {
  calendarDryRunWorkflowName,
  caseTakingUp,
  caseWorkflowId,
  caseWorkflowName,
  taskQueues,
} from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { storeApplication } from '../house/stored-application.ts';
import { calendarsBefore2020Revision } from './calendar-database.ts';
import { openPlayedHouse } from './played-house.ts';
import { shiftFile, told } from './shifted-files.ts';

const caseCount = 500;
const revised = shiftFile(readCalendarFile('CN-2020.json'));
const stage = await openPlayedHouse(
  calendarsBefore2020Revision().map(shiftFile),
  '2020-01-22T10:00:00+08:00',
);
const { house, owner, api } = stage;
let drivers: readonly CaseDriver[];

/** Due dates of the open cases as they are told, with how many have each. */
async function dueDates(): Promise<Record<string, number>> {
  const rows = await owner.select({ dueAt: cases.dueAt }).from(cases);
  const counts: Record<string, number> = {};
  for (const { dueAt } of rows) {
    const date = dueAt === null ? 'none' : told(dueAt).slice(0, 16);
    counts[date] = (counts[date] ?? 0) + 1;
  }
  return counts;
}

beforeAll(async () => {
  const driver = await CaseDriver.accept(house);
  await driver.transmit();
  await driver.receive();
  // The others went the same way, as their ledgers have it.
  const [events, next] = [await driver.events(), await driver.state()];
  const ledger = createLedgerActivities({
    database: owner,
    units: createUnitDirectory(owner, house.clock),
  });
  const others = await Promise.all(
    Array.from({ length: caseCount - 1 }, async () => {
      const caseNo = await storeApplication(owner, 0);
      await ledger.record({ caseNo, events, next });
      await house.client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
      return CaseDriver.of(house, caseNo);
    }),
  );
  drivers = [driver, ...others];
}, 300_000);

describe('S40 the revision of 2020 in the middle of the holiday it prolonged', { timeout: 300_000 }, () => {
  it('finds 500 open cases due by the calendar of their day', async () => {
    expect(await dueDates()).toEqual({ '2020-02-04T17:30': caseCount });
    await stage.sleepUntil('2020-01-27T09:00:00+08:00');
  });

  it('is tried out: 500 cases would move by two days', async () => {
    const id = randomUUID();
    const requestedAt = house.clock.now();
    await addDryRun(api, { id, document: revised, requestedBy: 'administrator', requestedAt, basedOn: '' });
    await house.client.workflow.start(calendarDryRunWorkflowName, {
      workflowId: `calendar-dry-run/${id}`,
      taskQueue: taskQueues.cases,
      args: [id],
    });
    const impact = await stage.untilSo(async () => (await findDryRun(api, id))?.impact);
    expect(impact).toMatchObject({
      cases: caseCount,
      movedCases: caseCount,
      moves: [{ direction: 'later', days: 2, deadlines: caseCount }],
    });
    expect(await dueDates()).toEqual({ '2020-02-04T17:30': caseCount });
  });

  it('is published and does to each case what was shown', async () => {
    const rollout = await stage.rollOut(revised);
    const counts = { total: caseCount, done: caseCount, moved: caseCount, earlier: 0, failed: [] };
    expect(rollout).toMatchObject(counts);
    expect(await dueDates()).toEqual({ '2020-02-06T17:30': caseCount });
  });

  it('stands in every ledger once, with both dates and the notice', async () => {
    const entries = await owner.execute<{
      steps: number;
      moves: number;
      before: string;
      after: string;
      notice: string;
    }>(sql`
      select count(distinct case_no)::int as steps, count(*)::int as moves,
        event ->> 'previousDueAt' as before, event -> 'deadline' ->> 'dueAt' as after,
        event -> 'notice' ->> 'title' as notice
      from ledger_events where event ->> 'type' = 'clock_moved' group by 3, 4, 5`);
    expect(
      entries.map((entry) => ({ ...entry, before: told(entry.before), after: told(entry.after) })),
    ).toEqual([
      {
        steps: caseCount,
        moves: caseCount,
        before: '2020-02-04T17:30:00.000+08:00',
        after: '2020-02-06T17:30:00.000+08:00',
        notice: '国务院办公厅关于2048年部分节假日安排的通知（2019-11-21发布，2020-01-27调整）',
      },
    ]);
    const [first] = drivers;
    expect(await first?.noticesTo('window_officer')).toContainEqual(expect.stringContaining('工作日历调整'));
    expect(await first?.noticesTo('liaison_officer')).toContainEqual(expect.stringContaining('工作日历调整'));
  });

  it('leaves no case overdue by the date that no longer holds', async () => {
    await stage.sleepUntil('2020-02-04T18:00:00+08:00');
    const states = await owner.select({ state: cases.state }).from(cases);
    expect(states.filter(({ state }) => isOverdue(state, house.clock.now()))).toEqual([]);
    const fired = await owner.execute(sql`select 1 from ledger_events where event ->> 'type' = 'rung_fired'`);
    expect(fired).toHaveLength(0);
  });

  it('lets the ladder climb by the new date', async () => {
    const [driver, ...others] = drivers;
    if (driver === undefined) throw new Error('there are cases');
    // A thousand rungs would say no more than two.
    await Promise.all(
      others.map(({ caseNo }) => house.client.workflow.getHandle(caseWorkflowId(caseNo)).terminate()),
    );
    await stage.sleepUntil('2020-02-06T09:00:00+08:00');
    await driver.waitUntil('R3', ({ escalations }) => Object.keys(escalations).length === 2);
    const fired = await driver.eventsOf('rung_fired');
    expect(fired.map(({ rung, occurredAt }) => `${rung} ${told(occurredAt).slice(0, 16)}`)).toEqual([
      'R2 2020-02-05T08:30',
      'R3 2020-02-06T08:30',
    ]);
  });
});
