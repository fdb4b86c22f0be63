import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundleWorkflows } from '../activities/workers.ts';
import { runCommand } from './run-command.ts';

const usage = `用法：npm run workflow:bundle -- <文件>

把本版本的工作流代码打包成一个文件：放进 TONGBAN_REPLAY_BUNDLES 所指的目录（<名称>.js），即可用它试重放案件；
也可作为 TONGBAN_WORKFLOW_BUNDLE，使工作进程启动更快。`;

/** `npm run workflow:bundle`: the workflow code that lies here, as one file. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.help || file === undefined) {
    console.log(usage);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const { code } = await bundleWorkflows();
  await writeFile(file, code);
  console.log(`工作流代码已写入 ${file}。`);
});
