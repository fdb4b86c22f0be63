import { defineConfig } from 'vitest/config';

/** The services of the tests, and the one file that `npm run fuzz` runs. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 0,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    include: ['test/fuzz/fuzz.run.ts'],
    globalSetup: ['test/services/global-setup.ts'],
    // What comes of it is told as it comes.
    disableConsoleIntercept: true,
    silent: false,
  },
});
