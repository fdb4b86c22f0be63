import { temporalPagesOf } from '../platform/temporal/pages.ts';
import { buildApp } from '../api/app.ts';
import { closeWithin } from '../api/graceful-stop.ts';
import { startDocuments } from '../activities/documents/start-documents.ts';
import { escalationChannelsOf, openNoticeChannels } from '../activities/notices/channels/open-channels.ts';
import { openRegister } from '../activities/population-register/open-register.ts';
import { createLedgerGauges } from '../activities/ledger-gauges.ts';
import { ensureSchedules } from '../activities/schedules.ts';
import { openFax } from '../activities/transmission-channels/hylafax-client.ts';
import { startWorkers } from '../activities/workers.ts';
import { createAttachmentFiles } from '../db/attachment-files.ts';
import { connectDatabase } from '../db/database.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { ConfigError } from '../platform/config.ts';
import { findFreePort } from '../platform/embedded/free-port.ts';
import { startEmbeddedStack } from '../platform/embedded/stack.ts';
import { openUploads } from '../platform/files/uploads.ts';
import type { LocalIssuer } from '../platform/identity/local-issuer.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { createOutgoingGuard } from '../platform/outgoing/guard.ts';
import { parseNetworks } from '../platform/outgoing/networks.ts';
import { createLogger } from '../platform/logger.ts';
import { serveMetrics } from '../platform/metrics/serve.ts';
import { loadDivisions } from '../platform/reference-data.ts';
import { startTracing } from '../platform/tracing/start-tracing.ts';
import { installTemporalRuntime } from '../platform/temporal/runtime.ts';
import type { SharedTemporalConnection } from '../platform/temporal/shared-connection.ts';
import { connectTemporal } from '../platform/temporal/shared-connection.ts';
import { taskQueues } from '../workflows/contract.ts';
import type { HousePeople } from './house-identity.ts';
import { openHouseIdentity } from './house-identity.ts';
import { migrateRecorded } from './migrate-recorded.ts';
import { seedSamples } from './seed-samples.ts';

export interface RunningHouse {
  readonly apiUrl: string;
  readonly postgresUrl: string;
  readonly temporalUiUrl: string | undefined;
  /** Undefined where a provider signs the tokens. */
  readonly issuer: LocalIssuer | undefined;
  readonly temporal: SharedTemporalConnection;
  /** Resolves with a sentence when a part ends although nobody stopped it. */
  readonly crashed: Promise<string>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly config: Config;
  readonly progress: (line: string) => void;
  readonly temporalUi: 'served' | 'none';
  readonly people: HousePeople;
}

/** The whole product in one process on the embedded stack, with a sample tree of units. */
export async function openHouse({
  config,
  progress,
  temporalUi,
  people,
}: HouseOptions): Promise<RunningHouse> {
  const log = createLogger({ name: 'tongban', level: config.logLevel });
  // Before anything starts: in production nothing does.
  const identity = await openHouseIdentity(config, people, log);
  refuseOwnerAlone(config);
  const tracing = await startTracing(config.tracing, 'tongban');
  const sdkMetricsPort = config.metricsAddress === undefined ? undefined : await findFreePort();
  installTemporalRuntime(log, sdkMetricsPort);
  const stack = await startEmbeddedStack({ config, progress, temporalUi });
  try {
    const { url } = stack.postgres;
    const ownerUrl = config.postgres.adminUrl ?? url;
    await migrateRecorded(ownerUrl);
    const keyRing = openKeyRing(config);
    await seedSamples(ownerUrl, keyRing, systemClock.now());
    const documents = await startDocuments({
      cacheDir: config.cacheDir,
      fontDirs: config.fonts.dirs,
      log,
      ...(config.chromium.path === undefined ? {} : { chromiumPath: config.chromium.path }),
    });
    stack.beforeStop(() => documents.close());
    progress('文书：浏览器与字体已就绪');

    const temporal = await connectTemporal({ ...config.temporal, ...stack.temporal });
    stack.beforeStop(() => temporal.close());
    const workerDatabase = connectDatabase({ url, role: 'tongban_worker', maxConnections: 10, keyRing });
    const apiDatabase = connectDatabase({ url, role: 'tongban_api', maxConnections: 10, keyRing });
    stack.beforeStop(async () => {
      await Promise.all([workerDatabase.close(), apiDatabase.close()]);
    });
    const metrics = await serveMetrics({
      address: config.metricsAddress,
      log,
      sdkPort: sdkMetricsPort,
      refresh: createLedgerGauges({ database: workerDatabase, clock: systemClock, log }),
    });
    stack.beforeStop(() => metrics.close());
    stack.beforeStop(() => tracing.close());

    const store = openAttachmentStore(config.s3, keyRing);
    const uploads = openUploads(config, log);
    stack.beforeStop(() => uploads.close());
    const channels = openNoticeChannels(config.notices, config.environment);
    stack.beforeStop(() => channels.close());
    const workers = await startWorkers(Object.values(taskQueues), {
      ...(config.workflowBundle === undefined ? {} : { workflowBundle: { codePath: config.workflowBundle } }),
      bundleFolder: config.replayBundles,
      connection: temporal.connection,
      client: temporal.client,
      database: workerDatabase,
      attachmentStore: store,
      renderer: documents,
      binder: documents.binder,
      fax: openFax(config.fax),
      publicUrl: config.api.publicUrl,
      retentionDays: config.retention.days,
      channels,
      register: openRegister(config, systemClock),
      clock: systemClock,
      log,
    });
    stack.beforeStop(() => workers.stop());
    await ensureSchedules(temporal.client);

    const app = await buildApp({
      database: apiDatabase,
      attachmentFiles: createAttachmentFiles({ database: apiDatabase, store, clock: systemClock }),
      uploads,
      units: createUnitDirectory(apiDatabase, systemClock),
      temporal: temporal.client,
      ...identity.deps,
      divisions: loadDivisions(),
      escalationChannels: escalationChannelsOf(channels),
      outgoing: createOutgoingGuard({
        environment: config.environment,
        allowedNetworks: parseNetworks(config.notices.webhookNetworks ?? ''),
      }),
      clock: systemClock,
      log,
      trustedProxies: config.api.trustedProxies,
      ...(config.api.publicUrl === undefined ? {} : { publicUrl: config.api.publicUrl }),
      ...temporalPagesOf({ ...config.temporal, ...stack.temporal }),
      rateLimits: config.rateLimits,
    });
    stack.beforeStop(() => closeWithin(app, config.api.stopLimitSeconds));
    const apiUrl = await app
      .listen({ host: config.api.host, port: config.api.port })
      .catch((error: unknown) => {
        throw isPortTaken(error) ? new Error(portTakenSentence(config.api.port), { cause: error }) : error;
      });
    progress(`接口：${apiUrl}`);
    return {
      apiUrl,
      postgresUrl: url,
      issuer: identity.issuer,
      temporal,
      temporalUiUrl: stack.temporal.uiUrl,
      crashed: stack.crashed,
      stop: stack.stop,
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** An owner without a database of his own would be left out in silence: the embedded one has another. */
function refuseOwnerAlone({ postgres: { url, adminUrl } }: Config): void {
  if (url !== undefined || adminUrl === undefined) return;
  throw new ConfigError(
    '设置了 TONGBAN_POSTGRES_ADMIN_URL 就必须同时设置 TONGBAN_POSTGRES_URL；都不设置则启动内置数据库。',
  );
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portTakenSentence(port: number): string {
  return `端口 ${port} 已被其他程序占用：请停止该程序，或用 TONGBAN_PORT 指定其他端口（0 表示任选空闲端口）。`;
}
