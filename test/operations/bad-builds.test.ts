import { writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { systemClock } from '../../platform/clock.ts';
import { caseTakingUp, caseWorkflowId, caseWorkflowName, taskQueues } from '../../workflows/contract.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { storeApplication } from '../house/stored-application.ts';
import { longUnanswered } from '../house/long-unanswered.ts';
import { openOperationsHouse } from './operations-house.ts';

const { cases, documents, notices, operations } = taskQueues;
const { url, temporal, house, untilSeen, untilEnded, remedy } = await openOperationsHouse({
  queues: [documents, notices, operations],
});
vi.setConfig({ testTimeout: 300_000 });
const folder = mkdtempSync(path.join(tmpdir(), 'tongban-builds-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Has a build serve the cases for as long as something takes. */
async function during<T>(build: 'this' | URL, work: () => Promise<T>): Promise<T> {
  const options = { temporal, clock: systemClock, queues: [cases] };
  const worker: House = await openHouse(url, {
    ...options,
    ...(build === 'this' ? {} : { workflowBundlePath: await bundleOf(build) }),
  });
  try {
    return await work();
  } finally {
    await worker.close();
  }
}

async function bundleOf(source: URL): Promise<string> {
  const file = path.join(folder, `${path.basename(path.dirname(source.pathname))}.js`);
  await writeFile(file, (await bundleWorkflows(source, [source.pathname])).code);
  return file;
}

const incompatible = new URL('../replay/incompatible/index.ts', import.meta.url);
const slower = new URL('slower-build/index.ts', import.meta.url);
const deaf = new URL('deaf-build/index.ts', import.meta.url);

async function answeredCase(): Promise<CaseDriver> {
  return during('this', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    return driver;
  });
}

describe('a queue of which nobody takes work', () => {
  it('is an incident as soon as work waits there, and ends when a worker comes', async () => {
    const driver = await answeredCase();
    await driver.knock();
    const incident = await untilSeen('queue_without_pollers');
    expect(incident).toMatchObject({ queue: cases, caseNo: null });
    await during('this', async () => {
      await untilEnded('queue_without_pollers');
      await driver.finish();
    });
  });
});

describe('a build that running cases cannot follow', () => {
  it('is an incident with its cause; the case goes on by itself when the build is rolled back', async () => {
    const driver = await answeredCase();
    await during(incompatible, async () => {
      await driver.knock();
      const incident = await untilSeen('workflow_task_failing', caseWorkflowId(driver.caseNo));
      expect(incident).toMatchObject({ caseNo: driver.caseNo, reason: 'DeterminismViolationError' });
      expect(incident.message).toContain('TMPRL1100');
      expect(incident.build).not.toBeNull();
    });
    await during('this', async () => {
      await untilEnded('workflow_task_failing');
      await driver.finish();
    });
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('is followed by a case that is put back to its first task: nothing is written twice, and it ends', async () => {
    const driver = await answeredCase();
    const before = await driver.events();
    await during(slower, async () => {
      await driver.knock();
      await untilSeen('workflow_task_failing', caseWorkflowId(driver.caseNo));
      const choice = { remedy: 'reset', to: 'first_task' };
      expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
      await untilEnded('workflow_task_failing');
      await driver.finish();
    });
    expect((await driver.events()).slice(0, before.length)).toEqual(before);
    expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'collected' });
    expect(await driver.certificateCount()).toBe(1);
  });

  it('a reset that does not help is not said to have helped', async () => {
    const driver = await answeredCase();
    await during(incompatible, async () => {
      await driver.knock();
      await untilSeen('workflow_task_failing', caseWorkflowId(driver.caseNo));
      const choice = { remedy: 'reset', to: 'last_good_task' };
      expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'not_moved' });
    });
    await during('this', async () => {
      await untilEnded('workflow_task_failing');
      await driver.finish();
    });
  });
});

describe('a case that no build carries', () => {
  it('is ended all the same: its ledger is closed, and whoever comes later finds nothing to do', async () => {
    const driver = await answeredCase();
    await driver.knock();
    const choice = { remedy: 'terminate', cause: 'cannot_go_on' };
    expect(await remedy(choice, driver.caseNo)).toMatchObject({ standing: 'moved' });
    const before = await driver.events();
    await during('this', async () => {
      await driver.restart('from_ledger');
      expect(await driver.handle.result()).toBe('terminated');
    });
    expect(await driver.events()).toEqual(before);
  });
});

describe('a case whose alarm does not ring', () => {
  it('is overdue, and behind its ledger; put back to its first task under a sound build it fires what was due', async () => {
    const caseNo = await storeApplication(house.owner, 120_000);
    const { events, state } = longUnanswered();
    const units = createUnitDirectory(house.owner, systemClock);
    await createLedgerActivities({ database: house.owner, units }).record({ caseNo, events, next: state });
    await during(deaf, async () => {
      await temporal.client.workflow.start(caseWorkflowName, caseTakingUp(caseNo));
      const workflowId = caseWorkflowId(caseNo);
      expect(await untilSeen('timer_overdue', workflowId)).toMatchObject({ caseNo });
      expect(await untilSeen('state_disagreement', workflowId)).toMatchObject({ part: 'workflow_behind' });
    });
    const driver = CaseDriver.of(house, caseNo);
    await during('this', async () => {
      const choice = { remedy: 'reset', to: 'first_task' };
      expect(await remedy(choice, caseNo)).toMatchObject({ standing: 'moved' });
      await driver.waitUntil('R6', ({ escalations }) => 'verification/1/R6' in escalations);
      await untilEnded('timer_overdue');
      await untilEnded('state_disagreement');
      // The directory names nobody: that is the next incident, and ends with what was urged.
      expect(await untilSeen('rung_without_recipients')).toMatchObject({ caseNo });
      await driver.receive();
      await driver.answer();
      await untilEnded('rung_without_recipients');
    });
    const rungs = (await driver.eventsOf('rung_fired')).map(({ clockKey, rung }) => `${clockKey}/${rung}`);
    expect(new Set(rungs).size).toBe(rungs.length);
  });
});
