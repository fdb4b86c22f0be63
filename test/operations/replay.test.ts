import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { taskQueues } from '../../workflows/contract.ts';
import { createDoor } from '../api/door.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { storeApplication } from '../house/stored-application.ts';
import { openBatchDesk } from './batch-desk.ts';
import { openOperationsHouse } from './operations-house.ts';

vi.setConfig({ testTimeout: 120_000 });
const bundleFolder = mkdtempSync(path.join(tmpdir(), 'tongban-bundles-'));
afterAll(() => {
  rmSync(bundleFolder, { recursive: true });
});
const incompatible = new URL('../replay/incompatible/index.ts', import.meta.url);
const bundle = await bundleWorkflows(incompatible, [incompatible.pathname]);
await writeFile(path.join(bundleFolder, 'incompatible.js'), bundle.code);
await writeFile(path.join(bundleFolder, 'no-code.js'), 'export {};');

const { house, door, url, temporal } = await openOperationsHouse({ bundleFolder });
const desk = openBatchDesk(door);

const replay = (caseNo: string, body: object = {}) =>
  door.call('administrator', 'POST', `/v1/operations/cases/${caseNo}/replay`, { body });

async function answeredCase(): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house);
  await driver.toAnswered();
  return driver;
}

// The first thing that the history has of the workflow's own is the acceptance of its first Update.
const divergence = {
  eventType: 'WorkflowExecutionUpdateAccepted',
  expected: 'WorkflowExecutionUpdateAccepted',
  actual: 'ScheduleActivityTask',
};

describe('a dry run of a case', () => {
  it('on the worker’s build is followed to its end, and changes nothing', async () => {
    const driver = await answeredCase();
    const before = await driver.events();
    const { historyLength } = await driver.handle.describe();
    const response = await replay(driver.caseNo);
    expect(response.json()).toMatchObject({ ok: true, events: historyLength, divergence: null });
    expect((await driver.handle.describe()).historyLength).toBe(historyLength);
    expect(await driver.events()).toEqual(before);
  });

  it('on a build that cannot follow it names the first divergence', async () => {
    const driver = await answeredCase();
    const { historyLength } = await driver.handle.describe();
    const answer = (await replay(driver.caseNo, { bundle: 'incompatible' })).json<{ build: string }>();
    expect(answer).toMatchObject({ ok: false, divergence });
    expect(answer.build).toMatch(/^incompatible\+[0-9a-f]{12}$/);
    expect((await driver.handle.describe()).historyLength).toBe(historyLength);
    await driver.finish();
  });

  it.each(['unknown', 'no-code'])('with a bundle that cannot be used is refused: %s', async (name) => {
    const driver = await answeredCase();
    const answer = (await replay(driver.caseNo, { bundle: name })).json<object>();
    expect(answer).toMatchObject({ status: 422, code: 'replay_bundle_unusable' });
  });

  it.each(['../incompatible', '.', 'a/b', ''])('does not look outside the folder: “%s”', async (name) => {
    const driver = await answeredCase();
    expect((await replay(driver.caseNo, { bundle: name })).json()).toMatchObject({
      code: 'validation_failed',
    });
  });

  it('of no case, or of one beyond the unit, is not found', async () => {
    const caseNo = await storeApplication(house.owner, 60_000);
    expect((await replay(caseNo)).json()).toMatchObject({ code: 'case_not_found' });
    const driver = await answeredCase();
    const address = `/v1/operations/cases/${driver.caseNo}/replay`;
    const outside = await door.call('furtherAdministrator', 'POST', address, { body: {} });
    expect(outside.json()).toMatchObject({ code: 'case_not_found' });
  });

  it('that no worker answers says so, and what to do', async () => {
    const driver = await answeredCase();
    const impatient = await createDoor(url, temporal.client, { replayTimeoutMs: 1 });
    const address = `/v1/operations/cases/${driver.caseNo}/replay`;
    const answer = await impatient.call('administrator', 'POST', address, { body: {} });
    await impatient.close();
    expect(answer.json()).toMatchObject({ status: 503, code: 'replay_unanswered' });
    expect(answer.json<{ detail?: string; title: string }>().title).toContain(taskQueues.operations);
  });
});

describe('a dry run of many', () => {
  it('is a report: what follows, what does not, what has no history', async () => {
    const drivers = [await answeredCase(), await answeredCase()];
    const lost = await answeredCase();
    await temporal.client.workflowService.deleteWorkflowExecution({
      namespace: temporal.namespace,
      workflowExecution: { workflowId: lost.handle.workflowId },
    });
    await vi.waitFor(() => expect(lost.handle.describe()).rejects.toThrow(), { timeout: 30_000 });
    const caseNos = [...drivers, lost].map(({ caseNo }) => caseNo).sort();
    const before = await Promise.all(drivers.map((driver) => driver.events()));

    const asked = { action: { kind: 'replay', bundle: 'incompatible' }, filter: { caseNos } };
    expect((await desk.preview(asked)).json()).toMatchObject({ count: 3, approval: 'none' });
    const { id } = await desk.request(asked);
    const ended = await desk.untilEnded(id);
    expect(ended).toMatchObject({ standing: 'finished', total: 3, waiting: 0, lastTakenAbout: null });
    expect(ended.results).toMatchObject([
      { standing: 'diverged', count: 2 },
      { standing: 'not_replayed', count: 1 },
    ]);
    const items = await desk.items(id, '?standing=diverged');
    expect(items.map(({ caseNo }) => caseNo)).toEqual(drivers.map(({ caseNo }) => caseNo).sort());
    for (const item of items) expect(item).toMatchObject({ divergence, remedyId: null });
    const report = await desk.report(id);
    expect(report.headers['content-type']).toContain('text/csv');
    expect(report.body).toContain('重放不一致');
    expect(report.body.trimEnd().split('\r\n')).toHaveLength(1 + 3);
    expect(await Promise.all(drivers.map((driver) => driver.events()))).toEqual(before);

    const sound = await desk.request({ action: { kind: 'replay' }, filter: {} });
    const { total, results } = await desk.untilEnded(sound.id);
    expect(results).toMatchObject([
      { standing: 'followed', count: total - 1 },
      { standing: 'not_replayed', count: 1 },
    ]);
  });
});
