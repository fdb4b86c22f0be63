import { createAttachmentFiles } from '../db/attachment-files.ts';
import { connectDatabase } from '../db/database.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import { systemClock } from '../platform/clock.ts';
import { ConfigError, loadConfig } from '../platform/config.ts';
import { escalationChannelsIn } from '../platform/escalation-channels.ts';
import { openUploads } from '../platform/files/uploads.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { createOutgoingGuard } from '../platform/outgoing/guard.ts';
import { parseNetworks } from '../platform/outgoing/networks.ts';
import { createLogger } from '../platform/logger.ts';
import { serveMetrics } from '../platform/metrics/serve.ts';
import { loadDivisions } from '../platform/reference-data.ts';
import { startTracing } from '../platform/tracing/start-tracing.ts';
import { connectTemporalClient } from '../platform/temporal/client-connection.ts';
import { temporalPagesOf } from '../platform/temporal/pages.ts';
import { buildApp } from './app.ts';
import { closeWithin, Leaving } from './graceful-stop.ts';
import { defaultShedding } from './hardening.ts';
import { openIdentity } from './open-identity.ts';

const maxConnections = 10;

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new ConfigError(`请设置 ${name}；要一并启动全部部件，请用 npm start。`);
  return value;
}

async function serve(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'api', level: config.logLevel });
  const tracing = await startTracing(config.tracing, 'api');
  const url = required(config.postgres.url, 'TONGBAN_POSTGRES_URL');
  const address = required(config.temporal.address, 'TONGBAN_TEMPORAL_ADDRESS');
  const identity = await openIdentity(config, log);
  const { client, close } = await connectTemporalClient({ ...config.temporal, address });
  const keyRing = openKeyRing(config);
  const database = connectDatabase({ url, role: 'tongban_api', maxConnections, keyRing });
  const { publicUrl, trustedProxies, maxRssMegabytes } = config.api;
  const attachmentFiles = createAttachmentFiles({
    database,
    store: openAttachmentStore(config.s3, keyRing),
    clock: systemClock,
  });
  const uploads = openUploads(config, log);
  const leaving = new Leaving();
  const app = await buildApp({
    leaving,
    database,
    attachmentFiles,
    uploads,
    units: createUnitDirectory(database, systemClock),
    temporal: client,
    ...identity,
    divisions: loadDivisions(),
    escalationChannels: escalationChannelsIn(config.notices),
    outgoing: createOutgoingGuard({
      environment: config.environment,
      allowedNetworks: parseNetworks(config.notices.webhookNetworks ?? ''),
    }),
    clock: systemClock,
    log,
    trustedProxies,
    rateLimits: config.rateLimits,
    shedding: { ...defaultShedding, maxRssBytes: maxRssMegabytes * 1024 * 1024 },
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...temporalPagesOf(config.temporal),
  });
  const metrics = await serveMetrics({ address: config.metricsAddress, log });
  const stop = async () => {
    await leaving.begin(config.api.leaveSeconds);
    await closeWithin(app, config.api.stopLimitSeconds);
    await Promise.all([uploads.close(), database.close(), close(), metrics.close(), tracing.close()]);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop());
  await app.listen({ host: config.api.host, port: config.api.port });
}

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // What was opened before it failed would keep the process, and nobody would start it anew.
  process.exit(1);
}
