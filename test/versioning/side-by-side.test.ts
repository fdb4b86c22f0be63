import { afterAll, expect, inject, it } from 'vitest';
import type { TaskQueue } from '../../workflows/contract.ts';
import { caseWorkflowName, taskQueues } from '../../workflows/contract.ts';
import { replayOpen } from '../../commands/replay/replay-open.ts';
import { systemClock } from '../../platform/clock.ts';
import {
  ensureCurrentVersion,
  findCurrentBuild,
  listVersions,
  movePinned,
  promote,
  runningOn,
} from '../../platform/temporal/deployment.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';

const deploymentName = 'tongban';
const temporal = await connectOwnNamespace();
const { client } = temporal;
const url = await createHouseDatabase();
const houses = new AsyncDisposableStack();
afterAll(() => houses.disposeAsync());
const open = async (buildId: string, ...only: readonly TaskQueue[]) => {
  const house = await openHouse(url, {
    ...{ temporal, clock: systemClock, version: { deploymentName, buildId } },
    ...(only.length === 0 ? {} : { queues: only }),
  });
  houses.defer(() => house.close());
  return house;
};
// Houses of tests serve no notices.
const queues = [taskQueues.cases];
const carried = `WorkflowType = '${caseWorkflowName}'`;

const buildOf = async ({ handle }: CaseDriver): Promise<string | undefined> => {
  const { raw } = await handle.describe();
  const info = raw.workflowExecutionInfo?.versioningInfo;
  return info?.versioningOverride?.pinned?.version?.buildId ?? info?.deploymentVersion?.buildId ?? undefined;
};
const standingOf = async (buildId: string) =>
  (await listVersions(client, deploymentName)).find((version) => version.buildId === buildId);

it('two builds side by side: what runs stays, what is new goes on, and the old one drains', async () => {
  // The first build of an empty house makes itself current: otherwise nothing would run, in silence.
  const blue = await open('blue');
  const version = (buildId: string) => ({ deploymentName, buildId });
  expect(await ensureCurrentVersion(client, version('blue'), { queues, carried })).toBe('made_current');
  const first = await CaseDriver.accept(blue);
  expect(await buildOf(first)).toBe('blue');

  // A build that nobody runs is not promoted; one that runs begins nothing before it is.
  await expect(promote(client, version('green'), queues)).rejects.toThrow(/green.*没有 worker/);
  const green = await open('green', taskQueues.cases);
  const polls = () =>
    promote(client, version('green'), queues).then(
      () => true,
      () => false,
    );
  expect(await ensureCurrentVersion(client, version('green'), { queues, carried })).toBe('was_there');
  expect(await findCurrentBuild(client, deploymentName)).toBe('blue');
  const second = await CaseDriver.accept(green);
  expect(await buildOf(second)).toBe('blue');
  await waitFor(polls, { timeoutMs: 60_000, what: 'the promotion of green' });
  expect(await findCurrentBuild(client, deploymentName)).toBe('green');

  const third = await CaseDriver.accept(green);
  expect(await buildOf(third)).toBe('green');
  await first.transmit();
  expect(await buildOf(first)).toBe('blue');
  const carriesTwo = async () => (await standingOf('blue'))?.pinned === 2;
  await waitFor(carriesTwo, { timeoutMs: 60_000, what: 'the list of what blue carries' });
  expect(await standingOf('blue')).toMatchObject({ status: 'draining' });

  // The old case ends where it began; a closed one that is opened again begins on the current build.
  await first.act('withdraw');
  await first.handle.result();
  expect(await buildOf(first)).toBe('blue');

  // The other is moved after a replay, and goes on although its build is gone.
  const followed = await replayOpen(
    client,
    { codePath: inject('workflowBundlePath') },
    runningOn(version('blue')),
    () => undefined,
  );
  expect(followed.refused).toEqual([]);
  expect(await movePinned(client, version('blue'), version('green'))).toBe(1);
  await blue.close();
  await second.transmit();
  expect(await buildOf(second)).toBe('green');

  const isDrained = async () => (await standingOf('blue'))?.status === 'drained';
  await waitFor(isDrained, { timeoutMs: 120_000, what: 'the drainage of blue' });
  expect(await standingOf('blue')).toMatchObject({ pinned: 0 });
  expect(await standingOf('green')).toMatchObject({ status: 'current', pinned: 2 });
}, 240_000);

it('a replay of what runs passes with its build, and names every case that an incompatible one would stop', async () => {
  const lines: string[] = [];
  const running = `ExecutionStatus = 'Running'`;
  const tell = (line: string) => lines.push(line);
  const good = await replayOpen(client, { codePath: inject('workflowBundlePath') }, running, tell);
  expect(good).toEqual({ replayed: 2, refused: [] });
  expect(lines.at(-1)).toContain('可以部署');

  const incompatible = new URL('../replay/incompatible/index.ts', import.meta.url);
  const bundle = await bundleWorkflows(incompatible, [incompatible.pathname]);
  const { refused } = await replayOpen(client, bundle, running, tell);
  const ids: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query: running })) ids.push(workflowId);
  expect(refused.map(({ workflowId }) => workflowId).sort()).toEqual(ids.sort());
  for (const { eventType, actual } of refused)
    expect([eventType, actual]).toEqual(['WorkflowExecutionUpdateAccepted', 'ScheduleActivityTask']);
  expect(lines.at(-1)).toContain('不要部署');
});
