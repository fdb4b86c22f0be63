import { parseArgs } from 'node:util';
import { createLogger } from '../platform/logger.ts';
import { bundleWorkflowCode } from '../platform/temporal/replay.ts';
import { installTemporalRuntime } from '../platform/temporal/runtime.ts';
import { replayOpen } from './replay/replay-open.ts';
import { withTemporal } from './deployment/with-temporal.ts';
import { runCommand } from './run-command.ts';

const usage = `用法：npm run replay:open -- [选项]

部署之前：用本版本的流程代码重放 Temporal 中所有未结束的流程，只读不写。全部跟得上时退出码为0，否则为1。

  --json     最后一行输出 JSON
  --help     显示本说明`;

/** `npm run replay:open`: whether what runs in production can go on with the workflow code that lies here. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  installTemporalRuntime(createLogger({ name: 'replay', level: 'error' }));
  const bundle = await bundleWorkflowCode(new URL('../workflows/index.ts', import.meta.url).pathname);
  const found = await withTemporal((client) =>
    replayOpen(client, bundle, `ExecutionStatus = 'Running'`, console.log),
  );
  if (values.json) console.log(JSON.stringify(found));
  if (found.refused.length > 0) process.exitCode = 1;
});
