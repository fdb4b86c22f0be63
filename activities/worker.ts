import { parseArgs } from 'node:util';
import { connectDatabase } from '../db/database.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { createLogger } from '../platform/logger.ts';
import { findFreePort } from '../platform/embedded/free-port.ts';
import { onStopSignal } from '../platform/embedded/stop-signals.ts';
import { serveMetrics } from '../platform/metrics/serve.ts';
import { installTemporalRuntime } from '../platform/temporal/runtime.ts';
import { startTracing } from '../platform/tracing/start-tracing.ts';
import { connectTemporal } from '../platform/temporal/shared-connection.ts';
import type { TaskQueue } from '../workflows/contract.ts';
import { taskQueues } from '../workflows/contract.ts';
import { createLedgerGauges } from './ledger-gauges.ts';
import { ensureSchedules } from './schedules.ts';
import { openDocumentsOnDemand } from './documents/documents-on-demand.ts';
import { openNoticeChannels } from './notices/channels/open-channels.ts';
import { openRegister } from './population-register/open-register.ts';
import { openFax } from './transmission-channels/hylafax-client.ts';
import { deploymentVersionOf, tellCurrentVersion } from './worker-version.ts';
import type { RunningWorkers } from './workers.ts';
import { startWorkers } from './workers.ts';

const allQueues = Object.values(taskQueues);

/** The worker's process: `node activities/worker.ts [--queues cases,documents,notices]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { queues: { type: 'string', default: allQueues.join(',') } } });
  const queues = parseQueues(values.queues);
  const config = loadConfig();
  const log = createLogger({ name: 'worker', level: config.logLevel });
  const sdkMetricsPort = config.metricsAddress === undefined ? undefined : await findFreePort();
  installTemporalRuntime(log, sdkMetricsPort);
  const { postgres, temporal, chromium, fonts, cacheDir } = config;
  if (postgres.url === undefined || temporal.address === undefined) {
    throw new Error(
      '请设置 TONGBAN_POSTGRES_URL 与 TONGBAN_TEMPORAL_ADDRESS；如需一键启动全部组件，请运行 npm start。',
    );
  }
  // A process with an open connection does not end, whatever it failed with.
  await using opened = new AsyncDisposableStack();
  let workers: RunningWorkers | undefined = undefined;
  // From here on: a browser that is being started would outlive a process that a signal ends.
  onStopSignal(async () => {
    await workers?.stop();
    await opened.disposeAsync();
  }, 'zero');
  const tracing = await startTracing(config.tracing, 'worker');
  opened.defer(() => tracing.close());
  const keyRing = openKeyRing(config);
  const database = connectDatabase({
    url: postgres.url,
    role: 'tongban_worker',
    maxConnections: 10,
    keyRing,
  });
  opened.defer(() => database.close());
  const metrics = await serveMetrics({
    address: config.metricsAddress,
    log,
    sdkPort: sdkMetricsPort,
    ...(queues.includes(taskQueues.cases)
      ? { refresh: createLedgerGauges({ database, clock: systemClock, log }) }
      : {}),
  });
  opened.defer(() => metrics.close());
  const { connection, client, close } = await connectTemporal({ ...temporal, address: temporal.address });
  opened.defer(close);
  const documents = queues.includes(taskQueues.documents)
    ? openDocumentsOnDemand({
        cacheDir,
        log,
        fontDirs: fonts.dirs,
        ...(chromium.path === undefined ? {} : { chromiumPath: chromium.path }),
      })
    : undefined;
  opened.defer(() => documents?.close());
  await documents?.ready().catch((error: unknown) => {
    // With nothing else to serve it ends: whoever supervises it starts it anew, and others make the documents meanwhile.
    if (queues.length === 1) throw error;
  });
  if (opened.disposed) return;
  const channels = openNoticeChannels(config.notices, config.environment);
  opened.defer(() => channels.close());
  const version = deploymentVersionOf(temporal);
  workers = await startWorkers(queues, {
    version,
    ...(config.workflowBundle === undefined ? {} : { workflowBundle: { codePath: config.workflowBundle } }),
    bundleFolder: config.replayBundles,
    connection,
    client,
    database,
    attachmentStore: openAttachmentStore(config.s3, keyRing),
    renderer: documents,
    binder: documents?.binder,
    fax: openFax(config.fax),
    publicUrl: config.api.publicUrl,
    retentionDays: config.retention.days,
    channels,
    register: openRegister(config, systemClock),
    clock: systemClock,
    log,
  });
  await tellCurrentVersion(client, version, queues, log);
  await ensureSchedules(client);
  log.info({ queues }, 'worker is ready');
  await workers.ended;
}

function parseQueues(text: string): TaskQueue[] {
  const names = text.split(',');
  const unknown = names.find((name) => !allQueues.some((queue) => queue === name));
  if (unknown !== undefined) throw new Error(`未知的队列“${unknown}”：可用 ${allQueues.join('、')}。`);
  return allQueues.filter((queue) => names.includes(queue));
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // Temporal's native code would keep the process, which was given nothing to do.
  process.exit(1);
});
