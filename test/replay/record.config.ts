import { defineConfig } from 'vitest/config';

/** The services of the tests, and the one file that records. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['test/replay/record.ts'],
    globalSetup: ['test/services/global-setup.ts'],
  },
});
