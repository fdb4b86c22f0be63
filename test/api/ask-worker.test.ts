import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../api/ask-worker.ts';
import { askWorker } from '../../api/ask-worker.ts';
import { Problem } from '../../api/problems.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { taskQueues } from '../../workflows/contract.ts';
import '../house/quiet-temporal.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';

const { client, connection, namespace } = await connectOwnNamespace();
const patient = { temporal: client, commandTimeoutMs: 30_000 };
const impatient = { temporal: client, commandTimeoutMs: 300 };
let stop: () => Promise<void>;

beforeAll(async () => {
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: taskQueues.cases,
    workflowBundle: await bundleWorkflows(new URL('./asked-workflows.ts', import.meta.url)),
  });
  const ended = worker.run();
  stop = async () => {
    worker.shutdown();
    await ended;
  };
});
afterAll(() => stop());

function question(workflowType: string, change: Partial<Question> = {}): Question {
  return { workflowType, workflowId: `asked/${randomUUID()}`, args: [], ...change };
}

async function runsOf({ workflowId }: Question): Promise<number> {
  const { count } = await client.workflow.count(`WorkflowId = '${workflowId}'`);
  return count;
}

async function problemOf(asking: Promise<unknown>): Promise<Problem> {
  const error = await asking.catch((reason: unknown) => reason);
  if (error instanceof Problem) return error;
  throw new Error('a problem was expected');
}

describe('askWorker', () => {
  it('is done when the work is, and does it once however often it is asked', async () => {
    const asked = question('answerAtOnce');
    expect(await askWorker(patient, asked)).toBe('done');
    expect(await askWorker(patient, asked)).toBe('done');
    await waitFor(async () => (await runsOf(asked)) === 1, {
      timeoutMs: 30_000,
      what: 'one run to be listed',
    });
  });

  it('does it anew each time when the question says so', async () => {
    const asked = question('answerAtOnce', { repeat: 'always' });
    await askWorker(patient, asked);
    await askWorker(patient, asked);
    await waitFor(async () => (await runsOf(asked)) === 2, {
      timeoutMs: 30_000,
      what: 'two runs to be listed',
    });
  });

  it('says later when it is not finished in time, and whoever asks next meets the same run', async () => {
    const asked = question('answerWhenTold', { repeat: 'always' });
    expect(await askWorker(impatient, asked)).toBe('later');
    const waiting = askWorker(patient, asked);
    const handle = client.workflow.getHandle(asked.workflowId);
    const { runId } = await handle.describe();
    await handle.signal('finish');
    expect(await waiting).toBe('done');
    expect((await handle.describe()).runId).toBe(runId);
  });

  it('takes the question down while no worker is there', async () => {
    const asked = question('answerAtOnce', { taskQueue: taskQueues.documents });
    expect(await askWorker(impatient, asked)).toBe('later');
    const { status } = await client.workflow.getHandle(asked.workflowId).describe();
    expect(status.name).toBe('RUNNING');
  });

  it('tells a classified failure as the problem it is, and tries again when asked again', async () => {
    const asked = question('failAs', { args: ['unprintable_text', '文书中有不能打印的字符：U+E123'] });
    const problem = await problemOf(askWorker(patient, asked));
    expect([problem.code, problem.status, problem.details.detail]).toEqual([
      'unprintable_text',
      422,
      '文书中有不能打印的字符：U+E123',
    ]);
    expect(await askWorker(patient, { ...asked, workflowType: 'answerAtOnce' })).toBe('done');
  });

  it('says nothing of a failure that nobody classified', async () => {
    const problem = await problemOf(askWorker(patient, question('failAs', { args: ['', '李样例'] })));
    expect([problem.code, problem.details.detail]).toEqual(['service_unavailable', undefined]);
  });
});
