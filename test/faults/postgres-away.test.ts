import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chmodSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { systemClock } from '../../platform/clock.ts';
import { readCalendarFiles } from '../../platform/reference-data.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { openDoor } from '../api/door.ts';
import { CaseDriver, liaisonOfficer, newCommandId } from '../house/case-driver.ts';
import { createHouseTemplate } from '../house/house-template.ts';
import { openHouse } from '../house/house.ts';
import { mainRoad } from '../house/main-road.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-away-'));
chmodSync(dataDir, 0o711);
let postgres = await startEmbeddedPostgres({ dataDir, durability: 'ephemeral' });
afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true });
});
const { port } = postgres;
const url = await createHouseTemplate(postgres.url, { name: 'house', calendars: readCalendarFiles() });
const temporal = await connectOwnNamespace();
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());
const door = await openDoor(url, temporal.client);

it('Postgres stops in the middle of a case: callers are told, and when it is back everything happens once', async () => {
  const caseNo = (await door.submit()) as CaseNo;
  const driver = CaseDriver.of(house, caseNo);
  await driver.transmit();
  await driver.waitUntil('delivered', ({ clocks }) => 'verification/1' in clocks);

  await postgres.stop();
  // The act of somebody whom the API had let in: the worker tries to record it until Postgres is back.
  const receive = { type: 'receive', commandId: newCommandId(), by: liaisonOfficer } as const;
  const receiving = driver.send({ ...receive, n: null, receivedAt: null, pagesReceived: null });
  const read = () => door.call('window', 'GET', `/v1/cases/${caseNo}`);
  const report = () =>
    door.call('liaison', 'POST', `/v1/cases/${caseNo}/receive`, { key: 'receipt', body: {} });
  for (const response of [await read(), await report(), await read()]) {
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5']);
    expect(response.json()).toMatchObject({ code: 'service_unavailable' });
  }
  expect((await door.app.inject('/v1/ready')).json()).toMatchObject({ detail: 'Postgres 没有应答。' });

  postgres = await startEmbeddedPostgres({ dataDir, durability: 'ephemeral', port });
  await receiving;
  expect((await read()).statusCode).toBe(200);
  await driver.answer();
  await driver.finish();
  expect(await driver.certificateCount()).toBe(1);
  expect(await driver.course()).toEqual(mainRoad);
});
