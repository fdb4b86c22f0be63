import { afterAll, describe, expect, it } from 'vitest';
import { createCaseFactsActivities } from '../../activities/case-facts.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import { connectDatabase } from '../../db/database.ts';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { acceptingStation, homeStation } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { systemClock } from '../../platform/clock.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), database.close()]));

const facts = createCaseFactsActivities({
  database,
  units: createUnitDirectory(database, systemClock),
  calendars: createCalendarDirectory(database),
});
const version = '520000000000/new' as PolicyVersion;
await enactPolicy(owner, {
  province: parseUnitCode('520000000000'),
  document: { ...defaultPolicy, version },
  by: 'test',
  at: parseInstant('2026-11-01T09:00:00+08:00'),
});

const question = {
  acceptingStation,
  homeStation: parseUnitCode('520302980000'),
  acceptingPolicy: defaultPolicy.version,
  homePolicy: defaultPolicy.version,
  asOf: parsePlainDate('2026-11-03'),
  since: parsePlainDate('2026-10-01'),
};

describe('the policy of a case that goes to another station', () => {
  it('stays what it was within the province: it changes by a migration on purpose, not by a reroute', async () => {
    const { home } = await facts.readFacts({ ...question, keptFor: homeStation });
    expect(home.policyVersion).toBe(defaultPolicy.version);
  });

  it('is the one in force in another province', async () => {
    const { home } = await facts.readFacts({ ...question, keptFor: parseUnitCode('650102990000') });
    expect(home.policyVersion).toBe(version);
  });
});
