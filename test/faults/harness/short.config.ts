import { defineConfig } from 'vitest/config';

/** The services of the tests, and the short run of faults: with it `npm test` would take longer than ten minutes. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    include: ['test/faults/fault-run.short.ts'],
    globalSetup: ['test/services/global-setup.ts'],
  },
});
