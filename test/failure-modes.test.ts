import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const project = path.join(import.meta.dirname, '..');
const document = readFileSync(path.join(project, 'docs/failure-modes.md'), 'utf8');

/** The lines of the tables, without heads and rules: what fails, what happens, what shows it. */
const lines = document
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|Wh)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, failure = '', , shownBy = '']) => ({ failure, shownBy }));

describe('docs/failure-modes.md', () => {
  it.each(lines)('$failure: is shown by tests that are there', ({ shownBy }) => {
    const files = [...shownBy.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(path.join(project, file)))).toEqual([]);
    const told = files.map((file) => readFileSync(path.join(project, file), 'utf8')).join();
    for (const [scenario] of shownBy.matchAll(/S\d\d/g)) expect(told).toContain(scenario);
  });

  it('goes through every part that can fail', () => {
    const parts = [...document.matchAll(/^## (.+)$/gm)].map(([, part]) => part);
    expect(parts).toEqual([
      'A worker',
      'Postgres',
      'Temporal',
      'Chromium and papers',
      'A receiver',
      'A person',
    ]);
  });
});
