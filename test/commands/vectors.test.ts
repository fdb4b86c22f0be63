import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const names = join(root, 'test', 'vectors', 'names.json');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, contents: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return path;
}

function run(...args: string[]): { status: number | null; lines: string[]; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['commands/vectors.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), errors: stderr };
}

const wrongDay = { receivedAt: '2026-11-25T09:00:00+08:00', workingDays: 5, dueDate: '2026-12-01' };

describe('npm run vectors', () => {
  it('prints a line for people and ends with 0 when all agree', () => {
    const { status, lines } = run(names);
    expect(status).toBe(0);
    expect(lines).toEqual([`${names}：79条全部相符`]);
  });

  it('prints one JSON object a file, in the order given', () => {
    const wrong = write('any-name.json', { vectors: [wrongDay] });
    const { status, lines } = run(names, wrong, '--json');
    expect(status).toBe(1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { file: names, passed: 79, failed: 0, failures: [] },
      {
        file: wrong,
        passed: 0,
        failed: 1,
        failures: [
          {
            input: { receivedAt: wrongDay.receivedAt, workingDays: 5 },
            expected: { dueDate: '2026-12-01' },
            actual: { dueDate: '2026-12-02' },
          },
        ],
      },
    ]);
  });

  it('counts an entry with several wrong answers once', () => {
    const overlay = 'overlay-650000-2025.json';
    const entry = { ...wrongDay, receivedAt: '2025-03-28T10:00:00+08:00', workingDays: 1, overlay };
    const file = write('overlays.json', {
      overlays: [{ ...entry, dueDate: '2025-04-02', dueDateNational: '2025-04-02' }],
    });
    const { status, lines } = run(file, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails an entry whose date has no calendar instead of guessing', () => {
    const file = write('far.json', { vectors: [{ ...wrongDay, receivedAt: '2035-11-23T09:00:00+08:00' }] });
    const { status, lines } = run(file, '--json');
    expect(status).toBe(1);
    expect(lines.at(-1)).toContain('calendar_missing');
  });

  it.each([
    ['no such file', () => join(folder, 'absent.json'), '文件不存在或无法读取'],
    ['no JSON', () => write('broken.json', '{'), '不是有效的 JSON'],
    ['another format', () => write('other.json', { vectors: [{ colour: 'red' }] }), '无法识别格式'],
    [
      'a calendar that is not there',
      () => write('gone.json', { overlays: [{ ...wrongDay, overlay: '../../package.json' }] }),
      '不在 data/calendar 中',
    ],
  ])('says so and ends with 2: %s', (_title, file, sentence) => {
    const { status, errors } = run(file(), names);
    expect(status).toBe(2);
    expect(errors).toContain(sentence);
    expect(errors).not.toContain('    at ');
  });

  it('explains itself when called without a file', () => {
    const { status, errors } = run();
    expect(status).toBe(2);
    expect(errors).toContain('用法');
  });
});
