import { parseArgs } from 'node:util';
import type { VersionStanding } from '../platform/temporal/deployment.ts';
import { listVersions } from '../platform/temporal/deployment.ts';
import { buildOption } from './deployment/build-option.ts';
import { withTemporal } from './deployment/with-temporal.ts';
import { runCommand } from './run-command.ts';

const titles = {
  inactive: '未启用（inactive）',
  current: '当前（current）',
  ramping: '试用（ramping）',
  draining: '排空中（draining）',
  drained: '已排空（drained），可以停止',
  created: '已登记（created），尚无工作进程',
  unknown: '未知',
} as const satisfies Record<VersionStanding['status'], string>;

/**
 * `npm run deployment:show`: the builds, and what each still carries. With `--build`, the exit code is 0 when that
 * build's workers may be stopped, 1 when not.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { build: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const versions = await withTemporal(listVersions);
  if (versions.length === 0)
    console.log('没有任何构建：尚无 worker 以 TONGBAN_WORKER_VERSIONING=pinned 启动。');
  for (const { buildId, status, pinned } of versions) {
    console.log(`${buildId}  ${titles[status]}  固定在其上的未办结件：${pinned}`);
  }
  if (values.build !== undefined) {
    const buildId = buildOption('--build', values.build);
    const found = versions.find((version) => version.buildId === buildId);
    if (found === undefined) throw new Error(`没有构建 ${buildId}。`);
    if (found.status !== 'drained') process.exitCode = 1;
  }
  if (values.json) console.log(JSON.stringify(versions));
});
