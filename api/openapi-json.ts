import { Client, Connection } from '@temporalio/client';
import { createAttachmentFiles } from '../db/attachment-files.ts';
import { connectDatabase } from '../db/database.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { openUploads } from '../platform/files/uploads.ts';
import { createOutgoingGuard } from '../platform/outgoing/guard.ts';
import { createLogger } from '../platform/logger.ts';
import { buildApp } from './app.ts';

/** The OpenAPI document as it is committed. Describing the routes connects to nothing. */
export async function openapiJson(): Promise<string> {
  const database = connectDatabase({ url: 'postgres://nowhere', role: 'tongban_api', maxConnections: 1 });
  const log = createLogger({ name: 'openapi', level: 'silent' });
  const uploads = openUploads(loadConfig({}), log);
  const app = await buildApp({
    database,
    attachmentFiles: createAttachmentFiles({ database, clock: systemClock }),
    uploads,
    units: createUnitDirectory(database, systemClock),
    temporal: new Client({ connection: Connection.lazy() }),
    verifyToken: () => Promise.reject(new Error('nobody calls')),
    divisions: new Set(),
    escalationChannels: new Set(),
    outgoing: createOutgoingGuard({ environment: 'development', allowedNetworks: [] }),
    clock: systemClock,
    log,
  });
  const document = app.swagger();
  await app.close();
  await uploads.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
