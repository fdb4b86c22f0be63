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
import { createApiCaller } from '../commands/api-caller.ts';
import { sampleSubmission } from '../commands/sample-submission.ts';
import type { RunningHouse } from '../commands/house.ts';
import { openHouse } from '../commands/house.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { describeMachine, median, treeCpuMs } from './machine.ts';
import { minimalActivities, stepsOfCase, stepUpdate } from './minimal/contract.ts';

/**
 * Full cases per second over HTTP on the embedded stack (ledger, notices, scopes, PDF and all) against a workflow
 * with as many updates and activities that do nothing, on the same server in the same run, rounds in turn.
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

async function peopleOf({ apiUrl, issuer }: RunningHouse): Promise<PlayedBy> {
  const sign = async (role: 'window_officer' | 'liaison_officer', unit: string) =>
    createApiCaller(
      apiUrl,
      await issuer.sign({ officerId: role, roles: [role], unitCode: parseUnitCode(unit) }),
    );
  return {
    acceptingOfficer: await sign('window_officer', '440106990000'),
    liaisonOfficer: await sign('liaison_officer', '520302990000'),
  };
}

async function playMinimal(client: Client): Promise<void> {
  const workflowId = `minimal/${randomUUID()}`;
  await client.workflow.executeUpdateWithStart(stepUpdate, {
    startWorkflowOperation: new WithStartWorkflowOperation('minimalWorkflow', {
      workflowId,
      taskQueue: 'minimal',
      args: [stepsOfCase],
      workflowIdConflictPolicy: 'FAIL',
    }),
  });
  const handle = client.workflow.getHandle(workflowId);
  for (let step = 2; step <= stepsOfCase; step += 1) await handle.executeUpdate(stepUpdate);
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-bench-'));
const config = loadConfig();
const house = await openHouse({
  config: { ...config, dataDir, logLevel: 'error', api: { ...config.api, port: 0 } },
  progress: console.log,
  temporalUi: 'none',
});
try {
  const { connection, client } = house.temporal;
  const worker = await Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue: 'minimal',
    workflowsPath: new URL('minimal/workflow.ts', import.meta.url).pathname,
    activities: minimalActivities,
  });
  const running = worker.run();
  const people = await peopleOf(house);
  const playFull = async () => playCase(people, await sampleSubmission(), () => undefined);

  const full: Round[] = [];
  const minimal: Round[] = [];
  await playRound(playFull);
  await playRound(() => playMinimal(client));
  for (let round = 0; round < rounds; round += 1) {
    full.push(await playRound(playFull));
    minimal.push(await playRound(() => playMinimal(client)));
  }
  worker.shutdown();
  await running;
  report(full, minimal);
} finally {
  await house.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function report(full: readonly Round[], minimal: readonly Round[]): void {
  const rounded = (number: number) => Math.round(number * 100) / 100;
  const rate = (all: readonly Round[]) => rounded(median(all.map(({ perSecond }) => perSecond)));
  const cpu = (all: readonly Round[]) => Math.round(median(all.map(({ cpuMs }) => cpuMs)));
  const machine = describeMachine();
  const ratioToMinimalWorkflow = rounded(rate(full) / rate(minimal));
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryMb} MB, Node ${machine.node}`);
  console.log(`median of ${rounds} rounds of ${casesPerRound} cases, ${concurrency} at a time`);
  console.log(`  full case over HTTP  ${rate(full)} per second, ${cpu(full)} ms of processor time each`);
  console.log(
    `  minimal workflow     ${rate(minimal)} per second, ${cpu(minimal)} ms of processor time each`,
  );
  console.log(`full / minimal: ${ratioToMinimalWorkflow}`);
  if (values.json) {
    console.log(
      JSON.stringify({
        ratioToMinimalWorkflow,
        casesPerSecond: rate(full),
        cpuMsPerCase: cpu(full),
        machine,
      }),
    );
  }
}
