import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { ensureCurrentVersion, promote } from '../../platform/temporal/deployment.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { caseWorkflowName, taskQueues } from '../../workflows/contract.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { mainRoad } from '../house/main-road.ts';

const namespace = 'short-histories';
const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-short-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

// A server that asks for a new run after few events: a real case would need years for the usual 4,096.
const server = await startEmbeddedTemporal({
  dataDir,
  cacheDir: inject('cacheDir'),
  namespace,
  progress: () => undefined,
  storage: 'memory',
  uiPort: 'none',
  dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': 20 },
});
afterAll(() => server.stop());

const { client, connection, close } = await connectTemporal({
  address: server.address,
  namespace,
  tls: 'off',
});
afterAll(close);
const url = await createHouseDatabase();
const temporal = { client, connection, namespace };

it('a long case goes on in new runs from its ledger, and repeats nothing', async () => {
  await using stage = new AsyncDisposableStack();
  const house = await openHouse(url, { temporal, clock: systemClock });
  stage.defer(() => house.close());
  const driver = await CaseDriver.accept(house);
  const { runId } = await driver.handle.describe();
  await driver.transmit();
  await driver.receive();
  await driver.answer();
  await driver.issue();
  await driver.act('notify');
  expect((await driver.handle.describe()).runId).not.toBe(runId);
  await driver.act('collect');

  expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  expect(await driver.certificateCount()).toBe(1);
  expect(await driver.course()).toEqual(mainRoad);
});

it('with pinned builds its new run begins on the current one', async () => {
  await using stage = new AsyncDisposableStack();
  const version = (buildId: string) => ({ deploymentName: 'tongban', buildId });
  const queues = [taskQueues.cases];
  const old = await openHouse(url, { temporal, clock: systemClock, version: version('old') });
  stage.defer(() => old.close());
  const carried = `WorkflowType = '${caseWorkflowName}'`;
  await ensureCurrentVersion(client, version('old'), { queues, carried });
  const driver = await CaseDriver.accept(old);
  const { runId } = await driver.handle.describe();
  const next = await openHouse(url, { temporal, clock: systemClock, version: version('next'), queues });
  stage.defer(() => next.close());
  const isPromoted = () =>
    promote(client, version('next'), queues).then(
      () => true,
      () => false,
    );
  await waitFor(isPromoted, { timeoutMs: 60_000, what: 'the promotion of the next build' });
  await driver.transmit();
  await driver.receive();
  await driver.answer();
  const description = await driver.handle.describe();
  expect(description.runId).not.toBe(runId);
  expect(description.raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId).toBe('next');
});
