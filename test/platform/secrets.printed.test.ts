import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { systemClock } from '../../platform/clock.ts';
import { dispatchNoticesWorkflowName, sweepWorkflowName, taskQueues } from '../../workflows/contract.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { addPerson, tell } from '../notices/outbox.ts';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import { companions, markOf, plantedSecrets, secretNames, tracesOf } from './secret-settings.ts';
import { quickly } from '../services/quickly.ts';

const root = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'tongban-secrets-'));
const url = await createHouseDatabase();
const owner = connectOwner(url);
const { client, namespace } = await connectOwnNamespace();
afterAll(async () => {
  await owner.close();
  rmSync(folder, { recursive: true });
});

const wrong = await plantedSecrets(url);
const right = { ...wrong, TONGBAN_POSTGRES_URL: url };
const anchors = path.join(folder, 'anchors.json');
writeFileSync(anchors, '{"items":[]}');
const table = path.join(folder, 'units.csv');
writeFileSync(table, '\n');

/** How each program of package.json that takes settings is asked to do its work; for others, why none is asked. */
const programs = {
  'commands/migrate.ts': [],
  'commands/directory-import.ts': [table],
  'commands/audit-verify.ts': [],
  'commands/audit-prune.ts': ['--anchors', anchors],
  'commands/keys-rotate.ts': [],
  'commands/keys-status.ts': [],
  'commands/reconcile.ts': [],
  'commands/start.ts': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const others = {
  'commands/keys-create.ts': 'asks no database; its ring is asked for below',
  'commands/simulate.ts': 'has services of its own',
  'commands/demo.ts': 'opens the same house as start.ts',
  'commands/contract.ts': 'opens the same house as start.ts',
  'commands/fuzz.ts': 'starts the tests',
  'commands/replay-open.ts': 'asks Temporal alone, whose key the tests’ server does not take',
  'commands/deployment-show.ts': 'likewise',
  'commands/deployment-promote.ts': 'likewise',
  'commands/deployment-move.ts': 'likewise',
  'commands/openapi.ts': 'takes none',
  'commands/workflow-bundle.ts': 'takes none',
  'commands/write-authority.ts': 'takes none',
  'commands/check-migrations.ts': 'takes none',
  'commands/dependencies.ts': 'takes none',
  'commands/vectors.ts': 'takes none',
} as const;

const withRing = [
  ...(['commands/keys-rotate.ts', 'commands/keys-status.ts'] as const),
  ...(['activities/worker.ts', 'api/server.ts'] as const),
] as const;

type Settings = Readonly<Record<string, string>>;
type Place = 'environment' | 'files';

function placed(secrets: Settings, place: Place): Settings {
  if (place === 'environment') return secrets;
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => {
      const file = path.join(folder, name);
      writeFileSync(file, value);
      return [`${name}_FILE`, file];
    }),
  );
}

const without = (secrets: Settings, ...names: readonly string[]): Settings =>
  Object.fromEntries(Object.entries(secrets).filter(([name]) => !names.includes(name)));

