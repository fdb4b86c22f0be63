import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createLedgerGauges } from '../../activities/ledger-gauges.ts';
import { createIncidentActivities } from '../../activities/operations/incidents.ts';
import { readLedgerGauges } from '../../db/repositories/ledger-gauges.ts';
import { connectDatabase } from '../../db/database.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { gauge } from '../../platform/metrics/metrics.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { storeApplication } from '../house/stored-application.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const url = await createHouseDatabase();
const log = pino({ level: 'silent' });
const temporal = await connectOwnNamespace();
const renderer = { render: () => Promise.reject(new Error('no browser')) };
const house = await openHouse(url, { temporal, clock: systemClock, renderer });
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(async () => {
  await Promise.all([house.close(), worker.close()]);
});
const { detectIncidents } = createIncidentActivities({
  ...{ database: house.owner, client: temporal.client, clock: systemClock, log },
});
const later = (ms: number) => addMs(systemClock.now(), ms);
const day = 24 * 60 * 60_000;

describe('the gauges of the ledger', () => {
  it('tell what is open, overdue, failed and unstarted', async () => {
    const answered = await CaseDriver.accept(house);
    await answered.toAnswered();
    await answered.request('issue');
    const waiting = await CaseDriver.accept(house);
    await waiting.transmit();
    await waiting.receive();
    await storeApplication(house.owner, 0);

    await detectIncidents();
    const now = await readLedgerGauges(worker, systemClock.now());
    expect(now.cases.toSorted((one, other) => (one.status < other.status ? -1 : 1))).toEqual([
      { status: 'answered', count: 1, overdue: 0, oldest: expect.any(Number) as number },
      { status: 'verifying', count: 1, overdue: 0, oldest: expect.any(Number) as number },
    ]);
    expect(now.incidents).toContainEqual({ class: 'effect_retrying', count: 1 });
    expect(now.unstarted).toBe(0);

    const monthLater = await readLedgerGauges(worker, later(30 * day));
    const verifying = monthLater.cases.find(({ status }) => status === 'verifying');
    expect(verifying?.overdue).toBe(1);
    expect(verifying?.oldest).toBeGreaterThan((29 * day) / 1000);
    expect((await readLedgerGauges(worker, later(5 * 60_000))).unstarted).toBe(1);
  });

  it('are kept for some seconds, and left out when they cannot be read', async () => {
    let now: Instant = systemClock.now();
    const clock = { now: () => now };
    const refresh = createLedgerGauges({ database: worker, clock, log });
    const shownAges = async () =>
      (await gauge('tongban_oldest_unanswered_case_age_seconds').get()).values.map(({ value }) => value);
    await refresh();
    const [first] = await shownAges();
    now = addMs(now, 5000);
    await refresh();
    expect(await shownAges()).toEqual([first]);
    now = addMs(now, 10_000);
    await refresh();
    expect((await shownAges())[0]).toBeGreaterThan(first ?? Infinity);

    const away = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
    await away.close();
    await createLedgerGauges({ database: away, clock, log })();
    expect(await shownAges()).toEqual([]);
  });
});
