import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInvocation, realMsOf } from '../../commands/simulation/options.ts';
import { defaultShares } from '../../commands/simulation/plan.ts';

const noShares = { answers: 0, answers_late: 0, forgets: 0, reroutes: 0, refuses: 0, on_the_spot: 0 };

describe('npm run simulate', () => {
  it('plays 200 cases on ten days, as fast as it goes, where nothing else is said', () => {
    expect(readInvocation([])).toEqual({
      kind: 'run',
      options: { cases: 200, days: 10, shares: defaultShares, seed: 1, speed: 'max' },
      output: 'table',
    });
  });

  it('takes what is said', () => {
    const args = [
      '--cases',
      '6',
      '--days=2',
      '--shares',
      'answers=90,forgets=10',
      '--speed',
      '3600',
      '--json',
    ];
    expect(readInvocation(args)).toEqual({
      kind: 'run',
      options: { cases: 6, days: 2, shares: { ...noShares, answers: 90, forgets: 10 }, seed: 1, speed: 3600 },
      output: 'table_and_json',
    });
    expect(readInvocation(['--help'])).toEqual({ kind: 'help' });
  });

  it('lets an hour of virtual time last a second at 3600, and nothing at max', () => {
    expect([realMsOf(3_600_000, 3600), realMsOf(3_600_000, 'max')]).toEqual([1000, 0]);
  });

  it('shares as they are by default are a hundred', () => {
    expect(Object.values(defaultShares).reduce((sum, share) => sum + share, 0)).toBe(100);
  });

  it.each([
    [['--cases', '0'], /^--cases 应为1至100000的整数，不能是“0”。$/],
    [['--days', 'zwei'], /^--days 应为1至120的整数，不能是“zwei”。$/],
    [['--speed', 'fast'], /^--speed 应为1至1000000的整数（虚拟秒\/秒），或 max，不能是“fast”。$/],
    [['--shares', 'answers=90'], /^--shares 各项合计应为100，不能是90。$/],
    [
      ['--shares', 'sleeps=100'],
      /^--shares 应如 answers=90,forgets=10，不能是“sleeps=100”；可用：answers（按期反馈）、/,
    ],
    [['--shares', 'answers=all'], /不能是“answers=all”/],
    [['--shares', 'answers=50,answers=100'], /“answers”出现了两次/],
    [['--unknown'], /^“--unknown”不是可用的选项，或取值不对。\n\n用法：/],
    [['--cases'], /^“--cases”不是可用的选项，或取值不对。\n\n用法：/],
    [['200'], /^“200”不是可用的选项，或取值不对。\n\n用法：/],
  ])('answers %j with a sentence', (args, sentence) => {
    expect(() => readInvocation(args)).toThrow(sentence);
  });

  it('says it on standard error and ends with 1, before anything is started', () => {
    const program = path.join(import.meta.dirname, '..', '..', 'commands', 'simulate.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--cases', '0'], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      ...{ status: 1, stdout: '', stderr: '--cases 应为1至100000的整数，不能是“0”。\n' },
    });
  });
});
