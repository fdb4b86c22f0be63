import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { cases } from '../../db/schema/index.ts';
import { yearOf, addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { systemClock } from '../../platform/clock.ts';
import { readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import { createCalendarDatabase, publishFile } from '../calendars/calendar-database.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { startWorkerProcess } from '../house/worker-process.ts';

const caseCount = 40;
const { url, owner, api } = await createCalendarDatabase(readCalendarFiles());
const { client, namespace } = await connectOwnNamespace();
let worker = startWorkerProcess(url, namespace);
afterAll(() => worker.kill());

/** The calendar with three more days off from tomorrow on; a year’s file may hold days of the December before. */
function withHolidays(): unknown {
  const today = localDateOf(systemClock.now());
  const file = readCalendarFile(`CN-${yearOf(addDays(today, 3))}.json`) as { days: { date: string }[] };
  const off = [1, 2, 3].map((n) => addDays(today, n) as string);
  const others = file.days.filter(({ date }) => !off.includes(date));
  return { ...file, days: [...others, ...off.map((date) => ({ date, name: '临时放假', offDay: true }))] };
}

async function countMoved(version: string): Promise<number> {
  const [row] = await owner.execute<{ count: number }>(sql`
    select count(distinct case_no)::int as count from ledger_events where step_key = ${`calendar/${version}`}`);
  return row?.count ?? 0;
}

it(
  'a roll-out whose worker is killed with -9 in the middle loses no case and doubles none',
  { timeout: 300_000 },
  async () => {
    const stage = { client, owner, clock: systemClock };
    for (let made = 0; made < caseCount; made += 10) {
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const driver = await CaseDriver.accept(stage);
          await driver.transmit();
        }),
      );
    }

    const version = await publishFile(api, withHolidays());
    const handle = await client.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version));
    await waitFor(async () => (await countMoved(version)) >= 10, {
      timeoutMs: 60_000,
      what: 'the first cases',
    });
    await worker.kill();
    expect(await countMoved(version)).toBeLessThan(caseCount);
    worker = startWorkerProcess(url, namespace);

    const counts = { total: caseCount, done: caseCount, moved: caseCount, earlier: 0, failed: [] };
    expect(await handle.result()).toEqual(counts);
    expect(await findRollout(api, version)).toMatchObject({ status: 'finished', ...counts });
    expect(await owner.$count(cases, sql`calendar_version = ${version}`)).toBe(caseCount);
    const entries = await owner.execute<{ case_no: string; revised: number; moved: number }>(sql`
    select case_no,
      (count(*) filter (where event ->> 'type' = 'calendar_revised'))::int as revised,
      (count(*) filter (where event ->> 'type' = 'clock_moved' and event ->> 'clockKey' = 'verification/1'))::int as moved
    from ledger_events group by case_no`);
    expect(entries).toHaveLength(caseCount);
    expect(entries.filter(({ revised, moved }) => revised !== 1 || moved !== 1)).toEqual([]);
  },
);
