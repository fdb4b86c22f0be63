import { parseArgs } from 'node:util';
import { createLogger } from '../platform/logger.ts';
import { listVersions, movePinned, runningOn } from '../platform/temporal/deployment.ts';
import { bundleWorkflowCode } from '../platform/temporal/replay.ts';
import { installTemporalRuntime } from '../platform/temporal/runtime.ts';
import { buildOption } from './deployment/build-option.ts';
import { withTemporal } from './deployment/with-temporal.ts';
import { replayOpen } from './replay/replay-open.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run deployment:move -- --from … --to …`: moves the open cases of an old build to another. Run it with the code
 * of the build that they are moved to: none is moved unless that code replays all of them.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const from = buildOption('--from', values.from);
  const to = buildOption('--to', values.to);
  installTemporalRuntime(createLogger({ name: 'move', level: 'error' }));
  await withTemporal(async (client, deploymentName) => {
    const versions = await listVersions(client, deploymentName);
    if (!versions.some(({ buildId }) => buildId === to)) throw new Error(`没有构建 ${to}。`);
    const bundle = await bundleWorkflowCode(new URL('../workflows/index.ts', import.meta.url).pathname);
    const query = runningOn({ deploymentName, buildId: from });
    const { refused } = await replayOpen(client, bundle, query, console.log);
    if (refused.length > 0) {
      process.exitCode = 1;
      return;
    }
    const moved = await movePinned(
      client,
      { deploymentName, buildId: from },
      { deploymentName, buildId: to },
    );
    console.log(`已将${moved}件由构建 ${from} 移至 ${to}。`);
  });
});
