import { defineConfig } from 'vitest/config';

/** Tests that need no service at all: they start at once. Everything else gets Postgres and Temporal. */
const withoutServices = [
  'test/*.test.ts',
  'test/{bench,commands,data,domain,templates}/**/*.test.ts',
  'test/platform/{config,identity,logger,wait-for}.*.test.ts',
];

const scenarios = 'test/scenarios/**/*.test.ts';
const globalSetup = ['test/services/global-setup.ts'];

export default defineConfig({
  test: {
    // A process for each file: Temporal's core is native code with threads of its own.
    pool: 'forks',
    maxWorkers: 2,
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
          exclude: [...withoutServices, scenarios],
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: [scenarios],
          globalSetup,
          // Each plays on a Temporal and a database of its own, so their files can share what is imported: 40 s, not 55.
          isolate: false,
        },
      },
    ],
  },
});
