import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { deadlineFor } from '../../domain/calendar/deadline.ts';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

const acceptingStation = '440106990000' as UnitCode;
const homeStation = '520302990000' as UnitCode;
const homeRegions = ['520302', '520300', '520000'].map(parseDivisionCode);

export interface OpenCases {
  readonly calendar: PublishedCalendar;
  /** When the dossier of the first reached its home station. */
  readonly receivedAt: Instant;
  readonly count: number;
  /** Milliseconds from one to the next. */
  readonly spreadMs?: number;
}

/** Puts open cases with a running verification clock into the projection, as they would stand after their delivery. */
export async function insertOpenCases(owner: Database, cases: OpenCases): Promise<CaseNo[]> {
  const { calendar, receivedAt, count, spreadMs = 0 } = cases;
  const rows = Array.from({ length: count }, (_, n) =>
    rowOf(calendar, addMs(receivedAt, n * spreadMs), n + 1),
  );
  for (let first = 0; first < rows.length; first += 1000) {
    await owner.execute(sql`
      insert into cases (case_no, seq, status, holder, accepting_station, home_station, taking_part,
        accepted_at, due_at, calendar_version, state)
      select r.case_no, 1, 'verifying', 'home_station', ${acceptingStation}, ${homeStation},
        array[${acceptingStation}::text, ${homeStation}],
        (r.deadline ->> 'startedAt')::timestamptz, (r.deadline ->> 'dueAt')::timestamptz, ${calendar.version}, r.state
      from jsonb_to_recordset(${JSON.stringify(rows.slice(first, first + 1000))}::jsonb)
        as r(case_no text, deadline jsonb, state jsonb)`);
  }
  return rows.map(({ case_no }) => case_no);
}

function rowOf(calendar: PublishedCalendar, startedAt: Instant, n: number) {
  const date = localDateOf(startedAt);
  const deadline = deadlineFor({
    startedAt,
    termWorkingDays: 5,
    calendar: excerptOf(calendar, { from: date, to: addDays(date, 60), regions: homeRegions }),
    timetable: defaultTimetable,
    dueAtEndOf: 'office_hours',
  });
  const clock = {
    key: 'verification/1',
    clock: 'verification',
    station: homeStation,
    deadline,
    ladder: [],
    fired: [],
    stoppedAt: null,
    calendarDueAt: deadline.dueAt,
  };
  // As many clocks as a case comes to have, so that its state weighs what a real one does.
  const stopped = (['transmission/1', 'receipt/1', 'reply/1', 'reply/2'] as const).map((key) => {
    return [key, { ...clock, key, clock: key.split('/')[0], stoppedAt: startedAt }] as const;
  });
  const state = {
    seq: 1,
    calendarVersion: calendar.version,
    policyVersions: { accepting: defaultPolicy.version, home: defaultPolicy.version },
    clocks: { ...Object.fromEntries(stopped), 'verification/1': clock },
  };
  return { case_no: formatCaseNo(acceptingStation, date, n), deadline, state };
}
