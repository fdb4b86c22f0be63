import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chronicleFileOf } from './chronicle.ts';

const { scenarios } = JSON.parse(
  readFileSync(new URL('../vectors/scenarios.json', import.meta.url), 'utf8'),
) as { readonly scenarios: readonly { readonly id: string }[] };

/** Titles of the tests of scenarios as they stand in the sources; a `$field` in one stands for a word of each case. */
const titles = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .flatMap((source) => [...source.matchAll(/(?<!describe\()'(S\d\d [^']*)'/g)])
  .map(([, title = '']) => title);

const chronicles = readdirSync(new URL('chronicles', import.meta.url)).map((file) => ({
  file,
  title: readFileSync(new URL(`chronicles/${file}`, import.meta.url), 'utf8').split('\n')[0] ?? '',
}));

/** Whether a title of the sources is that of a test as it ran. */
function isTitleOf(title: string, played: string): boolean {
  const words = title.split(/\$\w+/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('\\S+(?: \\S+)*')}$`, 'u').test(played);
}

describe('the scenarios', () => {
  it('are each told by a test whose name begins with its id, and by no other', () => {
    const told = titles.map((title) => title.slice(0, 3));
    expect([...new Set(told)].sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  it('have each a chronicle of its own for every test', () => {
    expect(titles.filter((title) => !chronicles.some((each) => isTitleOf(title, each.title)))).toEqual([]);
    expect(new Set(titles.map(chronicleFileOf)).size).toBe(titles.length);
  });

  it('leave no chronicle behind of a test that is gone or has another name', () => {
    expect(chronicles.filter((each) => !titles.some((title) => isTitleOf(title, each.title)))).toEqual([]);
    for (const { file, title } of chronicles) expect(file).toBe(chronicleFileOf(title));
  });
});
