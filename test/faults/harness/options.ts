import { parseArgs } from 'node:util';
import { wholeNumberOption } from '../../../commands/whole-number.ts';
import type { FaultKind } from './fault.ts';
import { faultKindNames, faultKinds } from './fault.ts';

export const usage = `用法：npm run test:faults -- [选项]

真实的 API、工作进程、Postgres、Temporal、Chromium、邮件服务器和对象库；申请件办理过程中不断制造故障，恢复后核对。

  --faults 100    故障次数
  --seed N        随机数的种子；同一种子的故障计划相同，发生的时刻与当时的进度不可能完全相同
  --kinds …       只制造这些故障，以逗号分隔：
${faultKindNames.map((kind) => `                  ${kind.padEnd(14)}${faultKinds[kind].title}`).join('\n')}
  --counters 4    同时办理的申请件数
  --minutes 600   最多制造多少分钟，其余的不再制造
  --json          最后一行输出 JSON
  --help          显示本说明`;

export interface Invocation {
  readonly seed: number;
  readonly faults: number;
  readonly kinds: readonly FaultKind[];
  readonly counters: number;
  readonly limitMs: number;
  readonly output: 'table' | 'table_and_json';
}

/** @throws {Error} that names the option at fault. */
export function readInvocation(args: readonly string[], anySeed: number): Invocation | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      faults: { type: 'string', default: '100' },
      seed: { type: 'string', default: String(anySeed) },
      kinds: { type: 'string', default: faultKindNames.join(',') },
      counters: { type: 'string', default: '4' },
      minutes: { type: 'string', default: '600' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    faults: wholeNumberOption('--faults', values.faults, { max: 1_000_000 }),
    seed: wholeNumberOption('--seed', values.seed, { max: 2 ** 31 }),
    counters: wholeNumberOption('--counters', values.counters, { max: 100 }),
    limitMs: wholeNumberOption('--minutes', values.minutes, { max: 100_000 }) * 60_000,
    kinds: readKinds(values.kinds),
    output: values.json ? 'table_and_json' : 'table',
  };
}

function readKinds(text: string): FaultKind[] {
  return text.split(',').map((name) => {
    const kind = faultKindNames.find((each) => each === name);
    if (kind === undefined) throw new Error(`--kinds 中没有“${name}”；可用：${faultKindNames.join('、')}。`);
    return kind;
  });
}
