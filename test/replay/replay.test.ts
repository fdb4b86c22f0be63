import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import '../house/quiet-temporal.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { courses } from './courses.ts';
import { readHistories, textsOf } from './histories.ts';

const histories = readHistories();

describe('recorded histories', () => {
  it('are there for every course', () => {
    expect(histories.map(({ name }) => name).sort()).toEqual(Object.keys(courses).sort());
  });

  it.each(histories)('$name replays on this build', async ({ history }) => {
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundlePath') } }, history);
  });

  it.each(histories)('$name is refused by an incompatible build', async ({ history }) => {
    const workflowBundle = await bundleWorkflows(new URL('incompatible/index.ts', import.meta.url));
    await expect(Worker.runReplayHistory({ workflowBundle }, history)).rejects.toThrow(
      DeterminismViolationError,
    );
  });

  // Two copies of protobufjs in the tree make this throw, and with it every replay from JSON.
  it('can be read from JSON at all', () => {
    expect(historyFromJSON({ events: [] }).events).toEqual([]);
  });
});

describe('personal data', () => {
  const personal = [
    sampleApplication.applicant.name,
    sampleApplication.applicant.idNumber,
    sampleApplication.applicant.telephone,
    sampleApplication.applicant.residenceAddress,
    '曾用名',
    '出生日期',
    '入职',
  ];

  it.each(histories)('$name holds none of the applicant', ({ history }) => {
    const text = textsOf(history).join('\n');
    expect(personal.filter((value) => text.includes(value))).toEqual([]);
  });

  it.each(histories)('$name would show it: the scan reads payloads', ({ history }) => {
    const text = textsOf(history).join('\n');
    expect(text).toContain('officer-1');
    expect(text).toContain('acceptingStation');
  });
});
