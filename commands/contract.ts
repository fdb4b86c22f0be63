import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Role } from '../domain/roles.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { hasPython, installSchemathesis, runSchemathesis } from './contract/schemathesis.ts';
import { openHouse } from './house.ts';
import { issuerOf } from './house-identity.ts';
import { runCommand } from './run-command.ts';
import { wholeNumberOption } from './whole-number.ts';

const usage = 'npm run contract -- [--examples 30] [--seed N] [--short] [--operation getCase]';

/** Those who see most of the API between them. */
const askedAs: readonly (readonly [Role, string])[] = [
  ['window_officer', '440106990000'],
  ['liaison_officer', '520302990000'],
  ['province_supervisor', '520000000000'],
  ['system_administrator', '440000000000'],
  ['security_administrator', '440000000000'],
  ['auditor', '440000000000'],
];

/**
 * Asks a running API whether it keeps to its document, with Schemathesis and as several people; `--short` as one of them
 * and without the borders of every value.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      examples: { type: 'string', default: '30' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      short: { type: 'boolean', default: false },
      operation: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const examples = wholeNumberOption('--examples', values.examples, { max: 10_000 });
  const seed = wholeNumberOption('--seed', values.seed, { max: 2 ** 31 });
  if (!(await hasPython())) throw new Error('需要 python3（含 venv），以便从 PyPI 安装 schemathesis。');
  const config = loadConfig();
  const program = await installSchemathesis(config.cacheDir);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-contract-'));
  const house = await openHouse({
    config: { ...config, dataDir, logLevel: 'silent', api: { ...config.api, port: 0 } },
    progress: console.log,
    temporalUi: 'none',
    people: 'sample',
  });
  const document = path.join(import.meta.dirname, '..', 'api', 'openapi.json');
  try {
    for (const [role, unit] of values.short ? askedAs.slice(0, 1) : askedAs) {
      console.log(`\n${role}，--seed ${String(seed)}`);
      const token = await issuerOf(house).sign({
        officerId: `contract-${role}`,
        roles: [role],
        unitCode: parseUnitCode(unit),
      });
      const phases = values.short ? 'short' : 'all';
      const { apiUrl } = house;
      const { operation } = values;
      const run = { program, document, apiUrl, token, examples, seed, phases, operation } as const;
      const kept = await runSchemathesis(run);
      if (!kept) process.exitCode = 1;
    }
  } finally {
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