function start(program: string, options: readonly string[], settings: Settings) {
  const child = spawn(process.execPath, [...quickly, path.join(root, program), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      NODE_DEBUG: 'tongban',
      TONGBAN_DATA_DIR: folder,
      TONGBAN_CACHE_DIR: inject('cacheDir'),
      TONGBAN_KEY_RING_FILE: writeTestKeyRing(folder),
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_AUDIT_RETENTION_DAYS: '200',
      TONGBAN_WORKFLOW_BUNDLE: inject('workflowBundlePath'),
      TONGBAN_LOG_LEVEL: 'trace',
      ...companions,
      ...settings,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const until = (words: string | RegExp) =>
    waitFor(() => output.search(words) >= 0, { timeoutMs: 60_000, what: `${program}: ${String(words)}` });
  return { child, ended, until, output: () => output };
}

/** The secrets that can be seen in what was written. */
const seenIn = (output: string, secrets: Settings) =>
  Object.keys(secrets).filter((name) =>
    tracesOf(secrets[name] ?? '').some((trace) => output.includes(trace)),
  );

// The provider takes the one or the other; a key for Temporal turns TLS on, which the tests' Temporal does not speak.
const exclusive = ['TONGBAN_OIDC_CLIENT_SECRET', 'TONGBAN_TEMPORAL_API_KEY'];
const wrongPassword = /28P01|password authentication failed|用户名或密码/;

describe('no secret is printed', { timeout: 120_000 }, () => {
  it('by any program: each of package.json is asked below, or named with a reason', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const named = Object.values(scripts).flatMap((script) => /^node (commands\/\S+)/.exec(script)?.[1] ?? []);
    expect([...new Set(named)].toSorted()).toEqual(
      [...Object.keys(programs), ...Object.keys(others)].toSorted(),
    );
  });

  it('and every secret leaves a trace that can be looked for', () => {
    expect(secretNames.filter((name) => tracesOf(wrong[name] ?? '').length === 0)).toEqual([]);
    expect(seenIn(`postgres://x:${markOf('TONGBAN_POSTGRES_URL')}@y`, wrong)).toEqual([
      'TONGBAN_POSTGRES_URL',
    ]);
  });

  it.each(Object.entries(programs))('by %s, whose password Postgres refuses', async (program, options) => {
    const secrets = without(wrong, ...exclusive);
    const { ended, output } = start(program, options, placed(secrets, 'files'));
    expect(await ended).toEqual([1, null]);
    expect(output()).toMatch(wrongPassword);
    expect(seenIn(output(), secrets)).toEqual([]);
  });

  it.each(withRing)('by %s, whose key ring is malformed', async (program) => {
    const file = path.join(folder, 'malformed.json');
    const key = markOf('KEY_RING');
    writeFileSync(file, `{"encryption":{"primary":"00000001","keys":[{"id":"00000001","key":${key}}]}}`);
    const secrets = without(wrong, ...exclusive);
    const ring = { TONGBAN_KEY_RING_FILE: file };
    const { ended, output } = start(program, [], { ...placed(secrets, 'environment'), ...ring });
    expect(await ended).toEqual([1, null]);
    expect(output()).toContain('密钥环文件');
    expect(output()).not.toContain(key);
    expect(seenIn(output(), secrets)).toEqual([]);
  });

  it('by a worker and an API with a key that Temporal does not take', async () => {
    const secrets = without(right, 'TONGBAN_OIDC_CLIENT_KEY');
    const settings = placed(secrets, 'environment');
    // Side by side: both wait for Temporal for a while.
    const both = ['activities/worker.ts', 'api/server.ts'].map((program) => start(program, [], settings));
    for (const { ended, output } of both) {
      expect(await ended).toEqual([1, null]);
      expect(output().length).toBeGreaterThan(0);
      expect(seenIn(output(), secrets)).toEqual([]);
    }
  });

  it.each([
    ['serves', right, 'environment', 200],
    ['Postgres refuses', wrong, 'files', 503],
  ] as const)('by an API that %s, whoever asks for what', async (_, planted, place, readiness) => {
    const secrets = without(planted, ...exclusive);
    const port = await findFreePort();
    const api = start('api/server.ts', [], { ...placed(secrets, place), TONGBAN_PORT: String(port) });
    await api.until('Server listening');
    const ask = (address: string, headers: Settings = {}) => statusOf(port, address, headers);
    await waitFor(async () => (await ask('/v1/ready')) === readiness, {
      timeoutMs: 30_000,
      what: 'readiness',
    });
    expect(await ask('/v1/cases', { authorization: 'Bearer eyJ.eyJ.sig' })).toBeGreaterThan(400);
    expect(await ask('/session/login')).toBe(503);
    // Shown, or refused for the machine being too busy.
    expect([200, 503]).toContain(await ask('/status'));
    api.child.kill('SIGTERM');
    expect(await api.ended).toEqual([0, null]);
    expect(api.output()).toContain('"level":');
    expect(seenIn(api.output(), secrets)).toEqual([]);
  });

  it.each([
    ['works', right, 'files', /deliverBundle/, 'cases,notices'],
    ['Postgres refuses', wrong, 'environment', wrongPassword, 'notices'],
  ] as const)('by a worker that %s', async (_, planted, place, sign, queues) => {
    const secrets = without(planted, ...exclusive);
    const worker = start('activities/worker.ts', ['--queues', queues], placed(secrets, place));
    await worker.until('worker is ready');
    const at = systemClock.now();
    await addPerson(owner, at, 'liaison_officer');
    await tell(owner, at, { urgency: 'urgent' });
    for (const [name, taskQueue] of [
      [sweepWorkflowName, taskQueues.cases],
      [dispatchNoticesWorkflowName, taskQueues.notices],
    ] as const) {
      await client.workflow.start(name, { workflowId: crypto.randomUUID(), taskQueue, args: [] });
    }
    await worker.until(sign);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toEqual([0, null]);
    expect(seenIn(worker.output(), secrets)).toEqual([]);
  });
});

function statusOf(port: number, address: string, headers: Settings): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asking = request(
    { host: '127.0.0.1', port, path: address, headers, rejectUnauthorized: false, agent: false },
    (answer) => {
      answer.resume().on('end', () => {
        resolve(answer.statusCode ?? 0);
      });
    },
  );
  asking.on('error', reject).end();
  return promise;
}
