import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { readPublishedCalendar } from '../../db/repositories/calendars.ts';
import { ledgerEvents } from '../../db/schema/index.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { readCalendarFile } from '../../platform/reference-data.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import {
  calendarsBefore2020Revision,
  createCalendarDatabase,
  publishFile,
} from '../calendars/calendar-database.ts';
import { insertOpenCases } from '../calendars/open-cases.ts';
import { startCases, startRolloutWorker } from '../calendars/roll-out-stage.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const databases = await createCalendarDatabase(calendarsBefore2020Revision());
const { owner, api } = databases;
const temporal = await connectOwnNamespace();

it('a roll-out whose worker stops in the middle goes on with another, loses no case and doubles none', async () => {
  const calendar = await readPublishedCalendar(owner);
  const receivedAt = parseInstant('2020-01-22T10:00:00+08:00');
  const caseNos = await insertOpenCases(owner, { calendar, receivedAt, count: 120 });
  const version = await publishFile(api, readCalendarFile('CN-2020.json'));

  let taken = 0;
  const first = await startRolloutWorker(temporal, databases, () => {
    taken += 1;
    if (taken === 50) first.shutdown();
    return Promise.resolve();
  });
  const running = first.run();
  await startCases(temporal, caseNos);
  const handle = await temporal.client.workflow.start(
    calendarRolloutWorkflowName,
    calendarRolloutStart(version),
  );
  await running;
  expect(await findRollout(api, version)).toMatchObject({ status: 'running', total: 120 });

  const second = await startRolloutWorker(temporal, databases);
  await second.runUntil(async () => {
    expect(await handle.result()).toEqual({ total: 120, done: 120, moved: 120, earlier: 0, failed: [] });
  });
  expect(await owner.$count(ledgerEvents)).toBe(120);
  const twice = await owner.execute(
    sql`select case_no from ledger_events group by case_no having count(*) > 1`,
  );
  expect(twice).toHaveLength(0);
});
