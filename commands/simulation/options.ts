import { parseArgs } from 'node:util';
import { wholeNumberOption } from '../whole-number.ts';
import type { Shares } from './plan.ts';
import { defaultShares } from './plan.ts';
import { readShares, tellShares } from './shares.ts';

/** Virtual seconds that pass in a real one. */
export type Speed = 'max' | number;

/** How long a stretch of virtual time lasts at least. */
export function realMsOf(virtualMs: number, speed: Speed): number {
  return speed === 'max' ? 0 : virtualMs / speed;
}

export interface SimulationOptions {
  readonly cases: number;
  /** Working days on which they are accepted. */
  readonly days: number;
  readonly shares: Shares;
  readonly seed: number;
  readonly speed: Speed;
}

export type Invocation =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly options: SimulationOptions;
      readonly output: 'table' | 'table_and_json';
    };

export const usage = `用法：npm run simulate -- [选项]

在可快进的时钟上，用真实的流程、数据库和文书引擎演练申请人和户籍地派出所；消息只交给模拟渠道，不外发。

  --cases 200   申请件数
  --days 10     在多少个工作日内受理
  --shares …    户籍地派出所的各种表现各占百分之几，合计100，未列出的为0；默认：
                ${tellShares(defaultShares)}
  --seed 1      随机数的种子
  --speed max   每秒经过的虚拟秒数，如 3600；max 为尽快
  --json        最后一行输出 JSON
  --help        显示本说明`;

/** @throws {Error} that names the option at fault. */
export function readInvocation(args: readonly string[]): Invocation {
  const { help, json, cases, days, shares, seed, speed } = parseOptions(args);
  if (help) return { kind: 'help' };
  const hint = '（虚拟秒/秒），或 max';
  const options = {
    cases: wholeNumberOption('--cases', cases, { max: 100_000 }),
    days: wholeNumberOption('--days', days, { max: 120 }),
    shares: shares === undefined ? defaultShares : readShares(shares),
    seed: wholeNumberOption('--seed', seed, { max: 2 ** 31 }),
    speed: speed === 'max' ? 'max' : wholeNumberOption('--speed', speed, { max: 1_000_000, hint }),
  } as const;
  return { kind: 'run', options, output: json ? 'table_and_json' : 'table' };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        cases: { type: 'string', default: '200' },
        days: { type: 'string', default: '10' },
        shares: { type: 'string' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: 'max' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Node's sentence is English, with the option or the word in quotes.
    const [, named] = /'([^' ]+)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new Error(`“${named ?? args.join(' ')}”不是可用的选项，或取值不对。\n\n${usage}`, { cause: error });
  }
}
