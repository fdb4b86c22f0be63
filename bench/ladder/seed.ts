import type { Database } from '../../db/database.ts';
import { seedCalendars } from '../../db/repositories/calendar-publications.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf, parsePlainDate, weekdayOf, yearOf } from '../../domain/time/plain-date.ts';
import { systemClock } from '../../platform/clock.ts';
import { benchNoticePolicy } from './notice-policy.ts';
import { benchPersons, benchUnits, homeProvince, timetableFrom } from './units.ts';

/** Units, a calendar on which every day is worked, and the policy of the home province. */
export async function seedUnits(database: Database, startsAt: Instant): Promise<void> {
  const now = systemClock.now();
  const today = localDateOf(startsAt);
  const years = [yearOf(addDays(today, -60)), yearOf(today), yearOf(addDays(today, 300))];
  const files = [...new Set(years)].map((year) => ({
    year,
    status: 'official',
    source: 'https://example.org/bench',
    publishedOn: `${year - 1}-11-01`,
    days: weekendsOf(year).map((date) => ({ date, name: '演练', offDay: false })),
  }));
  await saveUnits(database, benchUnits);
  await seedCalendars(database, now, files);
  await enactDay5(database, startsAt, 'bench');
}

/** A policy of the home province whose only rung is that of day 5, which begins at the minute of an instant. */
export async function enactDay5(database: Database, startsAt: Instant, version: string): Promise<void> {
  const day5 = defaultPolicy.ladders.verification.filter(({ rung }) => rung === 'R3');
  await enactPolicy(database, {
    province: homeProvince,
    document: {
      ...defaultPolicy,
      version: version as PolicyVersion,
      timetables: { ordinary: timetableFrom(startsAt), regions: {} },
      ladders: { ...defaultPolicy.ladders, verification: day5, receipt: [] },
      notices: benchNoticePolicy,
    },
    by: 'bench',
    at: systemClock.now(),
  });
}

/** The people of the home stations. */
export async function seedPersons(database: Database): Promise<void> {
  const at = systemClock.now();
  await savePersons(database, benchPersons(addDays(localDateOf(at), -1)), { by: 'bench', at });
}

function weekendsOf(year: number): PlainDate[] {
  const first = parsePlainDate(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, day) => addDays(first, day)).filter(
    (date) => weekdayOf(date) % 6 === 0 && yearOf(date) === year,
  );
}
