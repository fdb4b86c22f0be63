import { Worker } from '@temporalio/worker';
import pino from 'pino';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { PopulationRegister, RegisterFault } from '../../activities/population-register/port.ts';
import { RegisterError } from '../../activities/population-register/port.ts';
import { createSampleRegister } from '../../activities/population-register/sample-register.ts';
import { createRegisterQueryActivities } from '../../activities/register-queries.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { getRegisterQuery } from '../../db/repositories/register-queries.ts';
import type { RegisterOutcome } from '../../domain/register/query.ts';
import type { RegisterReference } from '../../domain/register/reference.ts';
import { systemClock } from '../../platform/clock.ts';
import { registerQueryWorkflowId, registerQueryWorkflowName, taskQueues } from '../../workflows/contract.ts';
import '../house/quiet-temporal.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { textsOf } from '../replay/history-texts.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { officersReason, recordQueryOf, sample } from './recorded-query.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const { url } = await createTestDatabase({ migrate: migrateDatabase });
const { client, connection, namespace } = await connectOwnNamespace();
const owner = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing: testKeyRing });
const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), database.close()]));

/** A worker with this register, until it is stopped or the test is finished. */
async function startWorker(register: PopulationRegister): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: taskQueues.cases,
    workflowBundle: await bundleWorkflows(new URL('../../workflows/register-query.ts', import.meta.url)),
    activities: createRegisterQueryActivities({
      database,
      register,
      clock: systemClock,
      log: pino({ level: 'silent' }),
    }),
  });
  const ended = worker.run();
  const stop = async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await ended;
  };
  onTestFinished(stop);
  return stop;
}

/** Runs the query's workflow; its result is the outcome that Postgres then has. */
async function run(reference: RegisterReference): Promise<RegisterOutcome> {
  const workflowId = registerQueryWorkflowId(reference);
  const options = { workflowId, taskQueue: taskQueues.cases, args: [reference] };
  const outcome = (await client.workflow.execute(registerQueryWorkflowName, options)) as RegisterOutcome;
  expect((await getRegisterQuery(owner, reference)).outcome).toBe(outcome);
  return outcome;
}

/** A register that does in turn what it is told, the last of it for good. */
function registerOf(...turns: readonly PopulationRegister['find'][]) {
  let tries = 0;
  const find: PopulationRegister['find'] = (question, signal) => {
    const turn = turns[Math.min(tries, turns.length - 1)] ?? turns[0];
    tries += 1;
    if (turn === undefined) throw new Error('a register needs a turn');
    return turn(question, signal);
  };
  return { find, tries: () => tries };
}

const failing = (fault: RegisterFault) => () => Promise.reject(new RegisterError(fault, 'status 500'));
const sampleRegister = createSampleRegister();
const findSample: PopulationRegister['find'] = (...asked) => sampleRegister.find(...asked);

describe('a query of the register', () => {
  it('keeps what was found, for whom it was asked, and how long it took', async () => {
    const query = await recordQueryOf(owner);
    const register = registerOf((question, signal) => {
      expect(question).toEqual({
        reference: query.reference,
        name: '李样例',
        idNumber: '520302199003074219',
        purpose: 'verification',
        askedBy: { officerId: 'officer-2', unitCode: '520302990000' },
      });
      return findSample(question, signal);
    });
    await startWorker(register);
    expect(await run(query.reference)).toBe('found');
    const { entry, durationMs, answeredAt, ...asked } = await getRegisterQuery(owner, query.reference);
    expect(entry).toMatchObject({ name: '李样例', formerNames: ['李例'] });
    expect(durationMs).not.toBeNull();
    expect(answeredAt).not.toBeNull();
    expect(asked).toEqual({
      ...query,
      outcome: 'found',
      entry: undefined,
      durationMs: undefined,
      answeredAt: undefined,
    });
  });

  it('keeps that there is nobody', async () => {
    await startWorker({ find: findSample });
    const { reference } = await recordQueryOf(owner, { name: '无此例', idNumber: '11010519491231002X' });
    expect(await run(reference)).toBe('not_found');
  });

  it('leaves no personal data in the workflow’s history', async () => {
    await startWorker({ find: findSample });
    const { reference } = await recordQueryOf(owner);
    await run(reference);
    const history = await client.workflow.getHandle(registerQueryWorkflowId(reference)).fetchHistory();
    const text = textsOf(history).join('\n');
    const { name, idNumber } = sample.applicant;
    const words = [name, idNumber, '李例', '桃溪', '汉族', '1990', officersReason];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    // The scan reads payloads.
    expect(text).toContain(reference);
  });
});

describe('a register that is slow, down or wrong', () => {
  it('is asked three times, then the outcome says that it could not be', async () => {
    const register = registerOf(failing('unavailable'));
    await startWorker(register);
    const { reference } = await recordQueryOf(owner);
    expect(await run(reference)).toBe('unavailable');
    expect(register.tries()).toBe(3);
    expect(await getRegisterQuery(owner, reference)).toMatchObject({ entry: null, durationMs: null });
  });

  it('may answer the third time', async () => {
    await startWorker(registerOf(failing('unavailable'), failing('unavailable'), findSample));
    const { reference } = await recordQueryOf(owner);
    expect(await run(reference)).toBe('found');
  });

  it('is given up when it does not answer in time, and a late answer changes nothing', async () => {
    const answers: (() => void)[] = [];
    const stop = await startWorker({
      find: (question, signal) =>
        new Promise((resolve) => {
          answers.push(() => {
            resolve(findSample(question, signal));
          });
        }),
    });
    const { reference } = await recordQueryOf(owner);
    expect(await run(reference)).toBe('unavailable');
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) answer();
    // A worker stops when its activities have ended.
    await stop();
    expect(await getRegisterQuery(owner, reference)).toMatchObject({ outcome: 'unavailable', entry: null });
  });

  it.each([
    ['malformed', 'malformed'],
    ['not_configured', 'unavailable'],
  ] as const)('is not asked again when it is %s', async (fault, outcome) => {
    const register = registerOf(failing(fault));
    await startWorker(register);
    const { reference } = await recordQueryOf(owner);
    expect(await run(reference)).toBe(outcome);
    expect(register.tries()).toBe(1);
  });

  it('is given up also when the fault is ours, and nothing of it is told', async () => {
    await startWorker(registerOf(() => Promise.reject(new TypeError('李样例 520302199003074219'))));
    const { reference } = await recordQueryOf(owner);
    expect(await run(reference)).toBe('unavailable');
    const history = await client.workflow.getHandle(registerQueryWorkflowId(reference)).fetchHistory();
    expect(textsOf(history).join('\n')).not.toContain('李样例');
  });
});
