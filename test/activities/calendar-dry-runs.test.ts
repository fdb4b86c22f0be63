import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createCalendarDryRunActivities } from '../../activities/calendar-dry-runs.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import { addDryRun, findDryRun } from '../../db/repositories/calendar-dry-runs.ts';
import { readPublishedCalendar } from '../../db/repositories/calendars.ts';
import { calendarVersions, cases } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import type { RevisionImpact } from '../../domain/calendar/revision-impact.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { readCalendarFile } from '../../platform/reference-data.ts';
import { calendarsBefore2020Revision, createCalendarDatabase, now } from '../calendars/calendar-database.ts';
import { insertOpenCases } from '../calendars/open-cases.ts';

const { owner, api, worker } = await createCalendarDatabase(calendarsBefore2020Revision());
const calendar = await readPublishedCalendar(owner);
const { dryRunCalendar } = createCalendarDryRunActivities({
  database: worker,
  units: createUnitDirectory(worker, { now: () => now }),
  calendars: createCalendarDirectory(worker),
  clock: { now: () => now },
  log: pino({ level: 'silent' }),
});
afterEach(() => owner.delete(cases));

async function dryRun(document: unknown): Promise<RevisionImpact | null | undefined> {
  const id = randomUUID();
  const request = { id, document, requestedBy: 'administrator', requestedAt: now, basedOn: 'unknown yet' };
  await addDryRun(api, request);
  await new MockActivityEnvironment().run(dryRunCalendar, id);
  const found = await findDryRun(api, id);
  expect(found).toMatchObject({ basedOn: calendar.version, finishedAt: now });
  return found?.impact;
}

describe('the dry run of a calendar', () => {
  it('shows which of 500 open cases the revision of 2020 moves, and leaves everything as it is', async () => {
    const onEve = { calendar, receivedAt: parseInstant('2020-01-22T10:00:00+08:00'), count: 480 };
    const [first] = await insertOpenCases(owner, onEve);
    // Due before the holiday began.
    const early = { calendar, receivedAt: parseInstant('2020-01-14T10:00:00+08:00'), count: 20 };
    await insertOpenCases(owner, early);
    const impact = await dryRun(readCalendarFile('CN-2020.json'));
    expect(impact).toMatchObject({ cases: 500, deadlines: 500, movedCases: 480 });
    expect(impact?.moves).toEqual([{ direction: 'later', days: 2, deadlines: 480, held: 0 }]);
    expect(impact?.moved).toHaveLength(480);
    expect(impact?.moved[0]).toEqual({
      caseNo: first,
      clockKey: 'verification/1',
      direction: 'later',
      days: 2,
      dueDate: '2020-02-04',
      calendarDueDate: '2020-02-06',
      standingDueDate: '2020-02-06',
    });
    expect(await owner.$count(cases, eq(cases.dueAt, parseInstant('2020-02-06T17:30:00+08:00')))).toBe(0);
    expect(await owner.$count(calendarVersions, eq(calendarVersions.createdBy, 'administrator'))).toBe(0);
  });

  it('counts no closed case and no stopped clock', async () => {
    const two = { calendar, receivedAt: parseInstant('2020-01-22T10:00:00+08:00'), count: 2 };
    const [closed, stopped] = await insertOpenCases(owner, two);
    await owner.execute(
      sql`update cases set status = 'closed', outcome = 'collected' where case_no = ${closed}`,
    );
    await owner.execute(sql`
      update cases set state = jsonb_set(state, '{clocks,verification/1,stoppedAt}', '"2020-01-23T10:00:00.000+08:00"')
      where case_no = ${stopped}`);
    const impact = await dryRun(readCalendarFile('CN-2020.json'));
    expect(impact).toMatchObject({ cases: 0, deadlines: 0, movedCases: 0 });
  });

  it('shows when what waits for a calendar would begin, by the policy of its side or what a rung demands', async () => {
    const [caseNo] = await insertOpenCases(owner, {
      calendar,
      receivedAt: parseInstant('2027-12-20T10:00:00+08:00'),
      count: 1,
    });
    const version = '440000000000/short' as PolicyVersion;
    const issue = { unit: 'working_days', count: 3 } as const;
    const document = { ...defaultPolicy, version, terms: { ...defaultPolicy.terms, issue } };
    const [province, at] = ['440000000000' as UnitCode, now];
    await enactPolicy(owner, { province, document, by: 'administrator', at });
    const startedAt = '2027-12-30T10:00:00.000+08:00';
    const waiting = {
      'issue/1': { clock: 'issue', startedAt, about: null, demand: null },
      'reply/3': {
        ...{ clock: 'reply', startedAt, about: 'issue/9/issue_overdue' },
        demand: { withinWorkingDays: 2, overdueTo: [] },
      },
    };
    const escalations = { 'issue/9/issue_overdue': { station: '440106990000' } };
    const policyVersions = { accepting: version, home: 'default' };
    const state = JSON.stringify({ clocks: {}, unstartedClocks: waiting, escalations, policyVersions });
    await owner.execute(sql`update cases set state = ${state}::jsonb where case_no = ${caseNo}`);

    const year2028 = { ...(readCalendarFile('CN-2027.json') as object), year: 2028 };
    const impact = await dryRun(JSON.parse(JSON.stringify(year2028).replaceAll('2027-', '2028-')));
    expect(impact).toMatchObject({ cases: 1, deadlines: 2, movedCases: 1 });
    expect(impact?.moves).toEqual([{ direction: 'begins', days: 0, deadlines: 2, held: 0 }]);
    expect(impact?.moved.map((move) => [move.clockKey, move.calendarDueDate])).toEqual([
      ['issue/1', '2028-01-04'],
      ['reply/3', '2028-01-03'],
    ]);
  });

  it('applies a region’s calendar to the cases of that region’s home stations only', async () => {
    const receivedAt = parseInstant('2025-03-25T10:00:00+08:00');
    await insertOpenCases(owner, { calendar, receivedAt, count: 3 });
    const overlay = readCalendarFile('overlay-450000-2025.json') as object;
    expect(await dryRun(overlay)).toMatchObject({ cases: 3, movedCases: 0 });
    const guizhou = await dryRun({ ...overlay, region: '520300', regionName: '遵义市' });
    expect(guizhou?.moves).toEqual([{ direction: 'later', days: 2, deadlines: 3, held: 0 }]);
  });

  it('goes over more open cases than it reads at once', async () => {
    const receivedAt = parseInstant('2020-01-14T08:00:00+08:00');
    await insertOpenCases(owner, { calendar, receivedAt, count: 2500, spreadMs: 320_000 });
    const impact = await dryRun(readCalendarFile('CN-2020.json'));
    expect(impact?.cases).toBe(2500);
    const moved = impact?.moves.reduce((sum, { deadlines }) => sum + deadlines, 0);
    expect(moved).toBe(impact?.movedCases);
    expect(moved).toBeGreaterThan(1000);
  });
});
