import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import { anotherApplication, openDoor } from '../api/door.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { sweep } from '../house/sweep.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-away-'));
const namespace = 'away';
const start = (port?: number) =>
  startEmbeddedTemporal({
    ...{ dataDir, cacheDir: inject('cacheDir'), namespace, progress: () => undefined, uiPort: 'none' },
    ...(port === undefined ? {} : { port }),
  });
let server = await start();
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});
const url = await createHouseDatabase();
const { address } = server;
const temporal = await connectTemporal({ address, namespace, tls: 'off' });
const { client } = temporal;
afterAll(() => temporal.close());
// For the sweep every application is old enough.
const clock = { now: () => addMs(systemClock.now(), 120_000) };
const house = await openHouse(url, { temporal: { ...temporal, namespace }, clock });
afterAll(() => house.close());
const door = await openDoor(url, client);
// On the connection that it shares with the worker, as in `npm start`.
const impatient = await openDoor(url, client, { commandTimeoutMs: 500 });

it('Temporal stops: acts are 503 in time, applications are kept, and when it is back everything happens once', async () => {
  const caseNo = (await door.submit()) as CaseNo;
  await server.stop();

  // Unbound calls on this connection go on trying for ten seconds; callers are not kept waiting that long.
  let hasGivenUp = false;
  client.workflow
    .getHandle(caseWorkflowId(caseNo))
    .describe()
    .catch(() => {
      hasGivenUp = true;
    });
  const withdraw = () =>
    impatient.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, {
      key: 'withdrawal',
      body: { statement: '改回原籍办理' },
    });
  const refused = await withdraw();
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  expect(refused.json()).toMatchObject({ code: 'service_unavailable' });
  expect(hasGivenUp).toBe(false);
  const kept = await impatient.call('window', 'POST', '/v1/cases', { body: anotherApplication() });
  expect(kept.statusCode).toBe(202);
  const ready = await impatient.app.inject('/v1/ready');
  expect(ready.json()).toMatchObject({ status: 503, detail: 'Temporal 没有应答。' });
  expect((await impatient.call('window', 'GET', `/v1/cases/${caseNo}`)).statusCode).toBe(200);

  server = await start(Number(new URL(`http://${address}`).port));
  await sweep(client);
  await door.until(kept.json<{ caseNo: string }>().caseNo, ({ status }) => status === 'accepted');
  const again = await door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, {
    key: 'withdrawal',
    body: { statement: '改回原籍办理' },
  });
  expect(again.statusCode).toBe(200);
  const course = await CaseDriver.of(house, caseNo).course();
  expect(course).toEqual(['case_accepted', 'case_withdrawn']);
});
