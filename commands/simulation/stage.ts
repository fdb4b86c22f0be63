import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { buildApp } from '../../api/app.ts';
import { neverShed } from '../../api/hardening.ts';
import { startDocuments } from '../../activities/documents/start-documents.ts';
import { escalationChannelsOf } from '../../activities/notices/channels/open-channels.ts';
import { startWorkers } from '../../activities/workers.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { Role } from '../../domain/roles.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Config } from '../../platform/config.ts';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { getTestServer } from '../../platform/embedded/temporal-binaries.ts';
import { createLocalIssuer } from '../../platform/identity/local-issuer.ts';
import { createTokenVerifier } from '../../platform/identity/token-verifier.ts';
import { openUploads } from '../../platform/files/uploads.ts';
import { openKeyRing } from '../../platform/key-ring-file.ts';
import { createOutgoingGuard } from '../../platform/outgoing/guard.ts';
import { createLogger } from '../../platform/logger.ts';
import { loadDivisions } from '../../platform/reference-data.ts';
import { installTemporalRuntime } from '../../platform/temporal/runtime.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { VirtualClock } from '../../platform/virtual-clock.ts';
import { dispatchNoticesWorkflowName, taskQueues } from '../../workflows/contract.ts';
import type { TongbanClient } from '../../clients/typescript/client.ts';
import { createTongbanClient } from '../../clients/typescript/client.ts';
import { seedSamples } from '../seed-samples.ts';
import { simulatedChannels } from './channels.ts';
import { clockAlong } from './clock-along.ts';
import { countDueMessages } from './message-figures.ts';

/** The whole product on a clock that is turned forward by hand. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly database: ReturnType<typeof connectDatabase>;
  readonly client: Client;
  caller(person: { officerId: string; roles: readonly Role[]; unit: string }): Promise<TongbanClient>;
  /** Lets virtual time pass until an instant; everything that comes due on the way happens. */
  sleepUntil(at: Instant): Promise<void>;
  /** Sends out what notices have gathered, as the schedule does on a server that has schedules. */
  dispatchNotices(): Promise<void>;
  /** Lets every message whose slot has come reach its channel. */
  finishDeliveries(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it on services of its own that leave nothing behind. */
export async function openStage(config: Config, progress: (line: string) => void): Promise<Stage> {
  const log = createLogger({ name: 'simulate', level: 'error' });
  installTemporalRuntime(log);
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
  };
  try {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-simulate-'));
    await chmod(dataDir, 0o711);
    opened.push(() => rm(dataDir, { recursive: true, force: true }));
    const { cacheDir, temporal, chromium, fonts, postgres } = config;
    const { url, stop } = await startEmbeddedPostgres({
      dataDir,
      durability: 'ephemeral',
      ...(postgres.binDir === undefined ? {} : { binDir: postgres.binDir }),
    });
    opened.push(stop);
    const testServer = await getTestServer({
      ...{ cacheDir, progress },
      ...(temporal.testServerPath === undefined ? {} : { configuredPath: temporal.testServerPath }),
    });
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: testServer.path } },
    });
    opened.push(() => environment.teardown());
    // A client that waits for results as it is: the environment's own turns the clock on while it waits.
    const client = new Client({
      connection: environment.connection,
      namespace: environment.namespace ?? 'default',
    });
    await migrateDatabase(url);
    const clock = new VirtualClock();
    clock.set(await environment.currentTimeMs());
    const keyRing = openKeyRing({ keyRing: {}, dataDir, environment: 'development' });
    await seedSamples(url, keyRing, clock.now());
    const documents = await startDocuments({
      cacheDir,
      log,
      fontDirs: fonts.dirs,
      ...(chromium.path === undefined ? {} : { chromiumPath: chromium.path }),
    });
    opened.push(() => documents.close());
    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 10, keyRing });
    const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 10, keyRing });
    const database = connectDatabase({ url, role: 'owner', maxConnections: 1, keyRing });
    opened.push(() => Promise.all([worker.close(), api.close(), database.close()]));
    const workers = await startWorkers(Object.values(taskQueues), {
      connection: environment.nativeConnection,
      client,
      database: worker,
      renderer: documents,
      binder: documents.binder,
      channels: simulatedChannels,
      clock,
      interceptors: clockAlong(clock, () => environment.currentTimeMs()),
      log,
    });
    opened.push(() => workers.stop());
    const issuer = await createLocalIssuer({
      keyFile: path.join(dataDir, 'token-key.json'),
      environment: config.environment,
    });
    const uploads = openUploads(config, log);
    opened.push(() => uploads.close());
    const app = await buildApp({
      database: api,
      attachmentFiles: createAttachmentFiles({ database: api, clock }),
      uploads,
      units: createUnitDirectory(api, clock),
      temporal: client,
      verifyToken: createTokenVerifier(issuer.verification),
      divisions: loadDivisions(),
      escalationChannels: escalationChannelsOf(simulatedChannels),
      outgoing: createOutgoingGuard({ environment: 'development', allowedNetworks: [] }),
      clock,
      log,
      commandTimeoutMs: 60_000,
      shedding: neverShed,
    });
    opened.push(() => app.close());
    const apiUrl = await app.listen({ host: '127.0.0.1', port: 0 });
    progress('模拟环境已就绪：独立的数据库、时间可快进的 Temporal、真实的文书引擎');
    return {
      clock,
      database,
      client,
      caller: async ({ officerId, roles, unit }) =>
        createTongbanClient({
          baseUrl: apiUrl,
          token: await issuer.sign({ officerId, roles: [...roles], unitCode: parseUnitCode(unit) }),
        }),
      async sleepUntil(at) {
        const aheadMs = epochMsOf(at) - (await environment.currentTimeMs());
        if (aheadMs > 0) await environment.sleep(aheadMs);
        clock.set(await environment.currentTimeMs());
      },
      async dispatchNotices() {
        await client.workflow.execute(dispatchNoticesWorkflowName, {
          workflowId: 'dispatch-notices',
          taskQueue: taskQueues.notices,
          args: [],
        });
      },
      async finishDeliveries() {
        const isDone = async () => (await countDueMessages(database, clock.now())) === 0;
        await waitFor(isDone, { timeoutMs: 300_000, what: '到时的通知全部送出' });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
