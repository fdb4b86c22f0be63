import { defineConfig } from 'vitest/config';

/** Tests that need no service at all: they start at once. Everything else gets Postgres and Temporal. */
const withoutServices = [
  'test/*.test.ts',
  'test/{bench,commands,data,domain,templates}/**/*.test.ts',
  'test/platform/{config,identity,logger,wait-for}.*.test.ts',
];

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
          exclude: withoutServices,
          globalSetup: ['test/services/global-setup.ts'],
        },
      },
    ],
  },
});
