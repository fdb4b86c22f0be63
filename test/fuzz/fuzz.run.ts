import { expect, inject, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { openStage } from './stage.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What `npm run fuzz` was asked for. */
    fuzz: { readonly seed: number; readonly count: number; readonly from: number };
  }
}

const options = inject('fuzz');
const stage = await openStage();

// Written as a test file only to be given the services; `npm run fuzz` runs it, `npm test` does not.
it(`takes ${String(options.count)} hostile inputs`, async () => {
  const { cells, findings, made, statuses } = await fuzz(stage, { ...options, progress: console.log });
  const figures = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${String(status)}: ${String(times)}`);
  console.log(
    `${String(cells)} kinds of malice at one operation each; answers ${figures.join(', ')}; made ${String(made)}`,
  );
  for (const finding of findings) console.log(`npm run fuzz -- ${finding}`);
  expect(findings).toHaveLength(0);
});
