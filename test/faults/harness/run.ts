import { randomInt } from 'node:crypto';
import { runCommand } from '../../../commands/run-command.ts';
import { loadConfig } from '../../../platform/config.ts';
import { runFaults } from './faults.ts';
import { readInvocation, usage } from './options.ts';
import { tellResult } from './result.ts';

const tell = (line: string) => {
  console.log(line);
};

/** `npm run test:faults`: hurts a house of its own again and again; exits with 1 when something was lost or doubled. */
await runCommand(async () => {
  const invocation = readInvocation(process.argv.slice(2), randomInt(1, 2 ** 31));
  if (invocation === 'help') {
    tell(usage);
    return;
  }
  const { output, ...options } = invocation;
  tell(`--seed ${String(options.seed)} --faults ${String(options.faults)}`);
  const result = await runFaults({ ...options, cacheDir: loadConfig().cacheDir }, tell);
  tellResult(result, tell);
  for (const { invariant, found } of result.violations) tell(`${invariant}: ${found}`);
  if (output === 'table_and_json') tell(JSON.stringify(result));
  process.exit(result.violations.length === 0 ? 0 : 1);
});
