import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../platform/config.ts';
import { startEmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { getTestServer } from '../../platform/embedded/temporal-binaries.ts';
import { startEmbeddedTemporal } from '../../platform/embedded/temporal.ts';
import { readCalendarFiles } from '../../platform/reference-data.ts';
import { shiftFile } from '../calendars/shifted-files.ts';
import { createHouseTemplate } from '../house/house-template.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection to the run's Postgres; tests make their own database on it. */
    postgresUrl: string;
    /** The run's Temporal dev server: reset, list and batch work on it, its time is the real one. */
    temporalAddress: string;
    temporalNamespace: string;
    /** A database with schema, sample units and calendars, to which nobody is connected: tests copy it. */
    houseTemplateUrl: string;
    /** The same with the calendars of the years in which scenarios are played. */
    scenarioTemplateUrl: string;
    /** The product's workflow code, bundled once for all workers of the run. */
    workflowBundlePath: string;
    /** The time-skipping test server's program, of which each scenario starts its own. */
    testServerPath: string;
    /** Programs that were fetched once, shared by all runs. */
    cacheDir: string;
  }
}

const namespace = 'tongban-test';

/** Starts one Postgres and one Temporal for the whole run, on free ports of the loopback interface. */
export default async function setUpServices(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const whole = project.vitest.getRootProject();
  // Projects are set up one after the other, and share what the first has started.
  if ('postgresUrl' in whole.getProvidedContext()) return undefined;
  const { cacheDir, postgres, temporal } = loadConfig();
  const dataDir = await mkdtemp(path.join(await fastestTempDir(), 'tongban-test-'));
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
      // How long a build without cases is looked at before it is called drained: minutes, otherwise.
      'matching.wv.VersionDrainageStatusVisibilityGracePeriod': '1s',
      'matching.wv.VersionDrainageStatusRefreshInterval': '1s',
    },
  });
  const testServerFetch = getTestServer({
    ...{ cacheDir, progress },
    ...(testServerPath === undefined ? {} : { configuredPath: testServerPath }),
  });
  const workflowBundlePath = path.join(dataDir, 'workflow-bundle.js');
  const bundling = bundleWorkflows(new URL('../../workflows/index.ts', import.meta.url)).then(({ code }) =>
    writeFile(workflowBundlePath, code),
  );
  const calendars = readCalendarFiles();
  const templating = postgresStart.then(async ({ url }) => ({
    house: await createHouseTemplate(url, { name: 'house', calendars }),
    scenario: await createHouseTemplate(url, { name: 'scenario', calendars: calendars.map(shiftFile) }),
  }));
  const tearDown = async () => {
    await Promise.allSettled([bundling, templating]);
    for (const part of await Promise.allSettled([temporalStart, postgresStart])) {
      if (part.status === 'fulfilled') await part.value.stop();
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    whole.provide('postgresUrl', (await postgresStart).url);
    const templates = await templating;
    whole.provide('houseTemplateUrl', templates.house);
    whole.provide('scenarioTemplateUrl', templates.scenario);
    await bundling;
    whole.provide('workflowBundlePath', workflowBundlePath);
    whole.provide('temporalAddress', (await temporalStart).address);
    whole.provide('temporalNamespace', namespace);
    whole.provide('testServerPath', (await testServerFetch).path);
    whole.provide('cacheDir', cacheDir);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

const enoughFreeBytes = 4 * 1024 ** 3;

/** Memory where there is plenty: a database is copied in 13 ms there, and took 365 ms on the disk of a test machine. */
async function fastestTempDir(): Promise<string> {
  const shared = '/dev/shm';
  const { bavail, bsize } = await statfs(shared).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > enoughFreeBytes ? shared : tmpdir();
}
