import { epochMsOf } from '../domain/time/instant.ts';
import { loadConfig } from '../platform/config.ts';
import { runCommand } from './run-command.ts';
import { readInvocation, usage } from './simulation/options.ts';
import { tellResults } from './simulation/results.ts';
import { simulate } from './simulation/simulate.ts';
import { openStage } from './simulation/stage.ts';

const dayMs = 24 * 3_600_000;

/**
 * `npm run simulate`: plays applicants and home stations of all manners on a clock that runs ahead, against the real
 * workflow, database and documents.
 */
await runCommand(async () => {
  const invocation = readInvocation(process.argv.slice(2));
  if (invocation.kind === 'help') {
    console.log(usage);
    return;
  }
  const { options, output } = invocation;
  const tell = (line: string) => {
    console.log(line);
  };
  const startedAtMs = performance.now();
  const stage = await openStage(loadConfig(), tell);
  try {
    const begin = stage.clock.now();
    const results = await simulate(stage, options, tell);
    tellResults(results, tell);
    if (output === 'table_and_json') {
      const elapsedMs = Math.round(performance.now() - startedAtMs);
      const virtualDays = Math.round((epochMsOf(stage.clock.now()) - epochMsOf(begin)) / dayMs);
      await stage.close();
      console.log(JSON.stringify({ ...options, virtualDays, elapsedMs, ...results }));
    }
  } finally {
    await stage.close();
  }
});
