import path from 'node:path';
import { createAttachmentFiles } from '../db/attachment-files.ts';
import { connectDatabase } from '../db/database.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import { openAttachmentStore } from '../platform/blobs/open-store.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { ConfigError, loadConfig } from '../platform/config.ts';
import { escalationChannelsIn } from '../platform/escalation-channels.ts';
import { openUploads } from '../platform/files/uploads.ts';
import { createLocalIssuer } from '../platform/identity/local-issuer.ts';
import type { TokenVerifierOptions } from '../platform/identity/token-verifier.ts';
import { createTokenVerifier, loadProviderKeys } from '../platform/identity/token-verifier.ts';
import { createLogger } from '../platform/logger.ts';
import { loadDivisions } from '../platform/reference-data.ts';
import { connectTemporalClient } from '../platform/temporal/client-connection.ts';
import { buildApp } from './app.ts';

const maxConnections = 10;

/** Who signs tokens: the configured provider, or outside production this machine itself. */
async function verificationOf({ oidc, dataDir, environment }: Config): Promise<TokenVerifierOptions> {
  const { issuer, audience, jwksUrl } = oidc;
  if (issuer !== undefined && audience !== undefined) {
    return { issuer, audience, keys: await loadProviderKeys({ issuer, jwksUrl }) };
  }
  const keyFile = path.join(dataDir, 'identity', 'token-key.json');
  return (await createLocalIssuer({ keyFile, environment })).verification;
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new ConfigError(`请设置 ${name}；要一并启动全部部件，请用 npm start。`);
  return value;
}

async function serve(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'api', level: config.logLevel });
  const url = required(config.postgres.url, 'TONGBAN_POSTGRES_URL');
  const address = required(config.temporal.address, 'TONGBAN_TEMPORAL_ADDRESS');
  const verification = await verificationOf(config);
  const { client, close } = await connectTemporalClient({ ...config.temporal, address });
  const database = connectDatabase({ url, role: 'tongban_api', maxConnections });
  const { publicUrl, trustedProxies } = config.api;
  const attachmentFiles = createAttachmentFiles({
    database,
    store: openAttachmentStore(config.s3),
    clock: systemClock,
  });
  const uploads = openUploads(config, log);
  const app = await buildApp({
    database,
    attachmentFiles,
    uploads,
    units: createUnitDirectory(database, systemClock),
    temporal: client,
    verifyToken: createTokenVerifier(verification),
    divisions: loadDivisions(),
    escalationChannels: escalationChannelsIn(config.notices),
    clock: systemClock,
    log,
    trustedProxies,
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });
  const stop = () => {
    void app.close().then(() => Promise.all([uploads.close(), database.close(), close()]));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await app.listen({ host: config.api.host, port: config.api.port });
}

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
