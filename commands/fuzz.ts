import { randomInt } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { runCommand } from './run-command.ts';
import { wholeNumberOption } from './whole-number.ts';

const usage = 'npm run fuzz -- [--count 20000] [--seed N] [--only N]';
const config = path.join(import.meta.dirname, '..', 'test', 'fuzz', 'fuzz.config.ts');
const maxInputs = 10_000_000;

/**
 * Sends the API malformed, oversized, truncated and hostile inputs of a seed, and looks after each whether it still
 * stands, told nobody anything and kept nothing half. `--only` repeats one of them. Exits with 1 on a finding.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const seed = wholeNumberOption('--seed', values.seed, { max: 2 ** 31 });
  // Inputs are counted from nought.
  const only =
    values.only === undefined
      ? undefined
      : wholeNumberOption('--only', String(Number(values.only) + 1), { max: maxInputs });
  const range =
    only === undefined
      ? { from: 0, count: wholeNumberOption('--count', values.count, { max: maxInputs }) }
      : { from: only - 1, count: 1 };
  console.log(`--seed ${String(seed)}`);
  await startVitest([], { config, watch: false, run: true, provide: { fuzz: { seed, ...range } } });
});
