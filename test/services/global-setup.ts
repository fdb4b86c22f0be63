import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../platform/config.ts';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { getTestServer } from '../../platform/embedded/temporal-binaries.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection to the run's Postgres; tests make their own database on it. */
    postgresUrl: string;
    /** The run's Temporal dev server: reset, list and batch work on it, its time is the real one. */
    temporalAddress: string;
    temporalNamespace: string;
    /** The time-skipping test server's program, of which each scenario starts its own. */
    testServerPath: string;
    /** Programs that were fetched once, shared by all runs. */
    cacheDir: string;
  }
}

const namespace = 'tongban-test';

/** Starts one Postgres and one Temporal for the whole run, on free ports of the loopback interface. */
export default async function setUpServices(project: TestProject): Promise<() => Promise<void>> {
  const { cacheDir, postgres, temporal } = loadConfig();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-test-'));
  await chmod(dataDir, 0o711);
  const { binDir } = postgres;
  const { cliPath, testServerPath } = temporal;
  const progress = (line: string) => {
    console.log(line);
  };
  const postgresStart = startEmbeddedPostgres({
    dataDir,
    durability: 'ephemeral',
    ...(binDir === undefined ? {} : { binDir }),
  });
  const temporalStart = startEmbeddedTemporal({
    ...{ dataDir, cacheDir, namespace, progress, storage: 'memory', uiPort: 'none' },
    ...(cliPath === undefined ? {} : { cliPath }),
    // One or two skips where a test needs reset or list as well; both names, as later servers renamed it.
    dynamicConfig: {
      'frontend.WorkflowTimeSkippingEnabled': true,
      'system.workflowTimeSkippingEnabled': true,
    },
  });
  const testServerFetch = getTestServer({
    ...{ cacheDir, progress },
    ...(testServerPath === undefined ? {} : { configuredPath: testServerPath }),
  });
  const tearDown = async () => {
    for (const part of await Promise.allSettled([temporalStart, postgresStart])) {
      if (part.status === 'fulfilled') await part.value.stop();
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide('postgresUrl', (await postgresStart).url);
    project.provide('temporalAddress', (await temporalStart).address);
    project.provide('temporalNamespace', namespace);
    project.provide('testServerPath', (await testServerFetch).path);
    project.provide('cacheDir', cacheDir);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
