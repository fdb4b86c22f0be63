import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';
import { quickly } from './test/services/quickly.ts';

/** Tests that need no service at all: they start at once. Everything else gets Postgres and Temporal. */
const withoutServices = [
  'test/*.test.ts',
  'test/{bench,commands,data,deploy,domain,files,templates}/**/*.test.ts',
  'test/observability/{metrics,promql,tracing}.*.test.ts',
  'test/platform/{config,identity,key-ring,logger,wait-for}.*.test.ts',
];

/** Tests that stop services, and start and kill programs. */
const ofProcesses = ['test/faults/**/*.test.ts', 'test/**/*.{command,process}.test.ts'];

/** Tests that set up Temporal's core or the settings of a process: each file gets a process of its own. */
const withOwnProcess = ['test/{platform,simulation}/**/*.test.ts'];

const scenarios = 'test/scenarios/**/*.test.ts';
const globalSetup = ['test/services/global-setup.ts'];

// Minutes in one test each: begun last, as small files are where no run has been timed yet, all others would wait for them.
const longest = /faults\/fault-run|operations\/bad-builds|authority\/matrix|secrets\.printed/;
const isLong = ({ moduleId }: TestSpecification) => Number(longest.test(moduleId));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => isLong(other) - isLong(one));
  }
}

export default defineConfig({
  test: {
    // Processes, not threads: Temporal's core is native code with threads of its own.
    pool: 'forks',
    execArgv: [...quickly],
    // Files share what they import, where they can: the API's tests then take 93 s, not 177.
    isolate: false,
    // One more than the cores of a small machine: some tests wait for half a minute until a killed worker is missed.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'domain', include: withoutServices } },
      {
        extends: true,
        test: {
          name: 'services',
          include: ['test/**/*.test.ts'],
          exclude: [...withoutServices, ...ofProcesses, ...withOwnProcess, scenarios],
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ofProcesses,
          exclude: [...withoutServices, ...withOwnProcess],
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'own process',
          include: withOwnProcess,
          exclude: withoutServices,
          globalSetup,
          isolate: true,
        },
      },
      { extends: true, test: { name: 'scenarios', include: [scenarios], globalSetup } },
    ],
  },
});
