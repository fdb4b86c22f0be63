import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { startEmbeddedTemporal, type EmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { UnavailablePartError } from '../../platform/embedded/unavailable-part.ts';
import { connectTemporalClient } from '../../platform/temporal/client-connection.ts';
import { isRunning, makeDataDir } from './data-dir.ts';

const namespace = 'tongban';
const workflowId = 'case/1';

const options = (dataDir: string) => ({
  ...{ dataDir, namespace, cacheDir: inject('cacheDir'), progress: () => undefined },
  uiPort: 'none' as const,
});

async function start(dataDir: string): Promise<EmbeddedTemporal> {
  const server = await startEmbeddedTemporal(options(dataDir));
  onTestFinished(() => server.stop());
  return server;
}

async function clientOf(server: EmbeddedTemporal) {
  const { client, close } = await connectTemporalClient({ address: server.address, namespace, tls: 'off' });
  onTestFinished(close);
  return client;
}

async function startWithWorkflow(dataDir: string): Promise<EmbeddedTemporal> {
  const server = await start(dataDir);
  await (await clientOf(server)).workflow.start('waiting', { workflowId, taskQueue: 'none' });
  return server;
}

async function statusOnRestart(dataDir: string): Promise<string> {
  const client = await clientOf(await start(dataDir));
  return (await client.workflow.getHandle(workflowId).describe()).status.name;
}

describe('the embedded Temporal', () => {
  it('finds its workflows again', async () => {
    const dataDir = makeDataDir();
    const first = await startWithWorkflow(dataDir);
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    expect(await statusOnRestart(dataDir)).toBe('RUNNING');
  });

  it('heals after kill -9', async () => {
    const dataDir = makeDataDir();
    const first = await startWithWorkflow(dataDir);
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('SIGKILL');
    expect(await statusOnRestart(dataDir)).toBe('RUNNING');
  });

  it('ends a server that still runs on the data', async () => {
    const dataDir = makeDataDir();
    const orphan = await startWithWorkflow(dataDir);
    expect(await statusOnRestart(dataDir)).toBe('RUNNING');
    expect(isRunning(orphan.pid)).toBe(false);
  });

  it('keeps closed histories for 90 days', async () => {
    const client = await clientOf(await start(makeDataDir()));
    const { config } = await client.workflowService.describeNamespace({ namespace });
    expect(String(config?.workflowExecutionRetentionTtl?.seconds)).toBe(String(90 * 24 * 60 * 60));
  });

  it('says what to do when the configured program is not the CLI', async () => {
    const attempt = startEmbeddedTemporal({ ...options(makeDataDir()), cliPath: '/bin/true' });
    await expect(attempt).rejects.toThrow(UnavailablePartError);
    await expect(attempt).rejects.toThrow(
      'TONGBAN_TEMPORAL_CLI_PATH 所指的 /bin/true 不是 Temporal CLI 1.9.x',
    );
  });
});
