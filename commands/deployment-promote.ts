import { parseArgs } from 'node:util';
import { promote } from '../platform/temporal/deployment.ts';
import { workflowQueues } from '../workflows/contract.ts';
import { buildOption } from './deployment/build-option.ts';
import { withTemporal } from './deployment/with-temporal.ts';
import { runCommand } from './run-command.ts';

/** `npm run deployment:promote -- --build …`: what is new begins on this build from now on. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { build: { type: 'string' } } });
  const buildId = buildOption('--build', values.build);
  await withTemporal((client, deploymentName) =>
    promote(client, { deploymentName, buildId }, workflowQueues),
  );
  console.log(`当前构建现为 ${buildId}：新的办件由它办理，已在办的办件留在原构建上。`);
});
