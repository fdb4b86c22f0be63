import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from '@temporalio/client';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { PlayedBy } from '../commands/play-case.ts';
import { playCase } from '../commands/play-case.ts';
import { createTongbanClient } from '../clients/typescript/client.ts';
import { sampleSubmission } from '../commands/sample-submission.ts';
import type { RunningHouse } from '../commands/house.ts';
import { openHouse } from '../commands/house.ts';
import { issuerOf } from '../commands/house-identity.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { describeMachine, median, treeCpuMs } from './machine.ts';
import type { MinimalInput } from './minimal/contract.ts';
import { minimalActivities, minimalQueues, stepsOfCase, stepUpdate } from './minimal/contract.ts';

/**
 * Full cases per second over HTTP on the embedded stack (ledger, notices, scopes, PDF and all) against workflows with
 * as many updates and activities that do nothing, on the same server in the same run, rounds in turn. The plain way to
 * write those activities is the first bound; the second makes local ones of the ledger's writes, as the product does.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    cases: { type: 'string', default: '40' },
    concurrency: { type: 'string', default: '8' },
  },
});
const rounds = Number(values.rounds);
const casesPerRound = Number(values.cases);
const concurrency = Number(values.concurrency);

interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
}

/** Plays so many cases with so many at a time. */
async function playRound(play: () => Promise<unknown>): Promise<Round> {
  const startedAtMs = performance.now();
  const cpuBeforeMs = treeCpuMs();
  let left = casesPerRound;
  const player = async () => {
    while (left > 0) {
      left -= 1;
      await play();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, player));
  const elapsedMs = performance.now() - startedAtMs;
  return {
    perSecond: (casesPerRound / elapsedMs) * 1000,
    cpuMs: (treeCpuMs() - cpuBeforeMs) / casesPerRound,
  };
}

async function peopleOf(house: RunningHouse): Promise<PlayedBy> {
  const { apiUrl } = house;
  const issuer = issuerOf(house);
  const sign = async (role: 'window_officer' | 'liaison_officer', unit: string) =>
    createTongbanClient({
      baseUrl: apiUrl,
      token: await issuer.sign({ officerId: role, roles: [role], unitCode: parseUnitCode(unit) }),
    });
  return {
    acceptingOfficer: await sign('window_officer', '440106990000'),
    liaisonOfficer: await sign('liaison_officer', '520302990000'),
  };
}

async function playMinimal(client: Client, notes: MinimalInput['notes']): Promise<void> {
  const workflowId = `minimal/${randomUUID()}`;
  await client.workflow.executeUpdateWithStart(stepUpdate, {
    startWorkflowOperation: new WithStartWorkflowOperation('minimalWorkflow', {
      workflowId,
      taskQueue: minimalQueues.cases,
      args: [{ steps: stepsOfCase, notes }],
      workflowIdConflictPolicy: 'FAIL',
    }),
  });
  const handle = client.workflow.getHandle(workflowId);
  for (let step = 2; step <= stepsOfCase; step += 1) await handle.executeUpdate(stepUpdate);
}

async function startMinimalWorkers({
  connection,
  client,
}: RunningHouse['temporal']): Promise<() => Promise<void>> {
  const common = { connection, namespace: client.options.namespace, activities: minimalActivities };
  const workflowsPath = new URL('minimal/workflow.ts', import.meta.url).pathname;
  const workers = [
    await Worker.create({ ...common, taskQueue: minimalQueues.cases, workflowsPath }),
    await Worker.create({ ...common, taskQueue: minimalQueues.documents }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  return async () => {
    for (const worker of workers) worker.shutdown();
    await running;
  };
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-bench-'));
const config = loadConfig();
const house = await openHouse({
  config: { ...config, dataDir, logLevel: 'error', api: { ...config.api, port: 0 } },
  progress: console.log,
  temporalUi: 'none',
  people: 'sample',
});
try {
  const stopMinimalWorkers = await startMinimalWorkers(house.temporal);
  const people = await peopleOf(house);
  const submission = await sampleSubmission();
  const { client } = house.temporal;
  const ways = {
    full: () => playCase(people, submission, () => undefined),
    ordinary: () => playMinimal(client, 'ordinary'),
    local: () => playMinimal(client, 'local'),
  } as const satisfies Record<string, () => Promise<unknown>>;
  const measured: Record<keyof typeof ways, Round[]> = { full: [], ordinary: [], local: [] };
  for (const play of Object.values(ways)) await playRound(play);
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.keys(ways) as (keyof typeof ways)[])
      measured[way].push(await playRound(ways[way]));
  }
  await stopMinimalWorkers();
  report(measured);
} finally {
  await house.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function report({ full, ordinary, local }: Record<'full' | 'ordinary' | 'local', Round[]>): void {
  const rounded = (number: number) => Math.round(number * 100) / 100;
  const rate = (all: readonly Round[]) => rounded(median(all.map(({ perSecond }) => perSecond)));
  const cpu = (all: readonly Round[]) => Math.round(median(all.map(({ cpuMs }) => cpuMs)));
  const line = (label: string, all: readonly Round[]) =>
    `  ${label.padEnd(52)} ${rate(all).toFixed(2).padStart(6)} per second, ${cpu(all)} ms of processor time each`;
  const machine = describeMachine();
  const ratioToMinimalWorkflow = rounded(rate(full) / rate(ordinary));
  const ratioToMinimalWithLocalActivities = rounded(rate(full) / rate(local));
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryMb} MB, Node ${machine.node}`);
  console.log(`median of ${rounds} rounds of ${casesPerRound} cases, ${concurrency} at a time`);
  console.log(line('full case over HTTP, with its certificate', full));
  console.log(line('minimal workflow: 7 updates, 11 activities', ordinary));
  console.log(line('the same with the 9 ledger writes as local activities', local));
  console.log(
    `full / minimal: ${ratioToMinimalWorkflow}; with local activities: ${ratioToMinimalWithLocalActivities}`,
  );
  if (values.json) {
    console.log(
      JSON.stringify({
        ratioToMinimalWorkflow,
        ratioToMinimalWithLocalActivities,
        casesPerSecond: rate(full),
        cpuMsPerCase: cpu(full),
        machine,
      }),
    );
  }
}
